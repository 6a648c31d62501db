import { unknownValue, type Cleaning } from "../basics/cleaning.ts";

const value =
  /%(meta(?:\.\w{1,40}){1,4}|(?:site_title|base_url|assets_url|theme_url|themes_url|plugins_url))%/g;

/**
 * Puts in what Pico prints for the fields of an article, `%meta.author%`; its values of the site are not known here.
 *
 * @see https://picocms.org/docs/
 */
export function replacePicoValues(markdown: string, { readField, drop }: Cleaning): string {
  if (!/%(?:meta\.|(?:site|base|assets|themes?|plugins)_)/.test(markdown)) return markdown;
  return markdown.replace(value, (all, name: string) => {
    const known = name.startsWith("meta.") ? readField(name.slice("meta.".length)) : undefined;
    if (known === undefined) drop(all, all);
    return known ?? unknownValue;
  });
}
