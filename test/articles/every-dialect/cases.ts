import fc from "../../support/fast-check.ts";
import { dialects, type Author, type Dialect } from "./dialects.ts";
import { stories, type Story } from "./stories.ts";

/** Minutes east of UTC that the newsletter's zone has all year, so that the test needs no calendar. */
export const zone = { name: "Asia/Kathmandu", minutes: 5 * 60 + 45 };

/** A date as people write it, and the instant that it means. */
interface WrittenDay {
  readonly text: string;
  readonly instant: Date;
  /** Whether TOML has a date of its own for it. */
  readonly isPlainDate: boolean;
}

export interface Case {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly dialect: Dialect;
  readonly story: Story;
  readonly publishedAt: Date;
  readonly draft: boolean;
  readonly summary: string | undefined;
}

const days = [
  [2026, 3, 4],
  [2024, 2, 29],
  [2025, 12, 31],
  [2026, 1, 1],
  [1999, 10, 9],
  [2026, 11, 12],
] as const;
const clock = { hour: 5, minute: 6, second: 7 };
const english = {
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const two = (number: number): string => String(number).padStart(2, "0");

type Form = (day: (typeof days)[number], language: string) => WrittenDay;

function form(
  write: (year: number, month: string, day: string, utc: Date) => string,
  options: {
    readonly minutes?: number;
    readonly seconds?: boolean;
    readonly time?: boolean;
    readonly plain?: boolean;
  } = {},
): Form {
  return ([year, month, day]) => {
    const { minutes = zone.minutes, seconds = true, time = true, plain = false } = options;
    const shown = new Date(
      Date.UTC(year, month - 1, day, ...(time ? [clock.hour, clock.minute, seconds ? clock.second : 0] : [])),
    );
    return {
      text: write(year, two(month), two(day), shown),
      instant: new Date(shown.getTime() - minutes * 60_000),
      isPlainDate: plain,
    };
  };
}

const forms: readonly Form[] = [
  form((y, m, d) => `${y}-${m}-${d}`, { time: false, plain: true }),
  form((y, m, d) => `${y}/${m}/${d}`, { time: false }),
  form((y, m, d) => `${y}-${m}-${d} 05:06`, { seconds: false }),
  form((y, m, d) => `${y}-${m}-${d} 05:06:07`),
  form((y, m, d) => `${y}-${m}-${d}T05:06:07`, { plain: true }),
  form((y, m, d) => `${y}-${m}-${d}T05:06:07Z`, { minutes: 0, plain: true }),
  form((y, m, d) => `${y}-${m}-${d}T05:06:07.000Z`, { minutes: 0, plain: true }),
  form((y, m, d) => `${y}-${m}-${d}T05:06:07+09:30`, { minutes: 570, plain: true }),
  form((y, m, d) => `${y}-${m}-${d} 05:06:07 -0700`, { minutes: -420 }),
  form((y, m, d) => `${y}-${m}-${d} 05:06:07 +0000`, { minutes: 0 }),
  form((y, m, d) => `${y}-${m}-${d} 05:06 +0200`, { minutes: 120, seconds: false }),
  form((y, m, d) => `${y}/${m}/${d} 05:06:07`),
  form(
    (y, m, d, utc) =>
      `${english.weekdays[utc.getUTCDay()] ?? ""}, ${d} ${english.months[Number(m) - 1] ?? ""} ${y} 05:06:07 GMT`,
    { minutes: 0 },
  ),
  form(
    (y, m, d, utc) =>
      `${english.weekdays[utc.getUTCDay()] ?? ""}, ${d} ${english.months[Number(m) - 1] ?? ""} ${y} 05:06:07 -0300`,
    { minutes: -180 },
  ),
  worded("long"),
  worded("full"),
];

/** The day in words of the article's own language. */
function worded(style: "long" | "full"): Form {
  return ([year, month, day], language) => {
    const utc = Date.UTC(year, month - 1, day);
    return {
      text: new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: "UTC" }).format(utc),
      instant: new Date(utc - zone.minutes * 60_000),
      isPlainDate: false,
    };
  };
}

