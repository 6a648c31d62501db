import { escapeBrackets, linkTo } from "../basics/markdown-link.ts";
import { splitWords } from "../basics/split-words.ts";
import { callout } from "../widgets/callouts.ts";
import { renderEntries } from "./listed-entries.ts";
import { isLook, titleOf } from "./tag-looks.ts";

const address = /^(?:https?:)?\/\/|^\/|^[^\s/]+\.[a-z]{2,}\//i;

/**
 * What the tags become that Hexo's themes have in common (Volantis, Stellar, Butterfly, NexT), whose arguments stand
 * between commas or `::`, or are words: their text, without what says how it looks.
 *
 * @param given the arguments as they stand there.
 * @param inner gives what stands between opening and closing; undefined for a tag that stands alone.
 * @returns Markdown; undefined for any other tag.
 * @see https://volantis.js.org/v5/tag-plugins, https://xaoxuu.com/wiki/stellar/tag-plugins, https://butterfly.js.org
 */
export function renderThemeTag(
  name: string,
  given: string,
  inner: (() => string) | undefined,
): string | undefined {
  // Zola's arguments stand in brackets; others have names.
  if (given.startsWith("(") || /^[\w-]+=/.test(given)) return undefined;
  if (inner !== undefined) return renderPassage(name, given, inner);
  const parts = splitParts(given);
  switch (name) {
    case "p":
    case "span":
      if (/title|\bh\d\b/.test(parts[0] ?? "") && parts.length > 1) return `**${parts.slice(1).join(", ")}**`;
      return parts.length > 1 ? parts.slice(1).join(", ") : given;
    case "cb":
      return `${parts[1] === undefined || parts[1] === "" || parts[1] === "false" ? "☐" : "☑"} ${parts[0] === "false" || parts[0] === "true" ? "" : (parts[0] ?? "")}`.trimEnd();
    case "checkbox":
    case "radio":
      return parts.length > 1 ? parts.slice(1).join(", ") : given;
    case "u":
    case "emp":
    case "wavy":
    case "del":
    case "kbd":
    case "psw":
    case "mark":
    case "underline":
    case "hashtag":
      return (parts[0] ?? "").replace(/^color:\S+\s+/, "");
    case "hideInline":
      return parts[0];
    case "bubble":
    case "nota":
      return parts.length > 1 ? `${parts[0] ?? ""} (${parts[1] ?? ""})` : given;
    case "label":
      // NexT and Fluid set a sign before the words.
      if (given.includes("@")) return undefined;
      return isLook(given.split(/\s+/).at(-1) ?? "") ? given.replace(/\s+\S+$/, "") : given;
    case "note":
      return given.includes(",") ? callout("", parts.slice(1).join(", ")) : undefined;
    case "link":
    case "exturl":
    case "btn":
    case "button":
    case "cell":
      return renderLink(given, parts);
    case "referfrom": {
      const [, words = "", target = ""] = splitWords(given.replaceAll(",", " "));
      return address.test(target) ? linkTo(words, target) : words;
    }
    case "image": {
      const alt = parts.find((part) => part.startsWith("alt="))?.slice(4) ?? "";
      return parts.some((part) => /^\w+=/.test(part))
        ? `![${escapeBrackets(alt)}](<${parts[0] ?? ""}>)`
        : undefined;
    }
    case "inlineimage":
    case "inlineImg":
      return `![](<${(parts[0] ?? "").split(/\s+/)[0] ?? ""}>)`;
    case "frame": {
      const source = parts.find((part) => address.test(part));
      return source === undefined ? undefined : `![](<${source}>)`;
    }
    case "galleryGroup": {
      const [title = "", about = "", target = ""] = splitWords(given);
      return address.test(target) ? `${linkTo(title, target)} ${about}`.trimEnd() : undefined;
    }
    case "site":
      return renderSite(parts);
    case "ghcard":
      return /^[\w.-]+(?:\/[\w.-]+)?$/.test(parts[0] ?? "")
        ? `[${parts[0] ?? ""}](<https://github.com/${parts[0] ?? ""}>)`
        : undefined;
    case "progress": {
      const [share = "", , ...words] = splitWords(given);
      return /^\d{1,3}$/.test(share) ? [...words, `${share}%`].join(" ") : undefined;
    }
    case "pdf":
      return address.test(given) ? `[PDF](<${given.split(/[\s,]+/)[0] ?? ""}>)` : undefined;
    default:
      return undefined;
  }
}

