import { GazetteError } from "../../platform/errors.ts";
import type { SendOptions } from "./send-options.ts";

/** What a send is asked to do where it is not to make and send the next issue. */
const roads = {
  due: "--due",
  approve: "--approve",
  reject: "--reject",
  to: "--to",
  only: "--only",
  issue: "--issue",
  joined: "--joined",
} as const satisfies Partial<Record<keyof SendOptions, string>>;

type Road = keyof typeof roads;

/** What shapes one of them. */
const shapes = {
  since: "--since",
  until: "--until",
  dryRun: "--dry-run",
  force: "--force",
  atOnce: "--at-once",
  arrived: "--arrived",
} as const satisfies Partial<Record<keyof SendOptions, string>>;

type Shape = keyof typeof shapes;

/** With the options of one road go these others. */
const together: Readonly<Record<Road, readonly (Road | Shape)[]>> = {
  due: [],
  approve: ["force", "atOnce"],
  reject: [],
  to: ["since", "until", "dryRun", "force"],
  only: ["issue", "joined", "dryRun", "arrived"],
  issue: ["only", "joined", "dryRun", "arrived"],
  joined: ["only", "issue"],
};

/**
 * Options that would be passed over are refused: whoever adds `--dry-run` means that nothing goes out.
 *
 * @throws GazetteError `usage`, for the first two that do not go together.
 */
export function assertSendOptions(key: string | undefined, options: SendOptions): void {
  if (options.only !== undefined || options.issue !== undefined || options.joined === true)
    assertNoWindow(options);
  const isGiven = (name: Road | Shape): boolean => options[name] !== undefined;
  const names = { ...roads, ...shapes };
  for (const road of (Object.keys(roads) as Road[]).filter(isGiven)) {
    const other = (Object.keys(names) as (Road | Shape)[]).find(
      (name) => name !== road && isGiven(name) && !together[road].includes(name),
    );
    if (other !== undefined) {
      throw new GazetteError("usage", `${roads[road]} and ${names[other]} do not go together.`, {
        hint: `Leave one of them out; nothing was done. \`gazette send --help\` says what each does.`,
      });
    }
  }
  if (isGiven("atOnce") && !isGiven("approve")) throw needs("--at-once", "--approve HASH");
  if (isGiven("arrived") && options.only?.split(",").some((state) => state.trim() === "uncertain") !== true)
    throw needs("--arrived", "--only uncertain");
  if (isGiven("due") && key !== undefined) {
    throw new GazetteError("usage", `--due is for every newsletter; found "${key}" beside it.`, {
      hint: `\`gazette send ${key}\` sends that one now.`,
    });
  }
}

function needs(option: string, other: string): GazetteError {
  return new GazetteError("usage", `${option} is for ${other}, which is not there.`, {
    hint: "Nothing was done. `gazette send --help` says what each option does.",
  });
}

/** A window makes a new issue; one that is frozen has its own. */
function assertNoWindow({ since, until }: SendOptions): void {
  if (since === undefined && until === undefined) return;
  throw new GazetteError(
    "usage",
    "--since and --until are for a new issue, not for one that was sent already.",
    { hint: "Leave them out, or leave out --issue, --only and --joined." },
  );
}
