import { join } from "node:path";
import type { ArticleBody, ArticleForBody } from "../../articles/article.ts";
import { ArticleRefusal } from "../../articles/article-refusal.ts";
import { readArticleBody } from "../../articles/read-article-body.ts";
import { editorFileName } from "../../articles/read-editor-file.ts";
import { GazetteError } from "../../platform/errors.ts";
import { listShown } from "../../selection/terms/list-shown.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";

/** What of an issue is read from bodies. */
export interface IssueBodies {
  /** By path, in the order a reader meets the articles. */
  readonly articles: ReadonlyMap<string, ArticleBody>;
  /** The editor's own words above everything; undefined: there are none. */
  readonly openingNote: ArticleBody | undefined;
}

/**
 * Reads the bodies of the articles an issue shows, in every language there are, of those that it names and that can be read
 * nowhere else, and the editor's note.
 *
 * @throws GazetteError `article-invalid` where one is gone, or broken, since the folder was read.
 */
export async function readBodies(context: NewsletterContext, plan: IssuePlan): Promise<IssueBodies> {
  const { translations, sameStory } = plan.selection;
  const originals = listShown(plan.selection);
  const versions = translations
    .filter((group) => originals.includes(group.shown))
    .flatMap((group) => group.versions.map(({ article }) => article));
  const linked = sameStory
    .filter((group) => originals.includes(group.shown))
    .flatMap(({ others }) => others.filter(({ url }) => url === undefined));
  const shown = new Set([...originals, ...versions, ...linked]);
  const articles = new Map<string, ArticleBody>();
  for (const article of shown) articles.set(article.path, await readBody(context, article));
  const hasNote = plan.overrides?.openingNote !== undefined;
  return { articles, openingNote: hasNote ? await readBody(context, editorFile) : undefined };
}

async function readBody(
  { config: { articles, data } }: NewsletterContext,
  article: ArticleForBody,
): Promise<ArticleBody> {
  try {
    return await readArticleBody(article, {
      dir: articles.dir,
      cacheDir: join(data, "images"),
      ...(articles.baseUrl === undefined ? {} : { baseUrl: articles.baseUrl }),
      ...(articles.imagesUrl === undefined ? {} : { imagesUrl: articles.imagesUrl }),
      ...(articles.lineBreaks === undefined ? {} : { lineBreaks: articles.lineBreaks }),
    });
  } catch (error) {
    if (!(error instanceof ArticleRefusal)) throw error;
    throw new GazetteError(
      "article-invalid",
      `${article.path} changed while the issue was made. ${error.message}`,
      {
        hint: "Run the command again: it reads the folder as it is then.",
        cause: error,
      },
    );
  }
}

/** The editor's note is written by the same rules as an article's body. */
const editorFile: ArticleForBody = {
  path: editorFileName,
  title: editorFileName,
  summary: undefined,
  language: undefined,
  image: undefined,
  url: undefined,
};
