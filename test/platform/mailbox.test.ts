import fc from "fast-check";
import { expect, test } from "vitest";
import { GazetteError } from "../../src/platform/errors.ts";
import { isAddress, normaliseAddress, parseMailbox, parseMailboxes } from "../../src/platform/mailbox.ts";

test.each([
  ["reader@example.com", { name: "", address: "reader@example.com" }],
  ["A Reader <reader@example.com>", { name: "A Reader", address: "reader@example.com" }],
  ['"Reader, A." <reader@example.com>', { name: "Reader, A.", address: "reader@example.com" }],
  ["رقية <ruqayya@example.com>", { name: "رقية", address: "ruqayya@example.com" }],
  ["用户@例え.jp", { name: "", address: "用户@例え.jp" }],
])("%s is read as one mailbox", (text, mailbox) => {
  expect(parseMailbox(text)).toEqual(mailbox);
});

test.each([
  "",
  "reader",
  "reader@",
  "@example.com",
  "a b@example.com",
  "a@b.example;c@d.example",
  "a@example.com, b@example.com",
  "a@example..com",
  ".a@example.com",
  "a@-example.com",
  "a@example.com\r\nBcc: x@example.com",
  "Team: a@example.com;",
  `${"a".repeat(65)}@example.com`,
])("%j is refused as one mailbox, with what to write instead", (text) => {
  expect(() => parseMailbox(text)).toThrow(GazetteError);
});

test("a list keeps its order and splits at commas outside of quotes", () => {
  expect(
    parseMailboxes('B <b@example.com>, "A, the First" <a@example.com>').map(({ address }) => address),
  ).toEqual(["b@example.com", "a@example.com"]);
});

test("two spellings of one address are one subscriber", () => {
  expect(normaliseAddress(" Reader@Example.COM ")).toBe("reader@example.com");
});

test("nothing that reads as an address can break out of an envelope or a header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      if (isAddress(text)) expect(text).not.toMatch(/[\s<>,;:"\\\p{Cc}]/u);
    }),
    { numRuns: 5000 },
  );
});
