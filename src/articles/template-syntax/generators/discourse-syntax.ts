import { asBlock, dedent, isInText, type Cleaning } from "../basics/cleaning.ts";
import { renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { callout } from "../widgets/callouts.ts";
import { renderCode } from "../widgets/code-block.ts";
import { renderTex } from "../basics/mask-math.ts";

interface Tag extends SyntaxToken {
  readonly name: string;
  readonly given: string;
  readonly isClosing: boolean;
}

/** What encloses something. */
const enclosing =
  "quote details spoiler poll grid wrap chat event scrollable math mermaid code b i u s url img email color size center left right ul ol list li lightbox placeholder pre font";
const gate = new RegExp(String.raw`\[/(?:${enclosing.replaceAll(" ", "|")})\]|\[date(?:-range)?[= ]`, "i");
const tag = new RegExp(
  String.raw`\[(/?)(${enclosing.replaceAll(" ", "|")})((?:=|[ \t])[^\][\n]{0,400})?\](?!\()`,
  "gi",
);
/** A day and an hour in the reader's own zone. */
const moment = /\[date=(\d{4}-\d\d-\d\d)(?:[ \t]+time=(\d\d:\d\d)(?::\d\d)?)?((?:[ \t][^\][\n]{0,300})?)\]/g;
const range =
  /\[date-range[ \t]+from=(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)[^\s\]]{0,12})?(?:[ \t]+to=(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)[^\s\]]{0,12})?)?((?:[ \t][^\][\n]{0,300})?)\]/g;

/** Size and kind behind the words of a picture or a file: `![boat|690x388, 50%](…)`, `[plan.pdf|attachment](…)`. */
const picture =
  /(!?\[[^[\]\n|]{0,300})\|(?:\d{1,5}x\d{1,5}(?:,[ ]?\d{1,3}%)?|thumbnail|attachment|video|audio)(?:\|[^[\]\n]{0,100})?(?=\]\([^()\n]{1,1000}\))/g;

/**
 * Brings Discourse's marks in brackets, and those of forums before it, to Markdown: quotations, details and spoilers are set off,
 * words are dressed as they were, links lead where they led; polls and events disappear. A mark counts only with its end.
 *
 * @see https://meta.discourse.org/t/supported-formatting-in-posts-markdown-bbcode-and-html/239348
 */
export function replaceDiscourse(written: string, cleaning: Cleaning): string {
  const markdown = written.includes("|") && written.includes("](") ? written.replace(picture, "$1") : written;
  if (!gate.test(markdown)) return markdown;
  const text = markdown
    .replace(moment, (_all, day: string, hour: string | undefined, rest: string) =>
      [day, hour, zoneOf(rest)].filter((part) => part !== undefined).join(" "),
    )
    .replace(
      range,
      (
        _all,
        from: string,
        start: string | undefined,
        to: string | undefined,
        end: string | undefined,
        rest: string,
      ) => {
        const until = [to === from ? undefined : to, end].filter((part) => part !== undefined).join(" ");
        const begin = [from, start].filter((part) => part !== undefined).join(" ");
        return [until === "" ? begin : `${begin} – ${until}`, zoneOf(rest)]
          .filter((part) => part !== undefined)
          .join(" ");
      },
    );
  const tags: Tag[] = [];
  for (const match of text.matchAll(tag)) {
    const name = (match[2] ?? "").toLowerCase();
    const isClosing = match[1] === "/";
    tags.push({
      start: match.index,
      end: match.index + match[0].length,
      name,
      given: (match[3] ?? "").trim(),
      isClosing,
      pairs: { as: isClosing ? "closing" : "opening", names: [name] },
    });
  }
  return renderNested(text, tags, (one, passage) => {
    const mark = text.slice(one.start, one.end);
    if (passage === undefined) return mark;
    const inText = isInText(text, one.start, passage.end + one.name.length + 3);
    return renderTag(one, passage, inText, mark, cleaning);
  });
}

function zoneOf(settings: string): string | undefined {
  const zone = /timezone="?([\w/+-]{2,40})/.exec(settings)?.[1];
  return zone === undefined ? undefined : `(${zone.replaceAll("_", " ")})`;
}

/** What only arranges what it encloses. */
const plain = new Set(
  "grid wrap scrollable color size center left right lightbox placeholder font".split(" "),
);
const dressing: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["b", ["<strong>", "</strong>"]],
  ["i", ["<em>", "</em>"]],
  ["u", ["<u>", "</u>"]],
  ["s", ["<s>", "</s>"]],
]);

function renderTag(
  { name, given, end }: Tag,
  passage: { readonly raw: string; readonly render: () => string; readonly end: number },
  inText: boolean,
  mark: string,
  cleaning: Cleaning,
): string {
  const value = given.replace(/^=[ \t]*/, "");
  const isBlock = !inText || passage.raw.includes("\n");
  const dressed = dressing.get(name);
  if (dressed !== undefined)
    return given === "" && /^\S(?:[^]*\S)?$/.test(passage.raw) && passage.end - end < 2000
      ? dressed.join(passage.render())
      : `${mark}${passage.render()}[/${name}]`;
  if (name === "poll" || name === "event" || name === "mermaid") {
    cleaning.drop(`[${name}]`, mark);
    return "";
  }
  if (name === "code" || name === "pre")
    return passage.raw.includes("\n")
      ? asBlock(cleaning.keep(renderCode(passage.raw, "").trim()))
      : cleaning.keep(`\`${passage.raw}\``);
  if (name === "math") return cleaning.keep(renderTex(passage.raw));
  if (name === "url" || name === "email") return renderLink(name, value, passage.render());
  if (name === "img")
    return /^https?:\/\/[^\s[\]<>]+$/.test(passage.raw.trim())
      ? `![](<${passage.raw.trim()}>)`
      : mark + passage.raw;
  if (plain.has(name)) return isBlock ? asBlock(dedent(passage.render())) : passage.render();
  if (name === "li") return `\n- ${passage.render().trim()}`;
  if (name === "ul" || name === "ol" || name === "list")
    return asBlock(passage.render().replace(/^[ \t]*\[\*\][ \t]*/gm, "- "));
  if (!isBlock && name === "spoiler") return passage.render();
  const label = name === "details" ? value.replace(/^["“](.*)["”]$/, "$1") : "";
  const source = name === "quote" ? /^"?([^",;]{1,60})/.exec(value)?.[1]?.trim() : readSpeaker(value);
  const author = (name === "quote" || name === "chat") && source !== undefined ? `\n\n— ${source}` : "";
  return callout(label, `${passage.render().trim()}${author}`);
}

/** Who spoke in a chat: `quote="nell;1;2026-11-13"`. */
function readSpeaker(given: string): string | undefined {
  return /quote="([^";]{1,60})/.exec(given)?.[1];
}

function renderLink(name: string, value: string, inner: string): string {
  const target = (value === "" ? inner : value).trim().replace(/^["“](.*)["”]$/, "$1");
  const scheme = name === "email" ? "mailto:" : "";
  if (/[\s<>]/.test(target) || target === "") return inner;
  return value === "" ? `<${scheme}${target}>` : `[${inner}](<${scheme}${target}>)`;
}
