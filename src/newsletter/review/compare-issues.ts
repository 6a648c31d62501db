import type { IssueManifest } from "../manifest.ts";
import type { NoticeItem } from "../notices/notice-page.ts";

/** How a draft differs from the newsletter's last issue, one line each. */
export function compareWithLast(draft: IssueManifest, last: IssueManifest): string[] {
  const lines: string[] = [];
  const stories = draft.articles.length - last.articles.length;
  lines.push(
    `${draft.articles.length} ${draft.articles.length === 1 ? "article" : "articles"}, ${stories === 0 ? "as many as" : `${Math.abs(stories)} ${stories > 0 ? "more" : "fewer"} than`} No. ${last.issue.number}`,
  );
  const [now, before] = [sectionsOf(draft), sectionsOf(last)];
  const added = [...now.keys()].filter((section) => !before.has(section));
  const gone = [...before.keys()].filter((section) => !now.has(section));
  if (added.length > 0) lines.push(`new here: ${added.join(", ")}`);
  if (gone.length > 0) lines.push(`not in this one: ${gone.join(", ")}`);
  for (const [section, count] of now) {
    const earlier = before.get(section);
    if (earlier !== undefined && earlier !== count) lines.push(`${section}: ${count} instead of ${earlier}`);
  }
  const percent = Math.round((draft.bytes.html / Math.max(1, last.bytes.html) - 1) * 100);
  if (Math.abs(percent) >= 10)
    lines.push(
      `${Math.round(draft.bytes.html / 1024)} KB of HTML, ${Math.abs(percent)} % ${percent > 0 ? "more" : "less"}`,
    );
  const known = new Set(last.findings.map(({ rule, message }) => `${rule} ${message}`));
  const news = draft.findings.filter(({ rule, message }) => !known.has(`${rule} ${message}`)).length;
  if (news > 0) lines.push(`${news} ${news === 1 ? "finding" : "findings"} that it did not have`);
  return lines;
}

function sectionsOf({ articles }: IssueManifest): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { section } of articles) {
    const name = section === "" ? "elsewhere" : section;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

type Hashes = readonly { readonly id: string; readonly contentHash: string; readonly path: string }[];

/** What changed between two drafts of one slot, article by article. */
export function compareDrafts(
  draft: { readonly manifest: IssueManifest; readonly articles: Hashes },
  previous: { readonly manifest: IssueManifest; readonly articles: Hashes },
): NoticeItem[] {
  const items: NoticeItem[] = [];
  const titles = new Map(
    [...previous.manifest.articles, ...draft.manifest.articles].map(({ path, title }) => [path, title]),
  );
  const nameOf = (path: string): string => titles.get(path) ?? path;
  const before = new Map(previous.articles.map((article) => [article.id, article]));
  const after = new Set(draft.articles.map(({ id }) => id));
  const gone = previous.articles.filter(({ id }) => !after.has(id));
  for (const { id, contentHash, path } of draft.articles) {
    const old = before.get(id);
    const place = gone.findIndex((article) => article.contentHash === contentHash);
    const [moved] = old === undefined && place >= 0 ? gone.splice(place, 1) : [];
    if (moved !== undefined) {
      items.push({ mark: "moved", title: nameOf(path), detail: `${path}, was ${moved.path}` });
    } else if (old === undefined) items.push({ mark: "new", title: nameOf(path), detail: path });
    else if (old.contentHash !== contentHash)
      items.push({ mark: "edited", title: nameOf(path), detail: path });
  }
  for (const { path } of gone) items.push({ mark: "gone", title: nameOf(path), detail: path });
  const [subject, earlier] = [draft.manifest.issue.subject, previous.manifest.issue.subject];
  if (subject !== earlier)
    items.push({ mark: "edited", title: `Subject: ${subject}`, detail: `was: ${earlier}` });
  const [number, was] = [draft.manifest.issue.number, previous.manifest.issue.number];
  if (number !== was)
    items.push({ mark: "edited", title: `Number: No. ${number}`, detail: `was: No. ${was}` });
  if (items.length === 0)
    items.push({ mark: "edited", title: "The same articles: settings, theme or pictures changed" });
  return items;
}
