import { escapeHtml } from "../../../platform/escape-html.ts";
import { isPictureName } from "../../../platform/picture-name.ts";
import { decodeEntities } from "../../wording/decode-entities.ts";
import type { Cleaning } from "../basics/cleaning.ts";
import { parseArguments, pick, type Arguments } from "../basics/parse-arguments.ts";
import { shorten } from "../../wording/shorten.ts";

/** An element that holds nothing to read, only what a script puts in its place: other scripts, settings, a picture for those without. */
const place =
  /<(div|blockquote|figure|section|span|p|object|tableau-viz)(\s[^<>]{1,2000})>((?:\s|<!--(?:(?!-->)[\s\S]){0,500}-->|<param\s[^<>]{0,2000}>|<\/param>|<(script|noscript|style|object)\b[^<>]{0,1000}>(?:(?!<\/?\4\b)[\s\S]){0,8000}<\/\4>)*)<\/\1>/gi;
const mayHold =
  /flourish-embed|datawrapper|infogram|tableau|\bfb-(?:post|video)|strava-embed|(?:class|className|id)\s*=\s*["'][^"'<>]*(?:embed|widget|player)/i;

interface Embed {
  readonly name: string;
  /** Undefined where nothing says what would be shown. */
  readonly address: string | undefined;
}

/**
 * What scripts fill in on the page, a chart of Flourish, Datawrapper, Infogram or Tableau, a post, whatever an empty element
 * called an embed has the address of, as a link to it; what has no address is told of.
 */
export function replaceScriptEmbeds(text: string, { drop }: Cleaning): string {
  if (!mayHold.test(text)) return text;
  return text.replace(place, (all, element: string, attributes: string, inner: string) => {
    const given = parseArguments(attributes);
    const embed = readEmbed(given, `${attributes} ${inner}`);
    if (embed === undefined) return all;
    if (embed.address === undefined) {
      const called = pick(given, "class", "classname", "id") ?? "";
      drop(`<${element} class="${shorten(called, 60)}">`, `<${element}${attributes}>`);
      return "";
    }
    const link = `<a href="${escapeHtml(embed.address)}">${escapeHtml(embed.name)}</a>`;
    return element.toLowerCase() === "span" ? link : `<p>${link}</p>`;
  });
}

function readEmbed(given: Arguments, written: string): Embed | undefined {
  const names = `${pick(given, "class", "classname") ?? ""} ${pick(given, "id") ?? ""}`;
  if (/\bflourish-embed\b/.test(names)) {
    const [path] = /^(?:story|visualisation)\/\d+/.exec(pick(given, "datasrc") ?? "") ?? [];
    const own = path === undefined ? undefined : `https://public.flourish.studio/${path}/`;
    return { name: "Chart (Flourish)", address: own ?? readWhole(given) };
  }
  if (/\bdatawrapper-(?:vis|chart)\b/.test(names) || written.includes("//datawrapper.dwcdn.net/")) {
    const id =
      /\/\/datawrapper\.dwcdn\.net\/(\w{5,10})\//.exec(written) ??
      /\bdatawrapper-(?:vis|chart)-(\w{5,10})\b/.exec(names);
    return {
      name: "Chart (Datawrapper)",
      address: id === null ? undefined : `https://datawrapper.dwcdn.net/${id[1] ?? ""}/`,
    };
  }
  if (/\binfogram-embed\b/.test(names)) {
    const id = pick(given, "dataid") ?? "";
    return {
      name: decodeEntities(pick(given, "datatitle") ?? "Chart (Infogram)"),
      address: /^[\w-]{8,80}$/.test(id) ? `https://infogram.com/${id}` : undefined,
    };
  }
  if (/\btableau(?:Placeholder|Viz)\b/i.test(names)) return readTableau(written);
  if (/\bstrava-embed/.test(names)) {
    const [kind, id] = [pick(given, "dataembedtype") ?? "", pick(given, "dataembedid") ?? ""];
    const isKnown = /^(?:activity|route|segment)$/.test(kind) && /^\d+$/.test(id);
    const folder = kind === "activity" ? "activities" : `${kind}s`;
    return { name: "Strava", address: isKnown ? `https://www.strava.com/${folder}/${id}` : undefined };
  }
  const address = /\bfb-(?:post|video)\b|(?:embed|widget|player)/i.test(names) ? readWhole(given) : undefined;
  return address === undefined ? readTableauElement(given) : { name: nameHost(address), address };
}

/** The workbook and the sheet of which Tableau's element tells in its settings, by letters of which some are entities. */
function readTableau(written: string): Embed {
  const [, name = ""] =
    /<param\s[^<>]*?name=["']name["'][^<>]*?value=["']([^"'<>]{1,300})["']/i.exec(written) ?? [];
  const path = name.replace(/&#47;|%2F/gi, "/");
  return {
    name: "Chart (Tableau)",
    address: /^[\w%.~-]+\/[\w%.~-]+$/.test(path) ? `https://public.tableau.com/views/${path}` : undefined,
  };
}

function readTableauElement(given: Arguments): Embed | undefined {
  const address = pick(given, "src") ?? "";
  return /^https:\/\/(?:[\w-]+\.)*tableau\.com\/[^\s"'<>]+$/.test(address)
    ? { name: "Chart (Tableau)", address }
    : undefined;
}

/** The whole address that an element has put aside for a script; not of a picture that is loaded late, nor of a program. */
function readWhole(given: Arguments): string | undefined {
  return ["dataurl", "datasrc", "datahref", "dataembedurl", "datapymsrc"]
    .map((name) => pick(given, name) ?? "")
    .map((address) => (address.startsWith("//") ? `https:${address}` : address))
    .find(
      (address) =>
        /^https:\/\/[^\s"'<>]+$/.test(address) &&
        URL.canParse(address) &&
        !isPictureName(address) &&
        !/\.(?:js|css|json)(?:[?#]|$)/.test(address),
    );
}

function nameHost(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|player|open|embed)\./, "");
}
