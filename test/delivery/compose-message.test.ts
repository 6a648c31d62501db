import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { composeMessage, type Message } from "../../src/delivery/message/compose-message.ts";
import { messageIdOf } from "../../src/delivery/message/message-id.ts";

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

test("the text comes before the HTML, and no line is longer than SMTP allows", async () => {
  const raw = (await composeMessage({ ...message, html: `<p>${"long ".repeat(2000)}</p>` })).toString(
    "latin1",
  );

  expect(raw.indexOf("text/plain")).toBeLessThan(raw.indexOf("text/html"));
  expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(raw).not.toMatch(/[^\r]\n/u);
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
