import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { escapeHtml } from "../../platform/escape-html.ts";
import type { IssueManifest } from "../manifest.ts";
import { writeFileWhole } from "./write-issue.ts";

interface ListedIssue {
  /** Relative to `out/`. */
  readonly folder: string;
  readonly manifest: IssueManifest;
}

/** Writes `out/index.html`: the issues built so far, newest first. A folder that is not an issue is passed over. */
export async function writeIssueList(out: string): Promise<void> {
  const issues: ListedIssue[] = [];
  for (const newsletter of await listFolders(out)) {
    for (const day of await listFolders(join(out, newsletter))) {
      const manifest = await readManifest(join(out, newsletter, day, "issue.json"));
      if (manifest !== undefined) issues.push({ folder: `${newsletter}/${day}`, manifest });
    }
  }
  issues.sort((a, b) => (a.manifest.issue.slot < b.manifest.issue.slot ? 1 : -1));
  await writeFileWhole(join(out, "index.html"), renderList(issues));
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !/^\.|\.(?:part|old)-\d+$/u.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

async function readManifest(path: string): Promise<IssueManifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(path, "utf8")) as IssueManifest;
    return typeof manifest.issue.slot === "string" ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function renderList(issues: readonly ListedIssue[]): string {
  const rows = issues.map(({ folder, manifest: { issue, articles } }) => {
    const day = (folder.split("/")[1] ?? "").slice(0, "2026-11-22".length);
    return `<li>
<p class="meta">${escapeHtml(issue.title)} · No. ${issue.number} · <time datetime="${escapeHtml(day)}">${escapeHtml(day)}</time></p>
<h2><a href="${escapeHtml(encodeURI(folder))}/index.html">${escapeHtml(issue.subject)}</a></h2>
<p>${articles.length} ${articles.length === 1 ? "article" : "articles"} · <a href="${escapeHtml(encodeURI(folder))}/index.txt" aria-label="Plain text of ${escapeHtml(issue.subject)}">plain text</a> · <a href="${escapeHtml(encodeURI(folder))}/message.eml" aria-label="Message file of ${escapeHtml(issue.subject)}">message.eml</a></p>
</li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Issues built so far</title>
<style>
:root { --paper: #fbfaf7; --ink: #1c1b19; --soft: #5d5a54; --rule: #d9d5cb; --accent: #9b2c1f; }
@media (prefers-color-scheme: dark) { :root { --paper: #191816; --ink: #ece8df; --soft: #aaa498; --rule: #3b3833; --accent: #ef9a86; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
h1 { font-size: 1.9rem; font-weight: normal; margin: 0 0 2rem; padding-bottom: 1rem; border-bottom: 3px double var(--rule); }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: 0 0 1.4rem; margin: 0 0 1.4rem; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: .2rem 0 .4rem; }
h2 a { color: var(--ink); text-decoration: none; }
h2 a:hover { text-decoration: underline; }
p { margin: 0; color: var(--soft); font-size: .95rem; }
p a { color: var(--accent); }
</style>
</head>
<body>
<main>
<h1>Issues built so far</h1>
<ul>
${rows.join("\n")}
</ul>
</main>
</body>
</html>
`;
}
