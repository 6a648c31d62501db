import { expect, test } from "vitest";
import {
  deliveryTransitions,
  isTransition,
  settledStates,
} from "../../../src/storage/deliveries/delivery-transitions.ts";
import type { DeliveryState } from "../../../src/storage/schema/delivery-tables.ts";

const states = Object.keys(deliveryTransitions) as DeliveryState[];

test("a body leaves only from in_data, and only a lease leads there", () => {
  expect(states.filter((state) => isTransition(state, "in_data"))).toEqual(["leased"]);
  expect(states.filter((state) => isTransition(state, "accepted"))).toEqual(["in_data", "uncertain"]);
});

test("what may have been accepted never becomes due by itself: no step leads from it to leased", () => {
  for (const state of ["accepted", "uncertain", "bounced", "complained"] as const)
    expect(isTransition(state, "leased")).toBe(false);
});

test("every state that is not settled can still end", () => {
  const reaches = (from: DeliveryState, seen: ReadonlySet<DeliveryState> = new Set()): boolean =>
    settledStates.has(from) ||
    deliveryTransitions[from].some((next) => !seen.has(next) && reaches(next, new Set([...seen, from])));

  expect(states.filter((state) => !reaches(state))).toEqual([]);
});
