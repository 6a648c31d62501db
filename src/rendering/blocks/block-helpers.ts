import Handlebars from "handlebars/dist/cjs/handlebars.runtime.js";
import { writeBlock, type BlockBook, type PresentParts } from "./block-book.ts";
import type { Helper } from "../templates/helpers.ts";
import type { VaryingList } from "./varying-list.ts";
import { readVarying, vary } from "./varying.ts";

/** The lists and objects of a view that an edition may have or not, with the parts they stand for. */
export interface VaryingParts {
  readonly lists: ReadonlyMap<unknown, VaryingList>;
  readonly objects: ReadonlyMap<unknown, number>;
}

/** Handlebars' own types leave `data` open, and what a frame holds. */
interface BlockOptions {
  readonly fn: (context: unknown, options?: { data?: unknown; blockParams?: unknown[] }) => string;
  readonly inverse: (context: unknown) => string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Condition = (present: PresentParts) => boolean;

/**
 * Handlebars' own blocks, and the ordinary helpers, for a rendering that serves every edition of an issue: both
 * branches are rendered, each item of a list is, and markers say which an edition takes.
 *
 * @param helpers - The ordinary helpers of the format.
 */
export function createBlockHelpers(
  { lists, objects }: VaryingParts,
  book: BlockBook,
  helpers: Readonly<Record<string, Helper>>,
  format: "html" | "text",
): Record<string, Helper> {
  const builtIn = Handlebars.helpers as unknown as Record<"if" | "unless" | "each" | "with", Helper>;
  const show = (condition: Condition, content: string): string =>
    writeBlock(book, condition, content, format);

  const conditionOf = (value: unknown): Condition | undefined => {
    const read = readVarying(value);
    if (read !== undefined) return (present) => Boolean(read(present));
    const list = lists.get(value);
    if (list !== undefined) return (present) => list.parts.some((part) => present[part]);
    const object = objects.get(value);
    return object === undefined ? undefined : (present) => present[object] === true;
  };

  const choose = (name: "if" | "unless" | "with"): Helper =>
    function (value, options) {
      const condition = conditionOf(value);
      if (condition === undefined) return builtIn[name].call(this, value, options);
      const { fn, inverse, data } = options as BlockOptions;
      const inside = name === "with" ? value : this;
      const [yes, no] = name === "unless" ? [inverse, fn] : [fn, inverse];
      return (
        show(condition, yes(inside, { data, blockParams: [value] })) +
        show((present) => !condition(present), no(this))
      );
    };

  const each: Helper = function (list, options) {
    const varying = lists.get(list);
    if (varying === undefined) return builtIn.each.call(this, list, options);
    const { fn, inverse, data } = options as BlockOptions;
    const { parts } = varying;
    const items = varying.items.map((item, index) => {
      const part = parts[index] ?? -1;
      const before = parts.slice(0, index);
      const after = parts.slice(index + 1);
      const position = vary(book, (present) => before.filter((other) => present[other]).length);
      const frame: Record<string, unknown> = Object.assign(Handlebars.createFrame(data) as object, {
        key: position,
        index: position,
        first: vary(book, (present) => !before.some((other) => present[other])),
        last: vary(book, (present) => !after.some((other) => present[other])),
      });
      return show(
        (present) => present[part] === true,
        fn(item, { data: frame, blockParams: [item, position] }),
      );
    });
    return items.join("") + show((present) => !parts.some((part) => present[part]), inverse(this));
  };

  const escape = format === "html" ? Handlebars.escapeExpression : undefined;
  /** What a helper makes of a value that varies, varies with it. */
  const lift = (helper: Helper): Helper =>
    function (...all) {
      const options = all.at(-1) as { readonly hash: Readonly<Record<string, unknown>> };
      const values = all.slice(0, -1);
      const readers = [...values, ...Object.values(options.hash)].flatMap(
        (value) => readVarying(value) ?? [],
      );
      const [only, ...others] = readers;
      if (only === undefined) return helper.apply(this, all);
      // Formatting a number costs more than all else of an edition, and most editions have the same few.
      const known = new Map<unknown, unknown>();
      return vary(
        book,
        (present) => {
          const key =
            others.length === 0 ? only(present) : JSON.stringify(readers.map((read) => read(present)));
          if (!known.has(key)) {
            const resolve = (value: unknown): unknown => readVarying(value)?.(present) ?? value;
            const named = Object.entries(options.hash).map(([name, value]) => [name, resolve(value)]);
            const hash = Object.fromEntries(named) as Record<string, unknown>;
            known.set(key, helper.call(this, ...values.map(resolve), { ...options, hash }));
          }
          return known.get(key);
        },
        escape,
      );
    };

  return {
    ...Object.fromEntries(Object.entries(helpers).map(([name, helper]) => [name, lift(helper)])),
    if: choose("if"),
    unless: choose("unless"),
    with: choose("with"),
    each,
  };
}
