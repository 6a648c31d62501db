import { toOneLine } from "../wording/one-line.ts";

/** A value by its name, `{{ product-name }}`, or by its path, `{% data products.boat %}`. */
const printed =
  /\{\{-?\s{0,9}[\w.-]{1,80}\s{0,9}-?\}\}|\{%-?\s{0,9}([\w-]{1,40})\s{1,9}[\w.-]{1,80}\s{0,9}-?%\}/g;

/**
 * A title without the values that a template would print in it, as in the documentation of Diplodoc and of GitHub. Where the
 * body prints none of the kind outside of its code, the article is about templates, and the title says what it says.
 *
 * @param dropped the names of what the body's template would have put in, such as `{{ product-name }}` or `{% data %}`.
 */
export function withoutTemplateValues(title: string, dropped: readonly string[]): string {
  if (dropped.length === 0 || !/\{[{%]/.test(title)) return title;
  const kinds = new Set(dropped.map((name) => (name.startsWith("{{ ") ? "{{" : name)));
  const rest = toOneLine(
    title
      .replace(printed, (all, tag: string | undefined) =>
        kinds.has(tag === undefined ? "{{" : `{% ${tag} %}`) ? "" : all,
      )
      .replace(/\(\s*\)/g, "")
      .replace(/\s+(?=[,.:;!?])/g, ""),
  );
  return /[\p{L}\p{N}]/u.test(rest) ? rest : title;
}
