import { asBlock } from "../basics/cleaning.ts";

/** `@[youtube](id)`, Zenn's `@[card](address)` and Hashnode's `%[address]`; what names its place by an id alone disappears. */
export function replaceEmbeds(text: string): string {
  return text
    .replace(
      /<script\s[^<>]{0,300}?src=["'](?:https?:)?\/\/gist\.github\.com\/([\w./-]{1,200}?)(?:\.js)?(?:\?[^"'<>]{0,200})?["'][^<>]{0,200}>\s{0,20}<\/script>/gi,
      (_all, name: string) => asBlock(`[Code (GitHub)](<https://gist.github.com/${name}>)`),
    )
    .replace(/^@\[youtube\]\(([\w-]+)\)[ \t]*$/gim, "[Video (YouTube)](https://www.youtube.com/watch?v=$1)")
    .replace(/^@\[\w+\]\((https?:\/\/[^)\s]+)\)[ \t]*$/gm, "<$1>")
    .replace(/^@\[\w+\]\([^()\s]{0,200}\)[ \t]*$/gm, "")
    .replace(/^%\[(https?:\/\/[^\]\s]+)\][ \t]*$/gm, "<$1>");
}