function renderPassage(name: string, given: string, inner: () => string): string | undefined {
  switch (name) {
    case "folding":
    case "fold":
    case "details":
      // Fluid sets what it is called behind a sign.
      return callout(titleOf(splitParts(given.replace(/^[a-z]* ?@(?=\S)/, "")), ", "), inner());
    case "hideToggle":
    case "hideBlock":
      // Behind what it is called stand its colours.
      return callout(splitParts(given)[0] ?? "", inner());
    case "gi":
    case "gp":
    case "gallery":
    case "grouppicture":
      return inner();
    case "linkgroup":
    case "sitegroup":
    case "btns":
      // Indented, they would be code.
      return inner().replace(/^[ \t]+/gm, "");
    case "timenode":
      return `${given === "" ? "" : `\n\n**${given}**`}\n\n${inner()}`;
    case "poem":
      return `\n\n**${splitParts(given)[0] ?? ""}**\n\n${splitParts(given).slice(1).join(", ")}\n${inner()}`;
    case "note":
    case "noteblock":
      return given === ""
        ? undefined
        : callout(titleOf(splitWords(given.replaceAll(",", " ")), " "), inner());
    case "tabs":
      return inner()
        .replace(
          /<!--\s{0,9}tab\b\s{0,9}([^\n@]{0,200}?)(?:@[^\n]{0,80}?)?\s{0,9}-->/g,
          (_all, written: string) => {
            const title = readTabTitle(written);
            return title === "" ? "" : `\n\n**${title}**\n\n`;
          },
        )
        .replace(/<!--\s{0,9}endtab\s{0,9}-->/g, "");
    case "timeline": {
      const title = splitParts(given)[0] ?? "";
      const shown = inner().replace(
        /<!--\s{0,9}(?:timeline|node)\s{1,9}(\S[^\n]{0,300}?)\s{0,9}-->/g,
        "\n\n**$1**\n\n",
      );
      return title === "" || /^[a-z]+:/.test(title) ? shown : `\n\n**${title}**\n\n${shown}`;
    }
    case "flink":
    case "links":
    case "media":
      return renderEntries(inner());
    default:
      return undefined;
  }
}

/** What stands on a tab; Icarus has it among settings, `id:mail "title:By mail" icon:fa fa-envelope`. */
function readTabTitle(written: string): string {
  if (!/(?:^|[\s"'])(?:id|title|icon):\S/.test(written)) return written;
  const [, quoted, whole, bare] =
    /["']title:([^"'\n]+)["']|(?:^|\s)title:(?:"([^"\n]+)"|(\S+))/.exec(written) ?? [];
  return quoted ?? whole ?? bare ?? "";
}

/** The card of another site: its name, and by name its address, its pictures and what it is about. */
function renderSite([name = "", ...fields]: readonly string[]): string | undefined {
  const read = (key: string): string =>
    fields.find((field) => field.startsWith(`${key}=`))?.slice(key.length + 1) ?? "";
  const target = read("url");
  if (target === "") return undefined;
  return `${linkTo(name, target)} ${read("description")}`.trimEnd();
}

/** How Stellar shows a link, with an icon and a description. */
const setting = /^(?:icon|desc):(?:true|false|https?:\S*)$/;

/** A link whose address and words stand in either order; without words it shows its address. */
function renderLink(given: string, parts: readonly string[]): string | undefined {
  const pieces = (parts.length > 1 ? parts : splitWords(given))
    .map((piece) => piece.replace(/^<(.*)>$/, "$1"))
    .filter((piece) => !setting.test(piece));
  const at = pieces.findIndex((piece) => address.test(piece));
  const target = pieces[at];
  if (target === undefined || (parts.length === 1 && pieces.length === 1)) return undefined;
  const told = (some: readonly string[]): string[] => some.filter((piece) => piece !== "" && !isLook(piece));
  const named = told(pieces.slice(0, at));
  // Before its words may stand looks of which not every word is known: `center cool-2`.
  const isStyled = parts.length > 1 && named.length > 1 && isLook(/^\S*/.exec(named[0] ?? "")?.[0] ?? "");
  const before = isStyled ? named.slice(1) : named;
  const behind = told(pieces.slice(at + 1));
  // Behind its words, what is told when one points at it.
  const text = before.length > 0 ? before.join(" ") : parts.length > 1 ? (behind[0] ?? "") : behind.join(" ");
  return linkTo(text === "" ? target : text, target);
}

function splitParts(given: string): string[] {
  return given
    .split(given.includes("::") ? "::" : ",")
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/, "$2"));
}
