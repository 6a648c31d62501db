import { escapeBrackets } from "../basics/markdown-link.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** A line that is nothing but an embed; VuePress' themes have settings behind the names that they know. */
const embed =
  /^@\[(\w{1,30}|(?:acfun|artPlayer|audioReader|bilibili|caniuse|codepen|codeSandbox|code|jsfiddle|pdf|qrcode|replit|vimeo|youtube)(?=[ \t{:])[^\]\n]{1,200})\]\(([^()\s]{0,1000})\)[ \t]*$/gm;

/** What Zenn embeds by a name, wherever it stands; another name on a line of its own is some other program's. */
const services =
  "card youtube tweet x gist github codepen slideshare speakerdeck docswell jsfiddle codesandbox stackblitz figma blueprintue";
const named = new RegExp(
  String.raw`(?<![\w@\\])@\[(${services.replaceAll(" ", "|")})\]\(([^()\s]{1,1000})\)`,
  "gi",
);
/** Velog's, `!youtube[id]`. */
const banged = /(?<![\w!\\])!(youtube|twitter|codesandbox|codepen|vimeo)\[([\w@/.:?=&-]{1,300})\](?!\()/g;
/** Hashnode's, an address with where it stands, and its widgets. */
const percent =
  /(?<!%)%\[(https?:\/\/[^\s[\]]{1,1000})(?:[ \t]{1,5}[\w-]{1,20}=(?:"[^"\n]{0,40}"|'[^'\n]{0,40}'))*[ \t]*\]/g;
const widget = /(?<![\w%])%%\[[\w-]{1,80}\](?!\(|[^\n]{0,500}%%)/g;
/** Where a comment of Obsidian's ends that has lines of its own. */
const commentLine = /^%%[ \t]*$/m;
/** Somebody of Hashnode's, by name. */
const mention = /(?<![\w@\\])@\[([^[\]\n]{1,100})\]\(@([\w-]{1,60})\)/g;
/** CSDN's films, all of whose settings stand in brackets of their own. */
const csdn = /@?\[video\(video-[^)\n]{1,60}\)((?:\([a-z]{1,12}-[^)\n]{0,600}\)){1,8})\]/g;

/**
 * Embeds of Zenn, `@[card](address)`, Velog, Hashnode, `%[address]`, and CSDN become links; what names its place by an id of
 * which nobody else knows disappears.
 */
export function replaceEmbeds(text: string): string {
  return (
    text
      // Wiki.js' editor plays it.
      .replace(
        /<oembed\s[^<>]{0,200}?url="(https?:\/\/[^"<>\s]{1,500})"[^<>]{0,100}>\s{0,9}<\/oembed>/g,
        '<a href="$1">$1</a>',
      )
      .replace(named, (all, name: string, id: string) => {
        if (/^https?:\/\//.test(id)) return `<${id}>`;
        return renderWidget(name, { positional: [id], named: new Map() }, undefined)?.markdown ?? all;
      })
      .replace(embed, (all, given: string, target: string) => {
        const name = given.split(/\W/, 1)[0] ?? "";
        // Code stands in a file; what leads elsewhere is somebody who is spoken to.
        if (/^https?:\/\//.test(target)) return name === "code" && given !== name ? all : `<${target}>`;
        const address = target.replace(/[^\w/.-]/g, "");
        if (/^codepen$/i.test(name) && /^[\w-]+\/\w+$/.test(address))
          return `[codepen.io](https://codepen.io/${address.replace("/", "/pen/")})`;
        if (/\.(?:pdf|mp[34]|m4a|ogg|webm)$/i.test(target))
          return `[${address.slice(address.lastIndexOf("/") + 1)}](<${target}>)`;
        return /^(?:youtube|bilibili|vimeo)$/i.test(name) && address !== ""
          ? (renderWidget(name, { positional: [address], named: new Map() }, undefined)?.markdown ?? "")
          : "";
      })
      .replace(banged, (_all, name: string, id: string) => renderBanged(name, id))
      .replace(mention, "[@$1](<https://hashnode.com/@$2>)")
      .replace(csdn, (_all, settings: string) => {
        const [, address = ""] = /\(url-(https?:[^)\s]{1,600})\)/.exec(settings) ?? [];
        const title = escapeBrackets(/\(title-([^)\n]{1,300})\)/.exec(settings)?.[1] ?? "");
        return address === "" ? "" : `[${title === "" ? "Video" : title}](<${address}>)`;
      })
      .replace(percent, "<$1>")
      .replace(widget, (all) => (commentLine.test(text) ? all : ""))
  );
}

function renderBanged(name: string, id: string): string {
  const given = name === "codepen" && /^[\w-]+\/\w+$/.test(id) ? id.replace("/", "/pen/") : id;
  return renderWidget(name, { positional: [given], named: new Map() }, undefined)?.markdown ?? "";
}
