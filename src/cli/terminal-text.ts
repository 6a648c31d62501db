/** What a terminal obeys, or takes for an end of a line, but for line feeds and tabs: C0 and C1, Unicode's ends of lines. */
const commands = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/g;
/** Colours and weights, as `styleText` sets them. */
const styles = /(\x1b\[\d{1,2}m)/;
/** What opens and closes a direction of writing, or a part of a line that has its own. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as it may be written to a terminal: colours, line feeds and tabs stay; what else a terminal would obey is shown as an
 * escape, and so are directions of writing that one of its lines leaves open.
 */
export function toTerminal(text: string): string {
  return text
    .split("\n")
    .map((line) => showDirections(line).split(styles).map(showCommands).join(""))
    .join("\n");
}

/** Text of strangers as a part of one line: as `toTerminal` has it, with line feeds, tabs and colours as escapes too. */
export function toTerminalLine(text: string): string {
  return showDirections(text)
    .replace(commands, showCode)
    .replace(/[\t\n]/g, showCode);
}

function showCommands(part: string, at: number): string {
  // Every second part is a style.
  return at % 2 === 1 ? part : part.replace(commands, showCode);
}

function showDirections(line: string): string {
  const open: string[] = [];
  for (const [sign] of line.matchAll(directions)) {
    if (sign !== "\u202c" && sign !== "\u2069") open.push(sign > "\u2065" ? "\u2069" : "\u202c");
    else if (open.pop() !== sign) return line.replace(directions, showCode);
  }
  return open.length === 0 ? line : line.replace(directions, showCode);
}

function showCode(char: string): string {
  if (char === "\n") return String.raw`\n`;
  const code = char.charCodeAt(0);
  return code < 0x100
    ? String.raw`\x${code.toString(16).padStart(2, "0")}`
    : String.raw`\u${code.toString(16).padStart(4, "0")}`;
}
