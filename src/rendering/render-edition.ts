import { compileMjml } from "./compile-mjml.ts";
import { compileTheme } from "./compile-theme.ts";
import type { Edition } from "./edition.ts";
import type { Issue } from "./issue.ts";
import { viewIssue } from "./issue-view.ts";
import { placeSlots } from "./place-slots.ts";
import { finishText } from "./finish-text.ts";
import type { Theme } from "./theme.ts";

/** Renders an issue in a theme: Handlebars to MJML to HTML, and the text template, with slots where readers differ. */
export async function renderEdition(issue: Issue, theme: Theme): Promise<Edition> {
  const view = viewIssue(issue, theme);
  const templates = compileTheme(theme);
  const mjml = templates.renderMjml(view);
  const html = await compileMjml(mjml);
  return {
    subject: view.subject,
    preheader: view.preheader,
    html: placeSlots(html),
    text: finishText(templates.renderText(view)),
    mjml,
  };
}
