import { expect, test } from "vitest";
import { toOutcome } from "../../src/delivery/outcome.ts";

const reply = (code: number | undefined) => ({
  code,
  enhancedCode: undefined,
  text: "",
  host: "relay.example",
});

test.each([
  { code: 250, bodyStarted: true, state: "accepted" },
  { code: 421, bodyStarted: false, state: "deferred" },
  { code: 451, bodyStarted: true, state: "deferred" },
  { code: 550, bodyStarted: false, state: "failed" },
  { code: 554, bodyStarted: true, state: "failed" },
  { code: undefined, bodyStarted: false, state: "deferred" },
  { code: undefined, bodyStarted: true, state: "uncertain" },
])("a reply of $code with the body begun: $bodyStarted is $state", ({ code, bodyStarted, state }) => {
  expect(toOutcome({ bodyStarted, reply: reply(code) }).state).toBe(state);
});
