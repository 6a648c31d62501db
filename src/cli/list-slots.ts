import { nextSlots, type Slot } from "../schedule/slots.ts";
import type { CommandContext } from "./command-context.ts";

/** The next slots of every cadence, in order of time. */
export function listSlots({ config, now }: Pick<CommandContext, "config" | "now">, count: number): Slot[] {
  return config.newsletters
    .flatMap(({ key, cadences, timeZone }) =>
      cadences.flatMap(({ name, cron }) =>
        nextSlots({ cron, timeZone }, now(), count).map((slot) => ({ newsletter: key, cadence: name, slot })),
      ),
    )
    .sort((a, b) => a.slot.getTime() - b.slot.getTime())
    .slice(0, count);
}
