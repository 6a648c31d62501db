/**
 * A value of front matter with every scalar as the text the author wrote; what it means is decided field by field, so
 * that no date rolls over, no `no` becomes false, and a version 1.10 stays 1.10.
 */
export type FrontMatterValue = string | null | readonly FrontMatterValue[] | FrontMatter;

/** Keys are folded, so that `published_at`, `publishedAt` and `Published At` are one. */
export type FrontMatter = ReadonlyMap<string, FrontMatterValue>;

/**
 * `headers`: lines such as `Title: …` up to a blank line, with no fence (Pelican, MultiMarkdown, early Hexo), or `.. title: …`
 * in a comment (Nikola). `pandoc`: title, authors and date after `%`. `marks`: each field in a mark of its own (ikiwiki, HTMLy).
 * `exported`: an object that MDX exports. `edn`: Clojure's own notation (Cryogen). `elixir`: a map of Elixir (NimblePublisher).
 * `parted`: fields between lines of dashes, of which the text is one (Kirby, Lektor).
 */
export type FrontMatterDialect =
  | "yaml"
  | "toml"
  | "json"
  | "edn"
  | "elixir"
  | "julia"
  | "headers"
  | "pandoc"
  | "marks"
  | "parted"
  | "exported"
  | "none";

const maxValues = 10_000;
const maxDepth = 20;

/** A key in lower case, without underscores, hyphens and spaces. */
export function foldKey(key: string): string {
  return /^[a-z]+$/.test(key) ? key : key.toLowerCase().replace(/[\s_\u200b-\u200d\u2060-]+/g, "");
}

/** What parsed data holds is too much: aliases that multiply, or nesting beyond reason. */
export class ExcessiveData extends Error {}

/**
 * Brings what a parser gives to text. Keys are taken as data, never looked up, so `__proto__` is a key like any other.
 *
 * @param toText what a value that is no string, list or map is as text; undefined: nothing.
 * @throws ExcessiveData beyond 10,000 values or 20 levels.
 */
export function toFrontMatter(data: object, toText: (value: unknown) => string | undefined): FrontMatter {
  let values = 0;
  const convert = (value: unknown, depth: number): FrontMatterValue => {
    if (++values > maxValues) throw new ExcessiveData(`holds more than ${maxValues} values`);
    if (depth > maxDepth) throw new ExcessiveData(`is nested more than ${maxDepth} levels deep`);
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.map((item) => convert(item, depth + 1));
    const text = toText(value);
    if (text !== undefined) return text;
    return typeof value === "object" && value !== null ? convertMap(value, depth) : null;
  };
  const convertMap = (map: object, depth: number): FrontMatter => {
    const fields = new Map<string, FrontMatterValue>();
    for (const [key, value] of Object.entries(map)) fields.set(foldKey(key), convert(value, depth + 1));
    return fields;
  };
  return convertMap(data, 0);
}
