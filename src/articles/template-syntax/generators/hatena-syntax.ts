import { escapeHtml } from "../../../platform/escape-html.ts";
import type { Cleaning } from "../basics/cleaning.ts";

const mark = /\[(?::contents\]|f:id:|https?:\/\/|tex:|asin:|isbn:)/;

/** What tells the endings of Hatena's photos. */
const endings: Readonly<Record<string, string>> = { j: "jpg", p: "png", g: "gif" };
const photo =
  /!?\[f:id:([A-Za-z][\w-]{1,31}):((\d{8})\d{6})([jpgf])(?::(?:image|movie|plain))?((?:[:,][^\]\n:,]{1,100}){0,10})\](?![([])/g;
const address =
  /(?<![\]!\\])\[(https?:\/\/[^\s[\]<>]{1,1000}?):(embed|title|bookmark)(?:=([^\]\n]{1,300})|[:#][^\]\n]{0,100})?\](?![([])/g;

/**
 * Brings what Hatena Blog adds to Markdown to what it shows: photos, addresses with what is made of them, TeX, goods; the
 * place of the table of contents disappears. Where any of it stands, double brackets are footnotes.
 *
 * @see https://help.hatenablog.com/entry/text-hatena-list
 */
export function replaceHatena(markdown: string, { keep }: Cleaning): string {
  if (!mark.test(markdown)) return markdown;
  const text = markdown
    .replace(/^[ \t]*\[:contents\][ \t]*$/gm, "")
    .replace(photo, (_all, user: string, id: string, day: string, kind: string, options: string) => {
      if (kind === "f") return `[Video (Hatena)](https://f.hatena.ne.jp/${user}/${id})`;
      const alt = /[:,](?:alt|title)=([^:,]+)/.exec(options)?.[1] ?? "";
      const file = `${user.charAt(0)}/${user}/${day}/${id}.${endings[kind] ?? "jpg"}`;
      return `![${alt.replace(/[[\]\\]/g, "")}](https://cdn-ak.f.st-hatena.com/images/fotolife/${file})`;
    })
    .replace(address, (_all, url: string, _kind, title?: string) =>
      title === undefined ? `<${url}>` : `[${withoutOption(title).replace(/[[\]\\]/g, "")}](<${url}>)`,
    )
    .replace(/\[tex:((?:[^\]\\]|\\[\s\S]){1,1000})\](?![([])/g, (_all, tex: string) =>
      keep(`<code>${escapeHtml(tex.trim().replaceAll("\\]", "]"))}</code>`),
    )
    .replace(/\[asin:([0-9A-Z]{10})(?::[\w:-]{1,60})?\](?![([])/g, "[Amazon](https://www.amazon.co.jp/dp/$1)")
    .replace(/\[isbn:([\dX-]{10,17})(?::[\w:-]{1,60})?\](?![([])/gi, "ISBN $1");
  return text === markdown ? markdown : moveFootnotes(text);
}

/** `A title:bookmark`: how it is shown stands behind it. */
function withoutOption(title: string): string {
  return title.replace(/:(?:embed|title|bookmark|cite)$/, "");
}

/** More are text: the parser of footnotes copies the whole article for each. */
const maxNotes = 300;

/** Notes of double brackets to the end, as Markdown has them. */
function moveFootnotes(text: string): string {
  const notes: string[] = [];
  const moved = text.replace(/(?<!\()\(\((?![\s()])([^()\n[\]]{1,500})\)\)(?!\))/g, (all, note: string) =>
    notes.length < maxNotes ? `[^hatena-${notes.push(note)}]` : all,
  );
  return notes.length === 0
    ? text
    : `${moved}\n\n${notes.map((note, index) => `[^hatena-${index + 1}]: ${note}`).join("\n\n")}\n`;
}
