import { expect, test } from "vitest";
import { scrub } from "../../src/platform/logger.ts";

test.each([
  ["550 5.1.1 <ada@harbour.town>: no such user", "550 5.1.1 <(address)>: no such user"],
  ["smtp://me:hunter2@mail.harbour.town:587 is down", "(address) is down"],
  ["to ada.lovelace+tag@harbour.town, bob@x.org", "to (address), (address)"],
  ["user 李@例え.jp said", "user (address) said"],
  ["issue 3: 4 accepted", "issue 3: 4 accepted"],
])("no address and no password reaches a log: %s", (text, expected) => {
  expect(scrub(text)).toBe(expected);
});
