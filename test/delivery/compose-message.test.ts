import { spawnSync } from "node:child_process";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { composeMessage, type Message } from "../../src/delivery/message/compose-message.ts";
import { messageIdOf } from "../../src/delivery/message/message-id.ts";
import fc from "../support/fast-check.ts";

const message: Message = {
  from: { name: "Die Zeitung 週報", address: "editor@example.com" },
  replyTo: { name: "", address: "letters@example.com" },
  to: { name: "فاطمة", address: "reader@example.org" },
  subject: "賴清德 and the US$11.1 billion “deal”",
  date: new Date("2026-11-22T07:00:00Z"),
  messageId: messageIdOf("weekly/regular/2026-11-22T07:00:00.000Z", "reader@example.org", "example.com"),
  text: "Text first.\r\n.\r\nFrom here on.\n",
  html: '<!doctype html><html><body><p>Text first.</p><img src="cid:a-town.png" alt=""></body></html>',
  images: [
    { name: "a-town.png", contentType: "image/png", bytes: Buffer.from("not really a picture") },
    { name: "b-unused.png", contentType: "image/png", bytes: Buffer.from("unused") },
  ],
  list: {
    id: "weekly.example.com",
    title: "The Weekly",
    help: "mailto:editor@example.com?subject=help",
    unsubscribe: ["mailto:editor@example.com?subject=unsubscribe"],
  },
  feedbackId: "weekly-1:weekly:digest:example.com",
};

test("a mail program reads back what was put in, in any script", async () => {
  const parsed = await simpleParser(await composeMessage(message));

  expect(parsed.subject).toBe(message.subject);
  expect(parsed.from?.value).toEqual([message.from]);
  expect(parsed.to).toMatchObject({ value: [message.to] });
  expect(parsed.replyTo?.value).toEqual([message.replyTo]);
  expect(parsed.date).toEqual(message.date);
  expect(parsed.messageId).toBe(message.messageId);
  expect(parsed.text).toBe("Text first.\n.\nFrom here on.\n");
  expect(parsed.attachments.map(({ cid, contentType, related }) => ({ cid, contentType, related }))).toEqual([
    { cid: "a-town.png", contentType: "image/png", related: true },
  ]);
});

test("another reader of mail, of few lines, reads back the same", async () => {
  const parsed = await PostalMime.parse(await composeMessage(message));

  expect(parsed.subject).toBe(message.subject);
  expect(parsed.from).toMatchObject(message.from);
  expect(parsed.to).toMatchObject([message.to]);
  expect(parsed.replyTo).toMatchObject([message.replyTo]);
  expect(parsed.messageId).toBe(message.messageId);
  expect(parsed.text?.trimEnd()).toBe("Text first.\n.\nFrom here on.");
  expect(parsed.html?.trim()).toBe(message.html);
  expect(parsed.attachments.map(({ contentId, mimeType }) => ({ contentId, mimeType }))).toEqual([
    { contentId: "<a-town.png>", mimeType: "image/png" },
  ]);
});

const readWithPython = `
import email, email.policy, json, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
text, related = message.get_payload()
page, picture = related.get_payload()
box = lambda name: [[a.display_name, a.addr_spec] for a in message[name].addresses]
print(json.dumps({
  "subject": message["Subject"], "from": box("From"), "to": box("To"), "replyTo": box("Reply-To"),
  "messageId": message["Message-ID"], "text": text.get_content().replace("\\r\\n", "\\n"), "html": page.get_content(),
  "types": [part.get_content_type() for part in (text, page, picture)], "picture": picture.get_content().decode(),
  "defects": [str(defect) for part in message.walk() for defect in part.defects],
}))`;

test("Python's reader of mail reads back the same, and finds no defect", async ({ skip }) => {
  const { error } = spawnSync("python3", ["--version"]);
  if (error !== undefined) {
    if (process.env["CI"] !== undefined) throw error;
    skip("NOT CHECKED: there is no python3 on this machine.");
  }
  const { stdout, stderr } = spawnSync("python3", ["-c", readWithPython], {
    input: await composeMessage(message),
    encoding: "utf8",
  });

  expect(stderr).toBe("");
  const box = ({ name, address }: { name: string; address: string }): string[][] => [[name, address]];
  expect(JSON.parse(stdout)).toEqual({
    subject: message.subject,
    from: box(message.from),
    to: box(message.to),
    replyTo: box({ name: "", address: "letters@example.com" }),
    messageId: message.messageId,
    text: "Text first.\n.\nFrom here on.\n",
    html: message.html,
    types: ["text/plain", "text/html", "image/png"],
    picture: "not really a picture",
    defects: [],
  });
});

test("the text comes before the HTML, and no line is longer than SMTP allows", async () => {
  const raw = (await composeMessage({ ...message, html: `<p>${"long ".repeat(2000)}</p>` })).toString(
    "latin1",
  );

  expect(raw.indexOf("text/plain")).toBeLessThan(raw.indexOf("text/html"));
  expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(raw).not.toMatch(/[^\r]\n/u);
});

/** The names of a message's headers, in its order; a line that is neither a header nor the rest of one stands as it is. */
function headerLines(raw: string): string[] {
  return raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .split("\r\n")
    .filter((line) => !/^[ \t]+\S/u.test(line))
    .map((line) => line.replace(/^([\w-]+): ?.*$/su, "$1"));
}

const everyHeader = [
  "From,Reply-To,Subject,Date,To,Message-ID,List-Unsubscribe,List-Id,List-Help,Feedback-ID",
  "Auto-Submitted,Precedence,MIME-Version,Content-Type",
].flatMap((names) => names.split(","));

test.each(["x".repeat(57), "x".repeat(60), "x".repeat(61), "Новости нашей редакции", ""])(
  'a newsletter called "%s" has all its headers',
  async (title) => {
    const raw = (await composeMessage({ ...message, list: { ...message.list, title } })).toString();

    expect(headerLines(raw)).toEqual(everyHeader);
    expect(raw).toMatch(/^List-Id: (?:[^\r]|\r\n )*<weekly\.example\.com>\r$/mu);
  },
);

test("whatever the names and titles are, the headers are all there and none ends them early", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 90 }),
    fc.string({ unit: fc.constantFrom("a", " ", "é", "Ж", "漢", "😀", '"', "\r\n", "\t"), maxLength: 90 }),
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (title, subject, name, reply) => {
      const raw = (
        await composeMessage({
          ...message,
          subject,
          from: { name, address: "editor@example.com" },
          replyTo: { name: reply, address: "letters@example.com" },
          to: { name, address: `${"r".repeat(60)}@${"long.".repeat(12)}example.org` },
          list: { ...message.list, title },
        })
      ).toString();

      expect(headerLines(raw)).toEqual(everyHeader);
    }),
    { numRuns: 300 },
  );
});

test("the same message is the same bytes", async () => {
  expect(await composeMessage(message)).toEqual(await composeMessage(message));
});

test("a Message-ID depends on issue and recipient and on nothing else", () => {
  const id = messageIdOf("weekly/regular/slot", "a@example.com", "example.com");

  expect(messageIdOf("weekly/regular/slot", "a@example.com", "example.com")).toBe(id);
  expect(messageIdOf("weekly/regular/slot", "b@example.com", "example.com")).not.toBe(id);
  expect(messageIdOf("weekly/regular/other", "a@example.com", "example.com")).not.toBe(id);
  expect(id).toMatch(/^<[0-9a-f]{32}@example\.com>$/u);
});
