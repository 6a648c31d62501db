import { scanArticles } from "../../articles/scan-articles.ts";
import { type DoctorCheck, type DoctorContext, failed, passed, warned } from "./doctor-check.ts";

/** The folder of articles is there and can be read. Writes no index. */
export async function checkArticles({ config }: DoctorContext): Promise<DoctorCheck[]> {
  const { dir, ignore, includeReadme, topicsFromFolders } = config.articles;
  const timeZone = config.newsletters[0].timeZone;
  const scan = await scanArticles({
    dir,
    timeZone,
    ignore,
    includeReadme,
    undated: config.articles.undated,
    topicsFromFolders,
  });
  const found = `${scan.articles.length} articles in ${dir}`;
  if (scan.articles.length === 0)
    return [
      failed("articles", found, "Put Markdown files there, or name their folder in ARTICLES_DIR in .env."),
    ];
  if (scan.refused.length === 0) return [passed("articles", found)];
  return [
    warned(
      "articles",
      `${found}; ${scan.refused.length} files refused`,
      "`gazette explain` names each with its reason.",
    ),
  ];
}
