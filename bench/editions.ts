// Editions put together from a compiled issue against Handlebars and MJML for each, how both grow, and `build` of 20
// articles as a whole process against the `mjml` command on what it made, and against emailmd and React Email on the same
// articles.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edition } from "../src/rendering/edition.ts";
import { assembleEdition, assemblePieces } from "../src/rendering/assemble-edition.ts";
import { compileIssue } from "../src/rendering/compile-issue.ts";
import type { Issue } from "../src/rendering/issue.ts";
import { loadTheme } from "../src/rendering/load-theme.ts";
import { renderEdition } from "../src/rendering/render-edition.ts";
import { renderWithin } from "../src/rendering/render-within.ts";
import { chooseStories, type StoryChoice } from "../src/rendering/story-choice.ts";
import type { Theme } from "../src/rendering/theme.ts";
import { makeFullIssue } from "../test/rendering/make-issue.ts";
import { type BenchCommand, compareCommands, median } from "./compare-commands.ts";
import { installPeers, type PeerArticle } from "./peers.ts";
import { printRows } from "./print-rows.ts";

const root = join(import.meta.dirname, "..");
const theme = await loadTheme("broadsheet", [join(root, "templates")]);

await compareEditions(theme);
await growWithArticles(theme);
await growWithEditions(theme);
compareBuild();

/** Pairs in turn, so that a drift of the machine falls on both. */
async function compareEditions(of: Theme): Promise<void> {
  const issue = makeFullIssue(20);
  const compiled = await compileIssue(issue, of);
  const rounds = 11;
  const perRound = 2000;
  // Each edition comes once, so that nothing is known of it from a round before.
  const choices = makeChoices(issue, rounds * perRound);
  const renderMs: number[] = [];
  const piecesMs: number[] = [];
  const assembleMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const some = choices.slice(round * perRound, (round + 1) * perRound);
    const few = some.slice(0, 5);
    let startedAt = performance.now();
    for (const choice of few) writeOut(await renderEdition(chooseStories(issue, choice), of));
    renderMs.push((performance.now() - startedAt) / few.length);
    startedAt = performance.now();
    for (const choice of some) assemblePieces(compiled, choice);
    piecesMs.push((performance.now() - startedAt) / some.length);
    startedAt = performance.now();
    for (const choice of some) writeOut(assembleEdition(compiled, choice));
    assembleMs.push((performance.now() - startedAt) / some.length);
  }
  const direct = 1000 / median(renderMs);
  const tell = (what: string, timesMs: readonly number[]): void => {
    const ratio = median(renderMs.map((ms, index) => ms / (timesMs[index] ?? Infinity)));
    console.log(
      `an edition of 20 articles: ${(1000 / median(timesMs)).toFixed(0)} a second ${what}, ${direct.toFixed(0)} a second by Handlebars and MJML; ${ratio.toFixed(0)} times (${ratio >= 500 ? "within" : "UNDER"} 500)`,
    );
  };
  tell("assembled in pieces, as an issue is kept and sent", piecesMs);
  tell("assembled and written out as one string", assembleMs);
}

/** Makes the engine write a string out that it may have noted only as joined from others: what a sender needs. */
function writeOut({ html, text }: Edition): number {
  return html.charCodeAt(html.length >> 1) + text.charCodeAt(text.length >> 1);
}

async function growWithArticles(of: Theme): Promise<void> {
  for (const count of [10, 100, 1000]) {
    const issue = makeFullIssue(count);
    let startedAt = performance.now();
    const compiled = await compileIssue(issue, of);
    const compileMs = performance.now() - startedAt;
    const choices = makeChoices(issue, 200);
    startedAt = performance.now();
    for (const choice of choices) assembleEdition(compiled, choice);
    const assembleMs = (performance.now() - startedAt) / choices.length;
    startedAt = performance.now();
    const { edition, shortened } = await renderWithin(issue, of, 90 * 1024);
    const fitMs = performance.now() - startedAt;
    console.log(
      `${count} articles: compiled in ${compileMs.toFixed(0)} ms, an edition in ${(assembleMs * 1000).toFixed(0)} µs; fitted to 90 KB in ${fitMs.toFixed(0)} ms (${Buffer.byteLength(edition.html)} bytes, ${shortened.length} stories shortened)`,
    );
  }
}

async function growWithEditions(of: Theme): Promise<void> {
  const issue = makeFullIssue(20);
  for (const count of [1, 100, 10_000]) {
    const choices = makeChoices(issue, count);
    const startedAt = performance.now();
    const compiled = await compileIssue(issue, of);
    for (const choice of choices) assembleEdition(compiled, choice);
    console.log(
      `${count} editions of 20 articles, compiling included: ${(performance.now() - startedAt).toFixed(0)} ms`,
    );
  }
}

function compareBuild(): void {
  const folder = mkdtempSync(join(tmpdir(), "gazette-editions-"));
  try {
    writeArticles(join(folder, "articles"), 20);
    const args = [
      join(root, "bin", "gazette.js"),
      "build",
      "--out",
      "built",
      "--now",
      "2026-11-22T07:00:00Z",
    ];
    const first = spawnSync(process.execPath, args, { cwd: folder });
    if (first.status !== 0) throw new Error(String(first.stderr));
    const mjml = join(root, "node_modules", ".bin", "mjml");
    const source = join("built", "digest", "2026-11-22", "digest.mjml");
    const gazette = {
      name: "gazette build, 20 articles",
      args: [process.execPath, ...args],
      cwd: folder,
    } as const;
    const others: BenchCommand[] = [
      {
        name: "mjml on its digest.mjml",
        args: [process.execPath, mjml, source, "-o", "plain.html"],
        cwd: folder,
      },
      ...installPeers(join(folder, "peers"), listArticles(20)),
    ];
    printRows(
      "editions",
      others.map((other) => ({ ...compareCommands(gazette, other, 7), limit: 1 })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Different choices of about half the articles each, the same in every run. */
function makeChoices(issue: Issue, count: number): StoryChoice[] {
  const stories = [...issue.sections.flatMap((section) => section.stories), ...issue.inBrief];
  let state = 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: count }, () => ({
    articles: new Set(stories.filter(() => next() % 2 === 0).map(({ path }) => path)),
  }));
}

/** Articles of about 3 KB. */
function listArticles(count: number): PeerArticle[] {
  const paragraph = "The keeper counted the boats in before dark, and wrote the number on the wall. ".repeat(
    6,
  );
  return Array.from({ length: count }, (_, index) => ({
    title: `Article number ${index}`,
    body: Array.from({ length: 6 }, () => paragraph).join("\n\n"),
  }));
}

/** As files, some hours apart. */
function writeArticles(dir: string, count: number): void {
  mkdirSync(dir, { recursive: true });
  for (const [index, { title, body }] of listArticles(count).entries()) {
    const date = new Date(Date.UTC(2026, 10, 22) - index * 6 * 3_600_000).toISOString();
    const topic = ["Town", "River", "School"][index % 3] ?? "";
    const front = `---\ntitle: ${title}\ndate: ${date}\ntopics: [${topic}]\nauthor: A Writer\n---\n`;
    writeFileSync(join(dir, `article-${index}.md`), `${front}\n${body}\n`);
  }
}
