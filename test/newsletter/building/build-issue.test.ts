import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { buildIssue } from "../../../src/newsletter/building/build-issue.ts";
import { loadCheckOptions } from "../../../src/newsletter/building/check-issue.ts";
import { planIssue } from "../../../src/newsletter/planning/plan-issue.ts";
import { previewIssue } from "../../../src/newsletter/preview/preview-issue.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const slot = new Date("2026-11-22T07:00:00Z");
const article = (title: string, more = ""): string =>
  `---\ntitle: ${title}\ndate: 2026-11-20\n${more}---\n\nThe keeper counted the boats in before dark.\n`;

async function build(files: Readonly<Record<string, string>>) {
  const config = await loadConfig(temporaryFolder(files));
  const context = { config, newsletter: config.newsletters[0], cadence: "regular", database: undefined };
  const built = await buildIssue(context, await planIssue(context, slot));
  const { files: written } = await previewIssue(context, built);
  return { manifest: built.manifest, message: await simpleParser(readFileSync(written.eml)) };
}

test("DIGEST_ADDRESS is the postal address in the footer, in the HTML and in the text, and the check for one is content", async () => {
  const articles = { "articles/one.md": article("One") };
  const told = await build({ ...articles, ".env": "DIGEST_ADDRESS=3 Quay Street, Port Ellery\n" });
  const silent = await build({ ...articles, ".env": "" });

  expect(told.message.html).toContain("3 Quay Street, Port Ellery");
  expect(told.message.text).toContain("3 Quay Street, Port Ellery");
  expect(told.manifest.findings.map(({ rule }) => rule)).not.toContain("postal-address");
  expect(silent.message.html).not.toContain("Quay Street");
  expect(silent.manifest.findings.map(({ rule }) => rule)).toContain("postal-address");
});

test("the manifest names an article's address on the web, and none where it has none", async () => {
  const { manifest } = await build({
    "articles/here.md": article("Here"),
    "articles/web.md": article("On the web", "canonical: https://news.example.org/web\n"),
  });
  const byTitle = new Map(manifest.articles.map((one) => [one.title, one]));

  expect(byTitle.get("On the web")?.url).toBe("https://news.example.org/web");
  expect(byTitle.has("Here") && Object.hasOwn(byTitle.get("Here") ?? {}, "url")).toBe(false);
});

test("the size that is called large is the newsletter's own limit, where the check names none", async () => {
  const maxHtmlBytes = 70_000;

  expect((await loadCheckOptions({ checks: {}, maxHtmlBytes })).budgetBytes).toBe(70_000);
  expect((await loadCheckOptions({ checks: { "html-size": {} }, maxHtmlBytes })).budgetBytes).toBe(70_000);
  expect(
    (await loadCheckOptions({ checks: { "html-size": { budgetKb: 20 } }, maxHtmlBytes })).budgetBytes,
  ).toBe(20_480);
});

test("an article that is gone since the folder was read stops the issue with its name and a remedy", async () => {
  const folder = temporaryFolder({ "articles/one.md": article("One"), "articles/two.md": article("Two") });
  const config = await loadConfig(folder);
  const context = { config, newsletter: config.newsletters[0], cadence: "regular", database: undefined };
  const plan = await planIssue(context, slot);
  rmSync(join(folder, "articles/two.md"));

  await expect(buildIssue(context, plan)).rejects.toMatchObject({
    code: "article-invalid",
    message: "two.md changed while the issue was made. The file cannot be opened: it is not there.",
    hint: "Run the command again: it reads the folder as it is then.",
  });
});
