import { dedent, keptEnd, keptStart } from "./cleaning.ts";
import { callout } from "./widgets.ts";

/**
 * Turns the containers of VitePress, Docusaurus, Pandoc and Quarto (`:::tip Title … :::`) and of MkDocs (`!!! note
 * "Title"` over an indented text) into passages set off from the text.
 */
export function replaceAdmonitions(markdown: string): string {
  const text = markdown.includes(":::") ? replaceContainers(markdown) : markdown;
  return /^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]/m.test(text) ? replaceIndented(text) : text;
}

/** Containers nest; an opening with no end runs to the end of the text. */
function replaceContainers(markdown: string): string {
  const stack: { label: string; isPlain: boolean; lines: string[] }[] = [
    { label: "", isPlain: true, lines: [] },
  ];
  const close = (): void => {
    const container = stack.pop();
    const inner = container?.lines.join("\n") ?? "";
    stack
      .at(-1)
      ?.lines.push(
        container?.isPlain === true ? `\n${dedent(inner)}\n` : callout(container?.label ?? "", inner),
      );
  };
  for (const line of markdown.split("\n")) {
    const opening = /^[ \t]*(:{3,})[ \t]*([^\s:].*)$/.exec(line);
    if (/^[ \t]*:{3,}[ \t]*$/.test(line)) {
      if (stack.length > 1) close();
    } else if (opening !== null && stack.length < 20)
      stack.push({ ...readOpening(opening[2] ?? ""), lines: [] });
    else stack.at(-1)?.lines.push(line);
  }
  while (stack.length > 1) close();
  return (stack[0]?.lines ?? [])
    .join("\n")
    .replace(/^[ \t]*::[\w-]+(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})?[ \t]*$/gm, "");
}

/** `tip Title`, `note[Title]{#id}`, `{.callout-note}`, `details Summary`. */
function readOpening(written: string): { label: string; isPlain: boolean } {
  const callout = /\.callout-(\w+)/.exec(written)?.[1];
  const attributes = written.replace(/\{[^{}]*\}/g, "").trim();
  const match = /^([\w-]+)[ \t]*(?:\[([^\]]*)\]|(.*))$/.exec(attributes);
  const kind = callout ?? match?.[1] ?? "";
  const title = (match?.[2] ?? match?.[3] ?? "").trim().replace(/^["']|["']$/g, "");
  if (
    kind === "" ||
    /^(?:code-group|tabs?|columns?|container|div|raw|v-pre|grid|row|center|figure|gallery)$/.test(kind)
  )
    return { label: "", isPlain: true };
  return { label: title === "" ? kind.charAt(0).toUpperCase() + kind.slice(1) : title, isPlain: false };
}

/** The text of an MkDocs admonition is what follows it, indented by four spaces. */
function replaceIndented(markdown: string): string {
  const lines = markdown.split("\n");
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const opening = readIndentedOpening(line);
    const indent = `${opening?.indent ?? ""}    `;
    if (opening === undefined) {
      result.push(line);
      continue;
    }
    const inner: string[] = [];
    while (
      at + 1 < lines.length &&
      ((lines[at + 1] ?? "").startsWith(indent) || isBlankWithin(lines, at + 1, indent))
    )
      inner.push(lines[++at] ?? "");
    const { kind, title } = opening;
    const label = title ?? kind.charAt(0).toUpperCase() + kind.slice(1);
    result.push(
      inner.length === 0
        ? line.replace(/^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+/, "")
        : callout(label, dedentKept(inner)),
    );
  }
  return result.join("\n");
}

/** `!!! note "Title"`, `??? tip`, `=== "Tab"`: a tab has a title. */
function readIndentedOpening(
  line: string,
): { indent: string; kind: string; title: string | undefined } | undefined {
  const [, indent = "", mark, rest = ""] =
    /^([ \t]*)(!!!|\?\?\?\+?|===)[ \t]+(\S.*)$/.exec(line.trimEnd()) ?? [];
  const quote = rest.indexOf('"');
  const isTitled = quote !== -1 && rest.indexOf('"', quote + 1) === rest.length - 1;
  const kinds = isTitled ? rest.slice(0, quote) : rest;
  if (mark === undefined || !/^[\w -]*$/.test(kinds) || (mark === "===" && !isTitled)) return undefined;
  const kind = kinds.split(" ", 1)[0] ?? "";
  return { indent, kind, title: isTitled ? rest.slice(quote + 1, -1) : undefined };
}

function isBlankWithin(lines: readonly string[], at: number, indent: string): boolean {
  if ((lines[at] ?? "").trim() !== "") return false;
  for (let next = at + 1; next < Math.min(lines.length, at + 4); next++) {
    if ((lines[next] ?? "").trim() !== "") return (lines[next] ?? "").startsWith(indent);
  }
  return false;
}

/** Kept code stands on one line here, whatever it will unfold to. */
function dedentKept(lines: readonly string[]): string {
  return dedent(lines.join("\n")).replaceAll(`${keptEnd}${keptStart}`, `${keptEnd}\n${keptStart}`);
}
