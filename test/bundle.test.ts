import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown, type OutputChunk } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import config, { rarelyUsed } from "../rolldown.config.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "gazette-bundle-"));
const bundled = join(folder, "bundled");
const unbundled = join(folder, "unbundled");
let chunks: OutputChunk[] = [];

beforeAll(async () => {
  const build = await rolldown({ ...config, logLevel: "silent" });
  const { output } = await build.write({ dir: join(bundled, "dist"), format: "esm" });
  await build.close();
  chunks = output.filter((one) => one.type === "chunk");
  for (const [home, names] of [
    [bundled, ["bin", "package.json", "templates"]],
    [unbundled, ["bin", "package.json", "templates", "src"]],
  ] as const) {
    for (const name of names) cpSync(join(root, name), join(home, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
  }
  const articles = join(folder, "site", "articles");
  mkdirSync(articles, { recursive: true });
  for (const day of [18, 19, 20, 21])
    writeFileSync(
      join(articles, `${day}.md`),
      `---\ntitle: "News of the ${day}th: & <more>"\ndate: 2026-11-${day}\ntopics: [Town, "A & B"]\nauthor: Ruth Adeyemi\n---\n\nThe keeper counted the boats in before dark, “as ever”, and wrote **the number** on the wall.\n\n![The boats](boats.svg)\n`,
    );
  writeFileSync(
    join(articles, "boats.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M5 20 h30 l-5 8 h-20 z"/></svg>',
  );
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The files of an issue, built by the Gazette in a folder. */
function build(theme: string, home: string): Record<string, string> {
  writeFileSync(
    join(folder, "site", "gazette.config.json"),
    JSON.stringify({ newsletters: { weekly: { title: "The Harbour Letter", theme } } }),
  );
  const out = join(folder, `out-${theme}`);
  const args = [join(home, "bin", "gazette.js"), "build", "--now", "2026-11-22T07:00:00Z", "--out", out];
  execFileSync(process.execPath, args, { cwd: join(folder, "site"), stdio: ["ignore", "ignore", "pipe"] });
  const names = ["index.html", "index.txt", "digest.mjml", "message.eml", "issue.json"];
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(out, "weekly", "2026-11-22", name), "utf8")]),
  );
}

test("no chunk imports Node's own modules by a statement, which would load all that they offer", () => {
  const starts = chunks.map(({ code }) => /^(?:(?:import|const) .*\n)*/u.exec(code)?.[0] ?? "");
  const imports = starts.flatMap((code) => code.match(/^import .* from "node:.*$/gmu) ?? []);

  expect(starts.join("")).toContain('process.getBuiltinModule("node:fs")');
  expect(imports).toEqual([]);
});

test("the bundle loads what mjml hardly ever uses at its first use only, which halves the time of importing mjml", () => {
  const uses = chunks
    .flatMap(({ code }) => code.split("\n"))
    .filter((line) => rarelyUsed.some((name) => line.includes(`"${name}"`) && line.includes("require(")));
  expect(uses.length).toBeGreaterThanOrEqual(3);
  for (const line of uses) expect(line.trim()).toMatch(/^const loaded = /u);
});

test.each(["broadsheet", "brief", "magazine"])(
  "an issue in %s, whose templates were compiled beforehand, has the bytes that compiling them gives",
  (theme) => {
    expect(chunks.some(({ moduleIds }) => moduleIds.includes(`\0theme:${theme}`))).toBe(true);
    expect(build(theme, bundled)).toEqual(build(theme, unbundled));
  },
  60_000,
);

test("the bundle brings the program of the process that reads pictures", () => {
  build("broadsheet", bundled);
  const images = readdirSync(join(folder, "out-broadsheet", "weekly", "2026-11-22", "images"));
  expect(images.map((name) => name.slice(9))).toEqual(["boats.png"]);
}, 60_000);

test("a theme may use what mjml hardly ever uses: inlined styles, attributes by selector", () => {
  const own = join(folder, "site", "templates", "inlined");
  cpSync(join(root, "templates", "brief"), own, { recursive: true });
  const issue = join(own, "issue.mjml.hbs");
  writeFileSync(
    issue,
    readFileSync(issue, "utf8").replace(
      "</mj-head>",
      '<mj-style inline="inline">.ink { text-indent: 3px }</mj-style>' +
        '<mj-html-attributes><mj-selector path="h1"><mj-html-attribute name="data-mark">yes</mj-html-attribute></mj-selector></mj-html-attributes></mj-head>',
    ),
  );
  const built = build("inlined", bundled);
  expect(built["index.html"]).toMatch(/<h1 [^>]*text-indent: ?3px/u);
  expect(built["index.html"]).toMatch(/<h1 [^>]*data-mark="yes"/u);
  expect(built).toEqual(build("inlined", unbundled));
}, 60_000);
