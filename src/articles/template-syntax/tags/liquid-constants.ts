import { asBlock } from "../basics/cleaning.ts";
import type { LiquidTag } from "./find-liquid-tags.ts";

/** A value that a text gives a name. */
export interface Constant {
  /** The name, or the name and the one field of it that is known. */
  readonly of: string;
  readonly value: string;
  /** Where the tag that gives the value ends; before it, there is none. */
  readonly end: number;
}

/**
 * Values that the text itself gives, by their names: `{% assign name = "text" %}`, and the one field by which an entry of the
 * site's data was found, as in `{% assign release = site.data.releases | where: "version", "3.4.0" | first %}`. A name that is
 * given more than one value has none.
 */
export function findConstants(tags: readonly LiquidTag[]): ReadonlyMap<string, Constant | undefined> {
  const constants = new Map<string, Constant | undefined>();
  for (const tag of tags) {
    if (!givesValue.has(tag.name)) continue;
    const name = /^[A-Za-z_][\w-]*/.exec(tag.given)?.[0] ?? "";
    const isOnly = (tag.name === "assign" || tag.name === "set") && !constants.has(name);
    constants.set(name, isOnly ? readAssignment(name, tag) : undefined);
  }
  return constants;
}

const givesValue = new Set(["assign", "capture", "set", "for", "tablerow", "increment", "decrement"]);

function readAssignment(name: string, tag: LiquidTag): Constant | undefined {
  const expression = tag.given.slice(name.length);
  const text = /^\s*=\s*(?:"([^"]*)"|'([^']*)')$/.exec(expression);
  if (text !== null) return { of: name, value: text[1] ?? text[2] ?? "", end: tag.end };
  const found =
    /^\s*=[^|]{1,200}\|\s*where:\s*(["'])([\w-]{1,60})\1\s*,\s*(["'])([^"'{}<>]{1,200})\3\s*\|\s*first$/.exec(
      expression,
    );
  return found === null
    ? undefined
    : { of: `${name}.${found[2] ?? ""}`, value: found[4] ?? "", end: tag.end };
}

/** The value of what a tag prints, where the text gave it before. */
export function readConstant(
  constants: ReadonlyMap<string, Constant | undefined>,
  { given, start }: LiquidTag,
): string | undefined {
  const constant = constants.get(given.split(".", 1)[0] ?? "");
  return constant?.of === given && constant.end <= start ? constant.value : undefined;
}

export interface Captures {
  readonly keep: (name: string, passage: string) => void;
  /** Minds the passages that `{% assign tabs = first | concat: second %}` puts together. */
  readonly join: (assignment: string) => void;
  /** The passages that an include is given, `{% include box.html content=first %}`, and that stand nowhere yet. */
  readonly giveTo: (include: string) => string | undefined;
  /** What `{{ name }}` or `{{ name | markdownify }}` stands for; undefined for any other expression. */
  readonly show: (expression: string) => string | undefined;
}

/** Letters; a passage that holds itself twice, again and again, would have no end. */
const maxCaptured = 100_000;

/** Of passages that are put together. */
const maxJoined = 50;

/** Passages that a text sets aside with `{% capture name %}` and shows further down, as Minimal Mistakes has its notices. */
export function createCaptures(): Captures {
  const passages = new Map<string, string>();
  /** By what is put together, the names of its passages. */
  const joined = new Map<string, readonly string[]>();
  const given = new Set<string>();
  let shown = 0;
  const partsOf = (name: string): readonly string[] => joined.get(name) ?? (passages.has(name) ? [name] : []);
  return {
    keep: (written, passage) => {
      const name = written.replace(/^(["'])(.*)\1$/, "$2");
      given.delete(name);
      passages.set(name, passage.trim());
    },
    join: (assignment) => {
      const [, name = "", value = ""] = /^([A-Za-z_][\w-]*)\s*=(.*)$/s.exec(assignment) ?? [];
      const expression = value.trim();
      if (passages.size === 0 || name === "" || expression.length > 500) return;
      const words = expression.replace(/"[^"]*"|'[^']*'/g, "").match(/[A-Za-z_][\w-]*/g) ?? [];
      const parts = [...new Set(words.flatMap(partsOf))].slice(0, maxJoined);
      if (parts.length > 0) joined.set(name, parts);
    },
    giveTo: (include) => {
      if (passages.size === 0) return undefined;
      const names = [...include.matchAll(/[\w-]{1,60}["']?\s?[=:]\s?([A-Za-z_][\w-]{0,80})(?=[\s,}]|$)/g)];
      const parts = [...new Set(names.flatMap(([, name = ""]) => partsOf(name)))].filter(
        (name) => !given.has(name),
      );
      for (const name of parts) given.add(name);
      const text = parts.map((name) => passages.get(name) ?? "").join("\n\n");
      shown += text.length;
      return parts.length === 0 || shown > maxCaptured ? undefined : asBlock(text);
    },
    show: (expression) => {
      const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
      const passage = passages.get(name);
      if (
        passage === undefined ||
        !filters.every((filter) => /^(?:markdownify|strip\w*|escape|safe|raw)$/.test(filter))
      )
        return undefined;
      shown += passage.length;
      given.add(name);
      if (shown > maxCaptured) return undefined;
      return filters.includes("markdownify") ? asBlock(passage) : passage;
    },
  };
}
