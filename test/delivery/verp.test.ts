import { expect, test } from "vitest";
import { readVerp, verpAddress } from "../../src/delivery/message/verp.ts";
import { readUnsubscribe, signUnsubscribe } from "../../src/subscribers/unsubscribe-token.ts";

const returnPath = "bounces@list.example";

test.each(["ada@example.com", "a+tag@example.com", "a-b.c_d@sub.example.org"])(
  "a return path says that it is of %s, and of which issue",
  (address) => {
    const claim = { issueId: 12, address };
    const path = verpAddress(returnPath, claim);

    expect(path).toMatch(/^bounces\+12-.*@list\.example$/u);
    expect(readVerp(path, returnPath)).toEqual(claim);
  },
);

test("an address too long or too strange for a return path keeps the plain one", () => {
  expect(verpAddress(returnPath, { issueId: 1, address: `${"a".repeat(60)}@example.com` })).toBe(returnPath);
  expect(verpAddress(returnPath, { issueId: 1, address: "zoë@example.com" })).toBe(returnPath);
  expect(readVerp("someone@else.example", returnPath)).toBeUndefined();
});

test("a link to leave is read only with the secret it was made with", () => {
  const claim = { newsletter: "weekly", address: "ada@example.com" };
  const token = signUnsubscribe(claim, "a secret of some length");

  expect(readUnsubscribe(token, "a secret of some length")).toEqual(claim);
  expect(readUnsubscribe(token, "another secret altogether")).toBeUndefined();
  expect(readUnsubscribe(`${token}x`, "a secret of some length")).toBeUndefined();
  expect(readUnsubscribe("rubbish", "a secret of some length")).toBeUndefined();
});
