import { expect, test } from "vitest";
import { GazetteError } from "../../src/platform/errors.ts";
import { isAddress, normaliseAddress, parseMailbox, parseMailboxes } from "../../src/platform/mailbox.ts";
import fc from "../support/fast-check.ts";

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

test.each([
  [" Reader@Example.COM ", "reader@example.com"],
  ["Ada@BÜCHER.example", "ada@xn--bcher-kva.example"],
  ["ada@ｂücher.example", "ada@xn--bcher-kva.example"],
  ["ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"],
  ["ada@bu\u0308cher。example", "ada@xn--bcher-kva.example"],
  ["Zoë@example.com", "zoë@example.com"],
])("every spelling of one address is one subscriber: %s", (spelling, address) => {
  expect(normaliseAddress(spelling)).toBe(address);
});

test.each([
  "a@1.2.3",
  "a@2130706433",
  "a@127.0.0.1",
  "a@host.0x7f",
  "a@１２７.０.０.１",
  "a@ü\u00a0.example",
  `a@${"é".repeat(60)}.example`,
  "a@b.example/c",
  "a@b.example:25",
  "a@ü.example/c",
  "a@ü.example?c",
])("%s is no address of anyone, and is not made into one", (text) => {
  expect(isAddress(text)).toBe(false);
  expect(isAddress(normaliseAddress(text))).toBe(false);
});

test("one form of an address is the same when it is made again, and as valid", () => {
  const unit = fc.constantFrom(
    "a",
    "B",
    "ü",
    "ß",
    "İ",
    "ｂ",
    "हि",
    "。",
    ".",
    "-",
    "1",
    "@",
    "xn--",
    "\u200b",
    "/",
    " ",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), (domain) => {
      const once = normaliseAddress(`Ada@${domain}`);
      expect(normaliseAddress(once)).toBe(once);
      if (isAddress(`Ada@${domain}`)) expect(isAddress(once)).toBe(true);
      if (isAddress(once)) expect(once).toMatch(/^[a-z\d.@-]+$/u);
    }),
    { numRuns: 3000 },
  );
});

test("nothing that reads as an address can break out of an envelope or a header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      if (isAddress(text)) expect(text).not.toMatch(/[\s<>,;:"\\\p{Cc}]/u);
    }),
    { numRuns: 5000 },
  );
});
