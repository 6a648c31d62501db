import { isCallout } from "../widgets/callouts.ts";

/** Words that only say how a part looks. */
const looks = new Set(
  "red orange yellow green cyan blue purple violet pink gray grey black white light dark theme accent regular simple flat modern disabled no-icon icon open closed close center left right small large larger block outline solid subtitle logo".split(
    " ",
  ),
);

/** Whether a part of what a tag is given only says how it looks: a colour, a size, an icon. */
export function isLook(part: string): boolean {
  return part
    .split(/\s+/)
    .every(
      (word) =>
        looks.has(word.toLowerCase()) ||
        /^(?:fa[srlb]?|iconfont|anzhiyufont)$|^(?:fa|icon|anzhiyu-icon)-[\w-]+$|^#[\da-f]{3,8}$|^(?:color|child|icon|width|height|padding|ratio|bg|download)[:=]/i.test(
          word,
        ),
    );
}

/** What a passage is called: its title, or else the word that says what it is, such as `warning`. */
export function titleOf(parts: readonly string[], between: string): string {
  const told = parts.filter((part) => part !== "" && !isLook(part));
  const [kind = "", ...title] = told;
  if (!isCallout(kind) && !/^(?:primary|default)$/.test(kind)) return told.join(between);
  if (title.length > 0) return title.join(between);
  return isCallout(kind) ? kind.charAt(0).toUpperCase() + kind.slice(1) : "";
}
