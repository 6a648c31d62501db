/** What Medium puts below a text that it exports: who wrote it and when, where it stands, and that it was exported. */
const footer =
  /\n[ \t]*(?:By \[[^\]\n]{1,200}\]\([^()\n]{0,500}\)[^\n]{0,300}\n\s*)?(?:\[[^\]\n]{1,60}\]\(https:\/\/[^()\n]{1,500}\)\.?[ \t]*\n\s*)?Exported from \[?Medium\b[^\n]{0,120}\s*$/;

/** A title, and the subtitle below it. */
const start = /^\s*(?:#{1,3}[ \t][^\n]*\n\s*)?([^\s#][^\n]*)\n[ \t]*\n/;
/** Letters within which a text repeats its subtitle. */
const opening = 4000;

/**
 * Takes the footer off a text that Medium exported, and a subtitle that Medium made of the text's own first words: the text
 * repeats it, whole or as the start of a paragraph.
 */
export function replaceMedium(markdown: string): string {
  const at = markdown.lastIndexOf("Exported from ");
  const end = at === -1 ? null : footer.exec(markdown.slice(Math.max(0, at - 2000)));
  if (end === null) return markdown;
  const text = markdown.slice(0, markdown.length - end[0].length);
  const [all = "", subtitle = ""] = start.exec(text.slice(0, opening)) ?? [];
  const words = subtitle.trim().replace(/(?:…|\.{3})$/, "");
  const isRepeated =
    words !== "" &&
    text
      .slice(all.length, opening)
      .split("\n")
      .some((line) => line.startsWith(words));
  return isRepeated ? text.slice(0, all.lastIndexOf(subtitle)) + text.slice(all.length) : text;
}
