import type { Cleaning } from "../basics/cleaning.ts";

/** What Grav's plugins put in a link's place: a film, or the text of another page. */
const plugin = /\[plugin:([\w-]{1,40})\]\(([^()\s]{0,1000})\)/g;
const services: ReadonlyMap<string, string> = new Map([
  ["youtube", "Video (YouTube)"],
  ["vimeo", "Video (Vimeo)"],
]);

/**
 * Gives the links that Grav's plugins write for films, `[plugin:youtube](address)`, their words, and takes out what they put
 * in from elsewhere.
 *
 * @see https://github.com/getgrav/grav-plugin-youtube, https://github.com/getgrav/grav-plugin-page-inject
 */
export function replaceGrav(markdown: string, { drop }: Cleaning): string {
  if (!markdown.includes("[plugin:")) return markdown;
  return markdown.replace(plugin, (all, name: string, address: string) => {
    const words = services.get(name);
    if (words !== undefined) return `[${words}](<${address}>)`;
    drop(`[plugin:${name}]`, all);
    return "";
  });
}
