/** Characters around the end of a comment in which its line has to begin and to end. */
const lineReach = 200;

/** A comment that holds another one ends with it, and leaves its own end behind on a line. */
export function removeStrayComments(text: string): string {
  let cleaned = "";
  let done = 0;
  let opening = text.indexOf("<!--");
  for (let end = text.indexOf("-->"); end !== -1; end = text.indexOf("-->", done)) {
    if (opening !== -1 && opening < done) opening = text.indexOf("<!--", done);
    const next = end + "-->".length;
    const isStray = opening === -1 || opening > end;
    const isAlone =
      /(?:^|\n)[ \t]*$/.test(
        `${end > lineReach ? "…" : ""}${text.slice(Math.max(0, end - lineReach), end)}`,
      ) && /^[ \t]*(?:\n|$)/.test(text.slice(next, next + lineReach));
    cleaned += text.slice(done, isStray && isAlone ? end : next);
    done = next;
  }
  return cleaned + text.slice(done);
}
