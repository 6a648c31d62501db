import type { Article } from "../../articles/article.ts";
import type { Selection } from "./selection.ts";

/** Articles that an issue, or an edition of it, shows under their title, in reading order; links are not among them. */
export function listShown({
  lead,
  sections,
  inBrief,
}: Pick<Selection, "lead" | "sections" | "inBrief">): Article[] {
  return [...(lead === undefined ? [] : [lead]), ...sections.flatMap(({ articles }) => articles), ...inBrief];
}
