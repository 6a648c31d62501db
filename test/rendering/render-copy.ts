import { join } from "node:path";
import type { PersonalEdition, Reader } from "../../src/rendering/edition.ts";
import type { Issue } from "../../src/rendering/issue.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { personalise } from "../../src/rendering/personalise.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";

export const templatesDir = join(import.meta.dirname, "../../templates");
export const themeNames = ["broadsheet", "brief", "magazine"] as const;

export const reader: Reader = {
  address: "anna@example.com",
  name: "Anna",
  unsubscribeUrl: "https://example.org/u?t=1&s=2",
  preferencesUrl: "https://example.org/p?t=1",
};

/** One reader's copy of an issue, in a theme of the project's own. */
export async function renderCopy(issue: Issue, theme = "broadsheet", to = reader): Promise<PersonalEdition> {
  return personalise(await renderEdition(issue, await loadTheme(theme, [templatesDir])), to);
}
