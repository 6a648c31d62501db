import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { check, type Diagnostics } from "recheck";
import { expect, test } from "vitest";
import { readArticleBody } from "../../src/articles/read-article-body.ts";
import { makeFolder, post } from "../articles/articles-folder.ts";
import type { Pattern } from "./list-patterns.ts";

const isSoak = process.env["GAZETTE_SOAK"] === "1";

/** What takes a place in every combination is a group that is repeated. */
const hasRepeatedGroup = /\)(?:[*+]|\{\d+,)/u;

const patterns = JSON.parse(
  execFileSync(process.execPath, [join(import.meta.dirname, "list-patterns.ts")], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  }),
) as Pattern[];

const analysed = new Map<Pattern, Promise<Diagnostics>>();

/** Each pattern is analysed once, whichever test asks first. */
function analyse(pattern: Pattern): Promise<Diagnostics> {
  const { source, flags } = pattern;
  const known = analysed.get(pattern);
  if (known !== undefined) return known;
  const diagnostics = check(source, flags.replace("v", "u").replace("d", ""), { timeout: 5000 });
  analysed.set(pattern, diagnostics);
  return diagnostics;
}

test(
  "no regular expression of the source tries a text in every combination",
  { timeout: isSoak ? 3_600_000 : 600_000 },
  async () => {
    const suspects = patterns.filter(({ source }) => isSoak || hasRepeatedGroup.test(source));
    const found: string[] = [];
    for (const pattern of suspects) {
      const diagnostics = await analyse(pattern);
      if (diagnostics.status === "vulnerable" && diagnostics.complexity.type === "exponential")
        found.push(`${pattern.place}: ${diagnostics.attack.pattern}`);
    }

    expect(patterns.length).toBeGreaterThan(1000);
    expect(suspects.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  },
);

/** Letters of a hostile body: no more of one is ever rendered. */
const length = 60_000;
/** Markdown-it itself takes up to thirty times as long for brackets as for plain words. */
const mostTimes = 40;

/** What a pattern may not be tried without: marks on the line that it is tried on, and blocks below it. */
const behind = [
  "",
  "```x ~~~ <!-- --> {{ a }} {% b %} <A a={b} /> [[x]] [a](b) ![c](d) ::: {:.x} $a$ ^[z] == %% :id=a |",
  "\n\n```{r}\nx\n```\n\n::: note\nx\n:::\n\n!!! note\n    x\n\n{% if a %}x{% endif %}\n\n{{< a >}}x{{< /a >}}\n\n[[x]] [^1] {page.a} #+BEGIN_QUOTE\n\n- TODO a\n\n|a|b|\n|-|-|\n|c|d|\n\n: e\n\n[^1]: x\n\n<!--more-->\n",
];

test.runIf(isSoak)(
  "no text that is the worst for one of the articles' patterns costs much more than plain words",
  { timeout: 3_600_000 },
  async () => {
    const folder = makeFolder();
    const measure = async (text: string): Promise<number> => {
      folder.write("hostile.mdx", text);
      const started = process.cpuUsage();
      const { articles } = await folder.scan();
      for (const article of articles) await readArticleBody(article, { dir: folder.dir });
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    const plain = (letters: number): string => post("Some words of plain prose. ".repeat(letters / 27));
    const least = async (text: string, tries: number): Promise<number> => {
      const taken: number[] = [];
      for (let number = 0; number < tries; number++) taken.push(await measure(text));
      return Math.min(...taken);
    };
    await measure(plain(length));
    const usual = await least(plain(length), 3);
    const usualTenth = await least(plain(length / 10), 5);

    const found: string[] = [];
    for (const pattern of patterns.filter(({ place }) => place.startsWith("src/articles/"))) {
      const diagnostics = await analyse(pattern);
      if (diagnostics.status !== "vulnerable") continue;
      const { pumps, suffix } = diagnostics.attack;
      const one = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
      const textsOf = (letters: number): string[] => {
        const worst = pumps.map(({ prefix, pump }) => prefix + pump.repeat(letters / one)).join("") + suffix;
        return behind.flatMap((more) => [worst + more, post(worst + more), post(`x\n${worst}${more}`)]);
      };
      const tenths = textsOf(length / 10);
      for (const [at, text] of textsOf(length).entries()) {
        // What grows with the square of its length is far above a tenth of the limit at a tenth of the length.
        if ((await measure(tenths[at] ?? "")) < (mostTimes / 10) * usualTenth) continue;
        const once = await measure(text);
        // What the machine had in hand beside may have made it long.
        const times = (once > mostTimes * usual ? Math.min(once, await measure(text)) : once) / usual;
        if (times > mostTimes) found.push(`${pattern.place}: ${times.toFixed(0)} times`);
      }
    }

    expect(found).toEqual([]);
  },
);
