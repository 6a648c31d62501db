import { expect, test } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import { issueHeaders, type IssueSender } from "../../../src/newsletter/readers/address-reader.ts";
import { openMessageWriter } from "../../../src/newsletter/sending/write-messages.ts";
import type { Mailbox } from "../../../src/platform/mailbox.ts";

const mailbox = (address: string): Mailbox => ({ name: "", address });
const slot = new Date("2026-11-23T07:00:00Z");

/** One message, and its headers as lines. */
async function write(
  sender: Partial<IssueSender>,
  delivery: Partial<Config["delivery"]> = {},
  to = "ada@example.com",
) {
  const whole: IssueSender = {
    key: "weekly",
    title: "The Weekly",
    from: mailbox("editor@example.com"),
    replyTo: undefined,
    ...sender,
  };
  const source = {
    config: {
      publicUrl: undefined,
      secret: undefined,
      delivery: { verp: false, ...delivery } as Config["delivery"],
    },
    sender: whole,
    issueKey: "weekly/regular/slot",
    issueId: 1,
    slot,
    timeZone: "UTC",
    headers: issueHeaders(whole, { number: 1, subject: "News", date: slot }),
    edition: { html: [], text: [] },
    images: [],
  };
  const message = await openMessageWriter(source, undefined)(mailbox(to));
  const raw = Buffer.concat(message.blocks).toString();
  return { message, head: raw.slice(0, raw.indexOf("\r\n\r\n")) };
}

test.each<{
  name: string;
  sender?: Partial<IssueSender>;
  delivery?: Partial<Config["delivery"]>;
  to?: string;
}>([
  { name: "the reader", to: "zoë@example.com" },
  { name: "the sender", sender: { from: mailbox("zoë@example.com") } },
  { name: "the address for replies", sender: { replyTo: mailbox("zoë@example.com") } },
  { name: "the return path", delivery: { returnPath: "zoë@example.com" } },
])(
  "a name beyond ASCII of $name is sent only where the server takes it",
  async ({ sender = {}, delivery, to }) => {
    expect((await write(sender, delivery, to)).message.isUtf8).toBe(true);
  },
);

test("a domain beyond ASCII is no reason to ask for more: it has an ASCII form everywhere", async () => {
  const { message, head } = await write(
    { from: mailbox("editor@bücher.example"), replyTo: mailbox("letters@bücher.example") },
    { returnPath: "bounces@bücher.example" },
    "ada@bücher.example",
  );

  expect(message.isUtf8).toBe(false);
  expect(message.envelope).toEqual({
    from: "bounces@xn--bcher-kva.example",
    to: "ada@xn--bcher-kva.example",
  });
  expect(head).not.toMatch(/[^\x20-\x7e\r\n]/u);
});

test("the addresses of the list are ASCII, and lead to the same mailbox", async () => {
  const { head } = await write({ replyTo: mailbox("zoë+list@bücher.example") });

  expect(head).toContain("List-Help: <mailto:zo%C3%AB+list@xn--bcher-kva.example?subject=help%20weekly>");
  expect(head).toContain("<mailto:zo%C3%AB+list@xn--bcher-kva.example?subject=unsubscribe%20weekly>");
});
