import { closest, distance } from "fastest-levenshtein";

/** The names there are, the likeliest first where one was misspelt. */
export function listNames(name: string, names: readonly string[]): string {
  if (names.length === 0) return "nothing, since there is none";
  const near = closest(name, names);
  const hint =
    distance(name, near) <= Math.max(2, Math.floor(near.length / 3)) ? `${near} (did you mean that?), ` : "";
  const others = names.filter((other) => hint === "" || other !== near);
  if (others.length === 0) return hint === "" ? near : hint.replace(/, $/, "");
  return `${hint}${hint === "" ? "one of " : "or one of "}${others.join(", ")}`;
}
