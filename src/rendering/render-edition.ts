import { markupToHtml } from "./markup-to-html.ts";
import { compileTheme } from "./templates/compile-theme.ts";
import type { CompiledTheme } from "./templates/compiled-theme.ts";
import type { Edition } from "./edition.ts";
import { finishText } from "./text/finish-text.ts";
import type { Issue } from "./issue.ts";
import type { IssueView } from "./view/issue-view.ts";
import { TemplateFault } from "./templates/template-fault.ts";
import { templateError } from "./templates/template-mistakes.ts";
import type { Theme } from "./theme.ts";
import { viewIssue } from "./view/view-issue.ts";

/**
 * Renders an issue in a theme: Handlebars to MJML to HTML, and the text template, with slots where readers differ.
 *
 * @throws GazetteError `template-invalid` for a mistake in a template, with file, line, what was found and expected.
 */
export async function renderEdition(issue: Issue, theme: Theme): Promise<Edition> {
  const view = viewIssue(issue, theme);
  const templates = await compileTheme(theme);
  const mjml = templates.renderMjml(view);
  return {
    subject: view.subject,
    preheader: view.preheader,
    html: await renderHtml(mjml, templates, view),
    text: finishText(templates.renderText(view)),
    mjml,
  };
}

async function renderHtml(mjml: string, templates: CompiledTheme, view: IssueView): Promise<string> {
  try {
    return await markupToHtml(mjml);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    const place = await templates.findLine(view, error.offset);
    throw templateError([{ ...place, found: error.found, expected: error.expected }], error);
  }
}