/** A name says the day; some names stand for an article's own folder. */
const names: readonly ((number: number, day: (typeof days)[number]) => string)[] = [
  (number) => `content/blog/story${number}.md`,
  (number) => `content/posts/story${number}/index.md`,
  (number) => `posts/story${number}.markdown`,
];
const datedNames: typeof names = [
  (number, [y, m, d]) => `_posts/${y}-${two(m)}-${two(d)}-story${number}.md`,
  (number, [y, m, d]) => `blog/${y}/${two(m)}/${two(d)}/story${number}.md`,
  (number, [y, m, d]) => `blog/${y}-${two(m)}-${two(d)}-story${number}/index.md`,
  (number, [y, m, d]) => `journal/${y}${two(m)}${two(d)}-story${number}.md`,
];

const encodings: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(text.replaceAll("\n", "\r\n")),
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`),
  (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  (text) => Buffer.from(text.replaceAll("\n", "\r")),
];

/** The first word of a text, dressed. */
const dresses: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `**${word}**`,
  (word) => `[${word}](https://reedham.example/about "About")`,
  (word) => `<span class="first">${word}</span>`,
  (word) => `_${word}_ `.trimEnd(),
];

function dress(text: string, language: string, index: number): string {
  const [first] = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  const word = first?.segment ?? "";
  // Underscores do not end emphasis within a word, and not every script sets words apart.
  const at = text.charAt(word.length) === " " ? index : Math.min(index, dresses.length - 2);
  return `${(dresses[at] ?? String)(word)}${text.slice(word.length)}`;
}

/** An author, as front matter names one. */
const authors: readonly ((name: string) => Author)[] = [
  (name) => name,
  (name) => [name],
  (name) => ({ name }),
  (name) => [{ name, url: "https://reedham.example/about" }],
];

const index = (list: readonly unknown[]): fc.Arbitrary<number> => fc.nat(list.length - 1);

const drawn = fc.record({
  story: index(stories),
  dialect: index(dialects),
  day: index(days),
  form: index(forms),
  encoding: index(encodings),
  dress: index(dresses),
  name: fc.nat(),
  leadIns: fc.array(fc.nat(), { maxLength: 3 }),
  tail: fc.nat(),
  frame: fc.nat(),
  author: index(authors),
  dateKey: fc.constantFrom("date", "pubDate", "publishDate", "published", "published_at", "created"),
  topicKey: fc.constantFrom("topics", "tags", "categories", "keywords"),
  isDatedByName: fc.boolean(),
  hasSummary: fc.boolean(),
  hasHeading: fc.boolean(),
  hasMore: fc.boolean(),
  draft: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

/** So many articles, each another mixture of language, dialect, date, name, encoding and what stands before its first paragraph. */
export function drawCases(count: number): Case[] {
  return fc.sample(drawn, count).map((one, number) => {
    const story = pickFrom(stories, one.story);
    const dialect = pickFrom(dialects, one.dialect);
    const day = pickFrom(days, one.day);
    const written = pickFrom(forms, one.isDatedByName ? 0 : one.form)(day, story.language);
    const name = pickFrom(one.isDatedByName ? datedNames : [...names, ...datedNames], one.name)(number, day);
    const path = dialect.extension === undefined ? name : name.replace(/\w+$/, dialect.extension);
    const leadIns = one.leadIns.map((at) => pickFrom(dialect.leadIns, at));
    const imports = leadIns.filter((text) => /^(?:im|ex)port /.test(text));
    const [opening, second] = story.paragraphs;
    const [before, after] = pickFrom(dialect.frames, one.frame);
    const text =
      dialect.write({
        title: story.title,
        date: one.isDatedByName ? undefined : written.text,
        isPlainDate: written.isPlainDate,
        dateKey: one.dateKey,
        topicKey: one.topicKey,
        topics: story.topics,
        author: pickFrom(authors, one.author)(story.author),
        summary: one.hasSummary ? story.summary : undefined,
        language: story.language,
        draft: one.draft,
      }) +
      [
        ...imports,
        ...(one.hasHeading ? [`# ${story.title}`] : []),
        ...leadIns.filter((text) => !imports.includes(text)),
        `${dress(opening, story.language, one.dress)}${pickFrom(dialect.tails, one.tail)}`,
        ...(one.hasMore ? ["<!--more-->"] : []),
        `## ${story.heading}`,
        `${before}${second}${after}`,
        `\`\`\`\n${dialect.code}\n\`\`\``,
        "",
      ].join("\n\n");
    return {
      path,
      bytes: pickFrom(encodings, one.encoding)(text),
      dialect,
      story,
      publishedAt: written.instant,
      draft: one.draft,
      summary: one.hasSummary ? story.summary : undefined,
    };
  });
}

function pickFrom<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error("An empty list.");
  return found;
}
