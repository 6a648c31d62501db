import type { Message } from "../../src/delivery/message/compose-message.ts";

/** A message with what canonicalisation stumbles over: a dot at a line's start, trailing blanks, tabs (RFC 6376, section 3.4). */
export const plainMessage: Message = {
  from: { name: "The Editor", address: "editor@example.com" },
  replyTo: undefined,
  to: { name: "Ada", address: "ada@example.org" },
  subject: "What the tides said",
  date: new Date("2026-11-22T07:00:00Z"),
  messageId: "<1@example.com>",
  text: "Hello  there.\n\n. A dot\nTrailing space \n",
  html: "<p>Hello</p>\n   <p>indented\tand tabbed</p>",
  images: [],
  list: {
    id: "weekly.example.com",
    title: "The Weekly",
    help: "mailto:editor@example.com?subject=help",
    unsubscribe: ["https://news.example.com/unsubscribe/token", "mailto:editor@example.com"],
  },
  feedbackId: "weekly-1:weekly:digest:example.com",
};
