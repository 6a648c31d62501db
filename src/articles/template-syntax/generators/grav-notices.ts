/** One to four marks of exclamation before a text, which says how urgent it is; not a picture with a space in it. */
const notice = /^ {0,3}(!{1,4})[ \t]+(?!\[)(\S.*)$/;

/** Letters; what is longer is no cry. */
const maxCry = 60;

/** Turns Grav's notices, blocks of lines with `!` to `!!!!` before them, into quotations. */
export function replaceNotices(markdown: string): string {
  if (!/^ {0,3}!{1,4}[ \t]/m.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  let above: "text" | "blank" | "notice" = "blank";
  return lines
    .map((line, at) => {
      const [, mark = "", words = ""] = notice.exec(line) ?? [];
      const isNotice =
        words !== "" &&
        (above === "notice" || (above === "blank" && startsNotice(mark, words, lines[at + 1] ?? "")));
      above = isNotice ? "notice" : line.trim() === "" ? "blank" : "text";
      return isNotice ? `> ${words}` : line;
    })
    .join("\n");
}

/** Not a few words that are cried, `!!! Attention everyone`, nor MkDocs' own, `!!! note "Title"`, whose text is indented below it. */
function startsNotice(mark: string, words: string, below: string): boolean {
  if (mark === "!!!" && (/^(?: {4}|\t)/.test(below) || /^[\w-]+(?:[ \t]+"[^"]*")?$/.test(words)))
    return false;
  return mark === "!" || words.length > maxCry || /[.!?:…]\W{0,3}$/.test(words) || notice.test(below);
}
