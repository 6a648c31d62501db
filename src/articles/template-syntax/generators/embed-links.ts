import { asBlock } from "../basics/cleaning.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** A line that is nothing but an embed; VuePress' themes have settings behind the names that they know. */
const embed =
  /^@\[(\w{1,30}|(?:acfun|artPlayer|audioReader|bilibili|caniuse|codepen|codeSandbox|code|jsfiddle|pdf|qrcode|replit|vimeo|youtube)(?=[ \t{:])[^\]\n]{1,200})\]\(([^()\s]{0,1000})\)[ \t]*$/gm;

/** `@[youtube](id)`, Zenn's `@[card](address)` and Hashnode's `%[address]`; what names its place by an id alone disappears. */
export function replaceEmbeds(text: string): string {
  return (
    text
      .replace(
        /<script\s[^<>]{0,300}?src=["'](?:https?:)?\/\/gist\.github\.com\/([\w./-]{1,200}?)(?:\.js)?(?:\?[^"'<>]{0,200})?["'][^<>]{0,200}>\s{0,20}<\/script>/gi,
        (_all, name: string) => asBlock(`[Code (GitHub)](<https://gist.github.com/${name}>)`),
      )
      // Wiki.js' editor plays it.
      .replace(
        /<oembed\s[^<>]{0,200}?url="(https?:\/\/[^"<>\s]{1,500})"[^<>]{0,100}>\s{0,9}<\/oembed>/g,
        '<a href="$1">$1</a>',
      )
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
      .replace(/^%\[(https?:\/\/[^\]\s]+)\][ \t]*$/gm, "<$1>")
  );
}
