import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { CheckedEdition, CheckedImage } from "../../checks/checked-edition.ts";
import type { Config, NewsletterConfig } from "../../config/config.ts";
import { GazetteError } from "../../platform/errors.ts";
import { readCheckedArticle, unsubscribeWords } from "./check-issue.ts";
import type { IssueManifest } from "../manifest.ts";

/** An issue as a build left it. */
export interface IssueFolder {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: IssueManifest;
}

/**
 * The folder of an issue: the one named, or with the latest slot below it, else below `out`.
 *
 * @throws GazetteError `issue-missing`.
 */
export async function findIssueFolder(out: string, named: string | undefined): Promise<IssueFolder> {
  if (named !== undefined) {
    const manifest = await readManifest(named);
    if (manifest !== undefined) return { folder: named, manifest };
    const newest = newestOf([...(await listIssues(named)), ...(await listIssuesBelow(named))]);
    if (newest !== undefined) return newest;
    throw new GazetteError(
      "issue-missing",
      `${named} holds no issue: there is no issue.json that can be read.`,
      {
        hint: "Name a newsletter, or a folder that `gazette build` wrote; it says where.",
      },
    );
  }
  const newest = newestOf(await listIssuesBelow(out));
  if (newest !== undefined) return newest;
  throw new GazetteError("issue-missing", `There is no issue in ${out} yet.`, {
    hint: "Run `gazette build` first, or name an issue's folder.",
  });
}

function newestOf(issues: IssueFolder[]): IssueFolder | undefined {
  return issues.sort((a, b) => b.manifest.issue.slot.localeCompare(a.manifest.issue.slot))[0];
}

/** The issues of every newsletter in a folder of newsletters. */
async function listIssuesBelow(out: string): Promise<IssueFolder[]> {
  const found: IssueFolder[] = [];
  for (const newsletter of await listFolders(out)) found.push(...(await listIssues(join(out, newsletter))));
  return found;
}

async function listIssues(parent: string): Promise<IssueFolder[]> {
  const found: IssueFolder[] = [];
  for (const day of await listFolders(parent)) {
    const folder = join(parent, day);
    const manifest = await readManifest(folder);
    if (manifest !== undefined) found.push({ folder, manifest });
  }
  return found;
}

/** Everything of a built issue that the checks look at, as it stands on disk. */
export async function readCheckedEdition(
  { folder, manifest }: IssueFolder,
  { articles }: Config,
  newsletter: NewsletterConfig,
  now: Date,
): Promise<CheckedEdition> {
  const { issue, files } = manifest;
  return {
    html: await readPart(folder, files.html),
    text: await readPart(folder, files.text),
    subject: issue.subject,
    preheader: issue.preheader,
    now,
    slot: new Date(issue.slot),
    since: new Date(issue.since),
    until: new Date(issue.until),
    images: await readImages(join(folder, "images")),
    articles: await Promise.all(
      manifest.articles.map(({ path, title, url, date }) =>
        readCheckedArticle(articles.dir, {
          path,
          title,
          url,
          publishedAt: date === "" ? undefined : new Date(date),
        }),
      ),
    ),
    losses: manifest.losses,
    postalAddress: newsletter.postalAddress,
    unsubscribeWords: unsubscribeWords(newsletter.language),
    linkStates: [],
  };
}

async function readPart(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), "utf8");
  } catch (error) {
    throw new GazetteError("issue-missing", `${join(folder, name)} cannot be read.`, {
      hint: "Build the issue again with `gazette build`.",
      cause: error,
    });
  }
}

async function readImages(folder: string): Promise<CheckedImage[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.sort().map((name) => readImage(folder, name)));
}

async function readImage(folder: string, name: string): Promise<CheckedImage> {
  const path = join(folder, name);
  const { size } = await stat(path);
  const pixels = await sharp(path)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  return { name, bytes: size, width: pixels.width, height: pixels.height };
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !/^\.|\.(?:part|old)-\d+$/u.test(entry.name))
    .map((entry) => entry.name);
}

async function readManifest(folder: string): Promise<IssueManifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, "issue.json"), "utf8")) as Partial<IssueManifest>;
    const isWhole =
      typeof manifest.issue?.slot === "string" &&
      Array.isArray(manifest.articles) &&
      typeof manifest.files?.html === "string";
    // What an earlier version wrote knows nothing of losses.
    return isWhole ? { ...(manifest as IssueManifest), losses: manifest.losses ?? [] } : undefined;
  } catch {
    return undefined;
  }
}
