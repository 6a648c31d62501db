import { expect, test } from "vitest";
import { readVerp, verpAddress, verpToken } from "../../src/delivery/message/verp.ts";
import { readUnsubscribe, signUnsubscribe } from "../../src/subscribers/unsubscribe-token.ts";

const returnPath = "bounces@list.example";

const token = verpToken("<0123456789abcdef0123456789abcdef@list.example>");

test.each(["ada@example.com", "a+tag@example.com", "a-b.c_d@s.example"])(
  "a return path says that it is of %s, and of which issue",
  (address) => {
    const path = verpAddress(returnPath, { issueId: 12, token, address });

    expect(path).toMatch(/^bounces\+12-0123456789ab-.*@list\.example$/u);
    expect(readVerp(path, returnPath)).toEqual({ issueId: 12, token, address });
    expect(readVerp(path.toUpperCase(), returnPath)).toEqual({ issueId: 12, token, address });
  },
);

test.each([`${"a".repeat(60)}@example.com`, "zoë@example.com"])(
  "%s has no place in a return path, whose token still tells whose it is",
  (address) => {
    const path = verpAddress(returnPath, { issueId: 1, token, address });

    expect(path).toBe("bounces+1-0123456789ab@list.example");
    expect(readVerp(path, returnPath)).toEqual({ issueId: 1, token, address: undefined });
  },
);

test.each([
  "someone@else.example",
  "bounces@list.example",
  "bounces+1-ada=example.com@list.example",
  "bounces+x-0123456789ab@list.example",
  "bounces+1-0123456789ab-ada@list.example",
  "",
])("%j is no return path of ours with a reader in it", (address) => {
  expect(readVerp(address, returnPath)).toBeUndefined();
});

test("a link to leave is read only with the secret it was made with", () => {
  const claim = { newsletter: "weekly", address: "ada@example.com" };
  const token = signUnsubscribe(claim, "a secret of some length");

  expect(readUnsubscribe(token, "a secret of some length")).toEqual(claim);
  expect(readUnsubscribe(token, "another secret altogether")).toBeUndefined();
  expect(readUnsubscribe(`${token}x`, "a secret of some length")).toBeUndefined();
  expect(readUnsubscribe("rubbish", "a secret of some length")).toBeUndefined();
});
