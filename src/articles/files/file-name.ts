/**
 * A language's tag as names of files and folders give it, the source of a pattern without case: `fr`, `pt-BR`, `es_419`,
 * `zh-Hans-CN`, `fil-PH`. Three letters alone are more often something else: `new`, `man`, `src` are languages too.
 *
 * @see BCP 47
 */
export const languageTag = String.raw`(?:[a-z]{2}|[a-z]{3}(?=[-_]))(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?`;

const ending = new RegExp(
  String.raw`(?:\.html?|\.blade|\.${languageTag}(?<!\.md))?(?:\.(?:md|markdown)(?=\.(?:erb|eco)$))?\.[a-z]+$`,
  "i",
);

/** `story.fr.md` as `story`: the name of a file without its ending, and the language before it. */
export function withoutEnding(file: string): string {
  return file.replace(ending, "");
}
