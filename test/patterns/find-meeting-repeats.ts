import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** A repeat of one character or class that may go on for long. */
interface Repeat {
  readonly raw: string;
  /** Those of the sample that it takes. */
  readonly takes: ReadonlySet<string>;
}

/** What a part of a pattern may start and end with, where nothing but what may be missing stands before or behind it. */
interface Ends {
  readonly mayBeMissing: boolean;
  readonly first: readonly Repeat[];
  readonly last: readonly Repeat[];
}

/** More times than this is long. */
const many = 300;

const sample = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...["\u00a0", "\u00e9", "\u4e2d", "\u3000", "\u2014", "\ufdd0"],
];

const nothing: Ends = { mayBeMissing: true, first: [], last: [] };
const something: Ends = { mayBeMissing: false, first: [], last: [] };

/**
 * Repeats that can take the same characters and meet, since what stands between them may be missing: `[ \t]*x?[ \t]*`. A text of
 * which the one takes a part and the other the rest, and that does not match in the end, is tried in every division.
 *
 * @returns each as `[ \t]* [ \t]*`; without those of which the second takes everything up to the end of the pattern, where
 *   nothing fails behind it.
 */
export function findMeetingRepeats(source: string, flags: string): string[] {
  const unicodeSets = flags.includes("v");
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets,
  });
  const found = new Set<string>();

  const repeatOf = ({ raw, element }: AST.Quantifier): Repeat => {
    const one = new RegExp(`^(?:${element.raw})$`, flags.replace(/[dgmy]/g, ""));
    return { raw, takes: new Set(sample.filter((char) => one.test(char))) };
  };
  const meet = (left: readonly Repeat[], right: readonly Repeat[]): void => {
    for (const a of left)
      for (const b of right)
        if ([...a.takes].some((char) => b.takes.has(char)) && !takesAllToEnd(b))
          found.add(`${a.raw} ${b.raw}`);
  };
  const takesAllToEnd = ({ raw, takes }: Repeat): boolean =>
    sample.every((char) => /[\r\n]/.test(char) || takes.has(char)) &&
    source.replace(/(?:[)$]|\)\?|\\n\??)*$/, "").endsWith(raw);
  const inRow = (elements: readonly AST.Element[]): Ends => {
    let row = nothing;
    for (const element of elements) {
      const next = visit(element);
      meet(row.last, next.first);
      const passes = element.type === "Assertion" ? passesAt(element) : undefined;
      row = {
        mayBeMissing: row.mayBeMissing && next.mayBeMissing,
        first: row.mayBeMissing ? [...row.first, ...next.first] : row.first,
        last: next.mayBeMissing
          ? [...(passes === undefined ? row.last : row.last.filter(passes)), ...next.last]
          : next.last,
      };
    }
    return row;
  };
  /** Behind the end of a line, there is only the next; what takes nothing but letters stops at the end of a word. */
  const passesAt = ({ kind }: AST.Assertion): ((repeat: Repeat) => boolean) | undefined =>
    kind === "end"
      ? ({ takes }) => takes.has("\n")
      : kind === "word"
        ? ({ takes }) => ![...takes].every((char) => /\w/.test(char))
        : undefined;
  const either = (alternatives: readonly AST.Alternative[]): Ends => {
    const all = alternatives.map(({ elements }) => inRow(elements));
    return {
      mayBeMissing: all.some(({ mayBeMissing }) => mayBeMissing),
      first: all.flatMap(({ first }) => first),
      last: all.flatMap(({ last }) => last),
    };
  };
  const visit = (element: AST.Element | AST.QuantifiableElement): Ends => {
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return either(element.alternatives);
      case "Assertion":
        if (element.kind === "lookahead" || element.kind === "lookbehind") either(element.alternatives);
        return element.kind === "end" && !flags.includes("m") ? something : nothing;
      case "Backreference":
        return [element.resolved].flat().some((group) => either(group.alternatives).mayBeMissing)
          ? nothing
          : something;
      case "Quantifier": {
        const isLong = element.max > many;
        const mayBeMissing = element.min === 0;
        if (/^Character/.test(element.element.type)) {
          const repeats = isLong ? [repeatOf(element)] : [];
          return { mayBeMissing, first: repeats, last: repeats };
        }
        const inner = visit(element.element);
        if (isLong) meet(inner.last, inner.first);
        return { ...inner, mayBeMissing: mayBeMissing || inner.mayBeMissing };
      }
      case "Character":
      case "CharacterClass":
      case "CharacterSet":
      case "ExpressionCharacterClass":
        return something;
    }
  };
  either(pattern.alternatives);
  return [...found];
}
