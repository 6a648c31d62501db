/** Elements that no email shows, and that end only where they are closed; not those that take Markdown for their own text. */
const names =
  "option|select|button|template|svg|math|object|applet|canvas|audio|video|map|datalist|dialog|nav|route";
const tag = new RegExp(`<(/?)(${names})(?=[\\s/>])[^<>]*>`, "gi");

/**
 * HTML without the tags of such elements that are closed nowhere: what follows them is no part of them, and would be lost
 * to the end of the text. A film or a recording ends where it starts.
 */
export function withoutUnclosed(html: string): string {
  const closed = new Map<string, number>();
  const pieces: string[] = [];
  let end = html.length;
  for (const match of [...html.matchAll(tag)].toReversed()) {
    const [written, slash, name = ""] = match;
    const folded = name.toLowerCase();
    const count = closed.get(folded) ?? 0;
    closed.set(folded, slash === "/" ? count + 1 : Math.max(0, count - 1));
    if (slash === "/" || count > 0) continue;
    const isPlayer = folded === "video" || folded === "audio";
    pieces.push(html.slice(match.index + written.length, end), isPlayer ? `${written}</${folded}>` : "");
    end = match.index;
  }
  return html.slice(0, end) + pieces.reverse().join("");
}
