export type WrittenZone =
  | { readonly kind: "none" }
  | { readonly kind: "offset"; readonly offsetMs: number }
  /** An IANA name. */
  | { readonly kind: "zone"; readonly timeZone: string };

/** Hours east of UTC: the abbreviations of RFC 2822 and those that mean one thing only. `IST` and `BST` do not. */
const abbreviations: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 1,
    CET: 1,
    CEST: 2,
    EET: 2,
    EEST: 3,
    MSK: 3,
    WIB: 7,
    WITA: 8,
    WIT: 9,
    JST: 9,
    KST: 9,
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
    PST: -8,
    PDT: -7,
    AWST: 8,
    AEST: 10,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
  }),
);

/** Milliseconds east of UTC; undefined where no zone is so far from it. @param sign `+`, `-`, or nothing for UTC itself. */
export function readOffset(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): number | undefined {
  const all = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (all > 15 * 60 || Number(minutes ?? 0) > 59) return undefined;
  return (sign === "-" ? -1 : 1) * all * 60_000;
}

/**
 * What a date's zone means: nothing, an offset (`+01:00`, `+0100`, `+1`, `+1h`, `GMT+0100 (CET)`, `+0100 CET`), an abbreviation, an IANA name.
 *
 * @returns undefined where it is not known.
 */
export function readZone(text: string): WrittenZone | undefined {
  // Behind an offset, Go and JavaScript name the zone once more.
  const zone = text
    .replace(/\s*\([^)]*\)$/, "")
    .replace(/^(Z|[+-]\d{2}:?\d{2})(?:\s+[A-Z]{2,5}|\[[\w/+-]+\])$/, "$1")
    .replace(/^\[(.*)\]$/, "$1");
  if (zone === "") return { kind: "none" };
  const named = abbreviations.get(zone.toUpperCase());
  if (named !== undefined) return { kind: "offset", offsetMs: named * 3_600_000 };
  const offset = /^(?:GMT|UTC)?\s*([+-])(\d{1,2})(?:h|:?(\d{2})|:)?$/i.exec(zone);
  if (offset !== null) {
    const offsetMs = readOffset(offset[1], offset[2], offset[3]);
    return offsetMs === undefined ? undefined : { kind: "offset", offsetMs };
  }
  if (!/^[A-Z]\w+\/[\w/+-]+$/i.test(zone)) return undefined;
  try {
    return {
      kind: "zone",
      timeZone: new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone,
    };
  } catch {
    return undefined;
  }
}
