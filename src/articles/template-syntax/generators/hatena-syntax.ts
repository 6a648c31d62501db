import { escapeHtml } from "../../../platform/escape-html.ts";
import type { Cleaning } from "../basics/cleaning.ts";

const mark = /\[(?::contents\]|f:id:|https?:\/\/|tex:|asin:|isbn:)/;
/** What other texts may hold too, where they are not Japanese. */
const namedMark =
  /\[(?:(?:d:|b:)?id|twitter|google|wikipedia|keyword|niconico|search|amazon|rakuten|mailto):/;
const kana = /[\u3040-\u30ff]/;

/** Who is called, and what is looked for elsewhere. */
const named =
  /(?<![\]!\\])\[(?:d:|b:)?(twitter|id|google|wikipedia|keyword|niconico|search|amazon|rakuten|mailto):([^[\]\n]{1,100})\](?![([:])/g;
const elsewhere: Readonly<Record<string, string>> = {
  google: "https://www.google.com/search?q=",
  wikipedia: "https://ja.wikipedia.org/wiki/",
};

/** What tells the endings of Hatena's photos. */
const endings: Readonly<Record<string, string>> = { j: "jpg", p: "png", g: "gif" };
const photo =
  /!?\[f:id:([A-Za-z][\w-]{1,31}):((\d{8})\d{6})([jpgf])(?::(?:image|movie|plain))?((?:[:,][^\]\n:,]{1,100}){0,10})\](?![([])/g;
const address =
  /(?<![\]!\\])\[(https?:\/\/[^\s[\]<>]{1,1000}?):(embed|title|bookmark|image)(?:=([^\]\n]{1,300})|[:#][^\]\n]{0,100})?\](?![([])/g;

/**
 * Brings what Hatena Blog adds to Markdown to what it shows: photos, addresses with what is made of them, TeX, goods; the
 * place of the table of contents disappears. Where any of it stands, double brackets are footnotes.
 *
 * @see https://help.hatenablog.com/entry/text-hatena-list
 */
export function replaceHatena(markdown: string, { keep }: Cleaning): string {
  const isNamed = namedMark.test(markdown) && kana.test(markdown);
  if (!isNamed && !mark.test(markdown)) return markdown;
  const text = markdown
    .replace(/^[ \t]*\[:contents\][ \t]*$/gm, "")
    .replace(photo, (_all, user: string, id: string, day: string, kind: string, options: string) => {
      if (kind === "f") return `[Video (Hatena)](https://f.hatena.ne.jp/${user}/${id})`;
      const alt = /[:,](?:alt|title)=([^:,]+)/.exec(options)?.[1] ?? "";
      const file = `${user.charAt(0)}/${user}/${day}/${id}.${endings[kind] ?? "jpg"}`;
      return `![${alt.replace(/[[\]\\]/g, "")}](https://cdn-ak.f.st-hatena.com/images/fotolife/${file})`;
    })
    .replace(address, (_all, url: string, kind: string, title?: string) =>
      kind === "image"
        ? `![](<${url}>)`
        : title === undefined
          ? `<${url}>`
          : `[${withoutOption(title).replace(/[[\]\\]/g, "")}](<${url}>)`,
    )
    .replace(/\[tex:((?:[^\]\\]|\\[\s\S]){1,1000})\](?![([])/g, (_all, tex: string) =>
      keep(`<code>${escapeHtml(tex.trim().replaceAll("\\]", "]"))}</code>`),
    )
    .replace(/\[asin:([0-9A-Z]{10})(?::[\w:-]{1,60})?\](?![([])/g, "[Amazon](https://www.amazon.co.jp/dp/$1)")
    .replace(/\[isbn:([\dX-]{10,17})(?::[\w:-]{1,60})?\](?![([])/gi, "ISBN $1");
  const shown = isNamed ? text.replace(named, renderNamed) : text;
  if (shown === markdown) return markdown;
  // Where the rest is below a link.
  return moveFootnotes(shown.replace(/(?<=\n[ \t]*\n)={4,5}[ \t]*(?=\n[ \t]*(?:\n|$))/g, ""));
}

function renderNamed(all: string, kind: string, given: string): string {
  const [first = ""] = given.split(":", 1);
  switch (kind) {
    case "twitter":
      return /^@\w{1,20}$/.test(first)
        ? `[${first}](<https://x.com/${first.slice(1)}>)`
        : /^\d{1,20}$/.test(first)
          ? `[Post (X)](<https://x.com/i/status/${first}>)`
          : all;
    case "id":
      return /^[A-Za-z][\w-]{1,31}$/.test(first) ? `id:${first}` : all;
    case "niconico":
      return /^(?:sm|nm|so)\d{1,12}$/.test(first)
        ? `[niconico](<https://www.nicovideo.jp/watch/${first}>)`
        : all;
    case "mailto":
      return /^\S+@\S+$/.test(first) ? `<mailto:${first}>` : all;
    case "google":
    case "wikipedia":
      return `[${first}](<${elsewhere[kind] ?? ""}${encodeURIComponent(first)}>)`;
    default:
      return first;
  }
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
