/** Letters; an item that began further above is not looked for. */
const reach = 2000;

/** The indentation of the line that a text ends on, if that and an item of a list above make it the item's; else none. */
export function readItemIndent(above: string): string {
  const lines = above.slice(-reach).split("\n");
  const indent = /^[ \t]+$/.exec(lines.pop() ?? "")?.[0] ?? "";
  if (indent === "") return "";
  const outer = lines.findLast((line) => line.trim() !== "" && !line.startsWith(indent)) ?? "";
  return /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(outer) ? indent : "";
}
