/** A screen to look at the page on. */
export interface Medium {
  readonly scheme: "light" | "dark";
  /** CSS pixels. */
  readonly width: number;
}

/** Whether a list of media queries holds. A condition we do not know does not hold, as in CSS (Media Queries 4, 3.2). */
export function mediaMatches(list: string, medium: Medium): boolean {
  if (list.trim() === "") return true;
  return list.split(",").some((query) => queryMatches(query.trim().toLowerCase(), medium));
}

function queryMatches(query: string, medium: Medium): boolean {
  const negated = /^not\s+/u.test(query);
  const parts = query
    .replace(/^(?:not|only)\s+/u, "")
    .split(/\s+and\s+/u)
    .map((part) => part.trim());
  const known = parts.map((part) => partMatches(part, medium));
  if (known.includes(undefined)) return false;
  const holds = known.every((part) => part === true);
  return negated ? !holds : holds;
}

function partMatches(part: string, medium: Medium): boolean | undefined {
  if (part === "all" || part === "screen") return true;
  if (part === "print" || part === "speech") return false;
  const [, feature, value] = /^\(\s*([\w-]+)\s*:\s*([^)]+?)\s*\)$/u.exec(part) ?? [];
  if (feature === "prefers-color-scheme") return value === medium.scheme;
  const pixels = /^([\d.]+)(?:px)?$/u.exec(value ?? "")?.[1];
  const limit = pixels === undefined ? lengthInEm(value ?? "") : Number(pixels);
  if (limit === undefined) return undefined;
  if (feature === "max-width" || feature === "max-device-width") return medium.width <= limit;
  if (feature === "min-width" || feature === "min-device-width") return medium.width >= limit;
  return undefined;
}

/** In a media query an em is the initial font size. */
function lengthInEm(value: string): number | undefined {
  const em = /^([\d.]+)r?em$/u.exec(value)?.[1];
  return em === undefined ? undefined : Number(em) * 16;
}
