import { expect, test } from "vitest";
import { toOutcome } from "../../src/delivery/outcome.ts";

const reply = (code: number | undefined) => ({
  code,
  enhancedCode: undefined,
  text: "",
  host: "relay.example",
});

test.each([
  { code: 250, phase: "end", state: "accepted" },
  { code: 421, phase: "mail", state: "deferred" },
  { code: 450, phase: "rcpt", state: "deferred" },
  { code: 451, phase: "end", state: "deferred" },
  { code: 550, phase: "rcpt", state: "failed" },
  { code: 554, phase: "end", state: "failed" },
  { code: 354, phase: "end", state: "uncertain" },
  { code: undefined, phase: "rcpt", state: "deferred" },
  { code: undefined, phase: "body", state: "deferred" },
  { code: undefined, phase: "end", state: "uncertain" },
] as const)("a reply of $code in the phase $phase is $state", ({ code, phase, state }) => {
  expect(toOutcome({ phase, reply: reply(code) }).state).toBe(state);
});

test("a full mailbox is tried again, whatever class its reply has", () => {
  const full = { ...reply(552), enhancedCode: "5.2.2" };

  expect(toOutcome({ phase: "end", reply: full }).state).toBe("deferred");
});
