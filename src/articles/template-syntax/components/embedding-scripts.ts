import { escapeHtml } from "../../../platform/escape-html.ts";
import { asBlock, isInText, type Cleaning } from "../basics/cleaning.ts";
import { linkTo } from "../basics/markdown-link.ts";

const script = /<script(\s[^<>]{1,1500})>\s{0,20}<\/script>/gi;
/** What a script fills, and knows by its class; its words stand there for those who have none. */
const filled = /<(p|div|blockquote)(\s[^<>]{0,2000})>((?:(?!<\/?\1\b)[\s\S]){0,5000}?)<\/\1>/gi;

interface Embed {
  readonly name: string;
  readonly address: string;
}

/** Scripts whose own address tells what they show: its form, from the host on, and where that stands. */
const byAddress: readonly (readonly [name: string, form: RegExp, address: string])[] = [
  ["Code (GitHub)", /^gist\.github\.com\/([\w./-]{1,200}?)(?:\.js)?(?:\?.*)?$/, "https://gist.github.com/$1"],
  ["asciinema", /^(?:www\.)?asciinema\.org\/a\/([\w-]+)\.js$/, "https://asciinema.org/a/$1"],
  ["Code (JSFiddle)", /^jsfiddle\.net\/((?:[\w-]+\/){1,3})embed\/.*$/, "https://jsfiddle.net/$1"],
  ["Code (GitLab)", /^gitlab\.com\/([\w./-]{0,200}snippets\/\d+)\.js$/, "https://gitlab.com/$1"],
  ["Code (Pastebin)", /^pastebin\.com\/embed_js\/(?:\w+\/)?(\w+)(?:\?.*)?$/, "https://pastebin.com/$1"],
  [
    "Code (GitHub)",
    /^gist-it\.appspot\.com\/(?:https?:\/\/)?github(?:\.com)?\/([^?]+)(?:\?.*)?$/,
    "https://github.com/$1",
  ],
];

/** What an attribute of a script, or of what one fills, tells: the class or the script's host, and where it stands. */
const byAttribute: readonly (readonly [
  name: string,
  of: RegExp,
  attribute: string,
  form: RegExp,
  address: string,
])[] = [
  ["Chart (Infogram)", /^e\.infogr\.?am/, "id", /^infogram_0_[\w-]{8,80}$/, "https://infogram.com/"],
  ["Speaker Deck", /speakerdeck/, "data-id", /^[\da-f]{32}$/, "https://speakerdeck.com/player/"],
  ["Post (Telegram)", /telegram\.org/, "data-telegram-post", /^\w+\/\d+$/, "https://t.me/"],
  ["Photo (Instagram)", /instagram-media/, "data-instgrm-permalink", /^https:\/\/www\.instagram\.com\//, ""],
  ["Video (TikTok)", /tiktok-embed/, "cite", /^https:\/\/www\.tiktok\.com\//, ""],
  ["Picture (Imgur)", /imgur-embed-pub/, "data-id", /^[\w/]+$/, "https://imgur.com/"],
];

/** Hosts of scripts that only dress what stands beside them, such as a quotation with its link. */
const dressing =
  /^(?:[\w-]+\.)*(?:twitter\.com|x\.com|instagram\.com|tiktok\.com|codepen\.io|redditmedia\.com|reddit\.com|imgur\.com|tenor\.com|facebook\.net|pinterest\.com|threads\.(?:net|com)|bsky\.app|embedly\.com|strava-embeds\.com|flickr\.com|flourish\.studio|datawrapper\.de)$/i;

/**
 * What scripts of other sites show becomes a link, by the address of the script or by what it is given; a script that embeds what
 * nobody can tell disappears, and is named.
 */
export function replaceEmbeddingScripts(text: string, { drop }: Cleaning): string {
  if (!/<script\s|-embed|instagram-media|class=["']codepen/i.test(text)) return text;
  return text
    .replace(filled, (all, _name, attributes: string, inner: string, at: number) => {
      const embed = /<a\s/i.test(inner) ? undefined : readFilled(readAttributes(attributes));
      return embed === undefined ? all : show(embed, text, at, all.length);
    })
    .replace(script, (all, attributes: string, at: number, whole: string) => {
      const given = readAttributes(attributes);
      const source = (given.get("src") ?? "").replace(/^(?:https?:)?\/\//, "");
      const embed = readScript(source, given);
      if (embed !== undefined) return show(embed, whole, at, all.length);
      const [host = ""] = source.split("/", 1);
      if (/embed/i.test(source) && host.includes(".") && !dressing.test(host))
        drop(`<script> of ${host}`, all);
      return all;
    });
}

function show({ name, address }: Embed, text: string, at: number, length: number): string {
  return isInText(text, at, at + length)
    ? `<a href="${escapeHtml(address)}">${name}</a>`
    : asBlock(linkTo(name, address));
}

function readAttributes(written: string): ReadonlyMap<string, string> {
  return new Map(
    [...written.matchAll(/\s([\w-]{1,40})\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)].map(
      ([, key = "", double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? ""] as const,
    ),
  );
}

function readScript(source: string, given: ReadonlyMap<string, string>): Embed | undefined {
  for (const [name, form, address] of byAddress)
    if (form.test(source)) return { name, address: source.replace(form, address) };
  if (/^emgithub\.com\//.test(source)) {
    const target = /[?&]target=([^&]{1,500})/.exec(source)?.[1] ?? "";
    const address = URL.canParse(`https://e.org/?a=${target}`)
      ? (new URL(`https://e.org/?a=${target}`).searchParams.get("a") ?? "")
      : "";
    return /^https:\/\/github\.com\//.test(address) ? { name: "Code (GitHub)", address } : undefined;
  }
  return readByAttribute(source, given);
}

function readFilled(given: ReadonlyMap<string, string>): Embed | undefined {
  const classes = given.get("class") ?? "";
  const [hash, user] = [given.get("data-slug-hash") ?? "", given.get("data-user") ?? "anon"];
  if (/(?:^|\s)codepen(?:\s|$)/.test(classes) && /^\w+$/.test(hash) && /^[\w-]+$/.test(user))
    return { name: "Code (CodePen)", address: `https://codepen.io/${user}/pen/${hash}` };
  return readByAttribute(classes, given);
}

function readByAttribute(of: string, given: ReadonlyMap<string, string>): Embed | undefined {
  const known = byAttribute.find(
    ([, owner, attribute, form]) => owner.test(of) && form.test(given.get(attribute) ?? ""),
  );
  if (known === undefined) return undefined;
  const [name, , attribute, , address] = known;
  return { name, address: address + (given.get(attribute) ?? "").replace(/^infogram_0_/, "") };
}
