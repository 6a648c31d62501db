import { expect, test } from "vitest";
import { composeAhead } from "../../src/delivery/compose-ahead.ts";
import { limitRunning } from "../../src/delivery/dkim/limit-running.ts";
import type { OutgoingMessage } from "../../src/delivery/transport.ts";
import type { DeliveryRow } from "../../src/storage/schema/delivery-tables.ts";

function openScene(addresses: readonly string[], compose: (address: string) => Promise<void>) {
  const rows = addresses.map((address) => ({ address }) as DeliveryRow);
  const composed: string[] = [];
  const waiting = [...rows];
  const ahead = composeAhead(
    async ({ address }) => {
      composed.push(address);
      await compose(address);
      return { envelope: { from: "editor@example.com", to: address } } as OutgoingMessage;
    },
    () => waiting.slice(0, 2),
  );
  return { rows, composed, take: () => ahead(waiting.shift() ?? ({} as DeliveryRow)), again: ahead };
}

test("the next messages are begun while one is on its way, and each is composed once", async () => {
  const { composed, take } = openScene(["a", "b", "c", "d"], () => Promise.resolve());

  expect((await take()).envelope.to).toBe("a");
  expect(composed).toEqual(["a", "b", "c"]);
  for (const address of ["b", "c", "d"]) expect((await take()).envelope.to).toBe(address);
  expect(composed).toEqual(["a", "b", "c", "d"]);
});

test("a message that cannot be composed is told to the one that sends it, and composed anew when it is tried again", async () => {
  let isBroken = true;
  const { rows, take, again } = openScene(["a", "b"], (address) =>
    address === "b" && isBroken ? Promise.reject(new Error("the key is gone")) : Promise.resolve(),
  );

  await take();
  await expect(take()).rejects.toThrow("the key is gone");
  isBroken = false;
  const [, second] = rows;
  expect(second && (await again(second)).envelope.to).toBe("b");
});

test("no more works run at a time than allowed, in order, also where one fails", async () => {
  const limited = limitRunning(2);
  const events: string[] = [];
  let running = 0;
  const work = (name: string) =>
    limited(async () => {
      running += 1;
      expect(running).toBeLessThanOrEqual(2);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      events.push(name);
      if (name === "b") throw new Error("b");
    });

  const ends = await Promise.allSettled(["a", "b", "c", "d", "e"].map(work));

  expect(events).toEqual(["a", "b", "c", "d", "e"]);
  expect(ends.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
});
