import { asBlock } from "../basics/cleaning.ts";
import { callout } from "../widgets/callouts.ts";

/** A fence of which a plugin makes something: what stands in it, without its marks. */
export interface PluginFence {
  readonly language: string;
  readonly body: string;
}

/** What is computed from other notes, drawn, or pressed, and shows nothing where no plugin runs. */
const computed =
  /^(?:dataview(?:js)?|query|tasks|base|tracker|leaflet|contributiongraph|heatmap-calendar|meta-bind.*|button|buttons|column-settings|compressed-json|excalidraw|fretboard|chart|kroki|glql)$/;

const setting = /^[ \t]*(title|collapse|icon|color)[ \t]*:[ \t]*(.*)$/i;
const value = /^[ \t]*(title|url|description|name)[ \t]*:(.*)$/i;

/**
 * What a fence becomes that a plugin of Obsidian's, or HackMD, reads: Admonition's passages, cards of links, films, diagrams.
 *
 * @param inner gives the body with its own syntax taken out.
 * @returns undefined for code.
 */
export function renderPluginFence(
  { language, body }: PluginFence,
  inner: (text: string) => string,
  drop: (name: string) => void,
): string | undefined {
  if (language.startsWith("ad-")) return renderAdmonition(language.slice(3), body, inner);
  if (language === "embed" || language === "cardlink" || language === "vid") return renderCard(body);
  if (!computed.test(language) && !isDiagram(language, body)) return undefined;
  drop(`\`\`\`${language}`);
  return "";
}

/** The opening and closing marks off. */
export function readFence(text: string): string {
  const rows = text.split("\n").slice(1);
  if (/^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(rows.at(-1) ?? "")) rows.pop();
  return rows.join("\n");
}

/** Words that also name languages of programs: what is drawn says from whom to whom. */
function isDiagram(language: string, body: string): boolean {
  return (
    (language === "flow" &&
      /^[ \t]*\w+=>(?:start|end|operation|condition|subroutine|inputoutput)\b/m.test(body)) ||
    (/^(?:sequence|seq)$/.test(language) && /^[^\n:>]{1,80}--?>{1,2}[^\n:]{1,80}:/m.test(body)) ||
    (language === "uml" && /^[^\n]{1,80}(?:->|-->|--|\.\.)/m.test(body))
  );
}

function renderAdmonition(kind: string, body: string, inner: (text: string) => string): string {
  const rows = body.split("\n");
  let title: string | undefined;
  let at = 0;
  for (; at < rows.length; at++) {
    const [, name, given = ""] = setting.exec(rows[at] ?? "") ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === "title") title = unquote(given);
  }
  const label = title ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");
  return callout(label, inner(rows.slice(at).join("\n")));
}

/** A value without the quotes around it. */
function unquote(written: string): string {
  return written
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .trim();
}

/** A link to what is shown as a card, with what is said of it; undefined where no address is given. */
function renderCard(body: string): string | undefined {
  const given = new Map<string, string>();
  for (const row of body.split("\n").slice(0, 20)) {
    const [, name, written = ""] = value.exec(row) ?? [];
    if (name !== undefined) given.set(name.toLowerCase(), unquote(written));
  }
  const address = given.get("url") ?? /^\s*(https?:\/\/\S+)/.exec(body)?.[1] ?? "";
  if (!/^https?:\/\/\S+$/.test(address)) return undefined;
  const title = given.get("title") ?? given.get("name") ?? "";
  const words = (title === "" ? address : title).replace(/[[\]\\]/g, "\\$&");
  const about = given.get("description") ?? "";
  return asBlock(`[${words}](<${address}>)${about === "" ? "" : `\n\n${about}`}`);
}
