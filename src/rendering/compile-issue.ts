import Handlebars from "handlebars/dist/cjs/handlebars.runtime.js";
import { createBlockHelpers, type VaryingParts } from "./blocks/block-helpers.ts";
import { type BlockBook, type InboxTexts, type PresentParts, splitBlocks } from "./blocks/block-book.ts";
import { type BlockProgram, cutBlocks } from "./blocks/cut-blocks.ts";
import { varyList, type VaryingList } from "./blocks/varying-list.ts";
import { vary } from "./blocks/varying.ts";
import { cleanLine } from "../platform/clean-text.ts";
import { type StoryChoice, isChosen, listParts, type IssuePart } from "./story-choice.ts";
import type { Issue, Story, StoryLink } from "./issue.ts";
import { scanMarkup } from "./markup/scan-markup.ts";
import { markupToHtml } from "./markup-to-html.ts";
import { TemplateFault } from "./templates/template-fault.ts";
import { compileTheme } from "./templates/compile-theme.ts";
import { createHelpers } from "./templates/helpers.ts";
import { templateError } from "./templates/template-mistakes.ts";
import type { Theme } from "./theme.ts";
import type { IssueView } from "./view/issue-view.ts";
import { viewIssue } from "./view/view-issue.ts";

/** An issue rendered once for all its editions: `assembleEdition` puts one together in microseconds. */
export interface CompiledIssue {
  readonly html: BlockProgram;
  readonly text: BlockProgram;
  readonly mjml: BlockProgram;
  readonly presentIn: (choice: StoryChoice) => PresentParts;
  /** Lines of the plain text as they were wrapped for an earlier edition. */
  readonly wrappedLines: Map<string, string>;
}

/**
 * Renders an issue once, with markers between the parts that editions differ in, and cuts it there.
 *
 * @param options.hasForms - Whether editions may show stories in shorter forms.
 * @throws GazetteError `template-invalid`, as `renderEdition` does; also where a theme puts a list of stories where
 *   MJML keeps no markers.
 */
export async function compileIssue(
  issue: Issue,
  theme: Theme,
  options: { readonly hasForms?: boolean } = {},
): Promise<CompiledIssue> {
  const templates = await compileTheme(theme);
  const { view, parts, book, presentIn } = viewParts(issue, theme, options.hasForms === true);
  const mjml = templates.renderMjml(
    withInbox(view, book, "html"),
    createBlockHelpers(parts, book, createHelpers("html"), "html"),
  );
  const text = templates.renderText(
    withInbox(view, book, "text"),
    createBlockHelpers(parts, book, createHelpers("text"), "text"),
  );
  try {
    const html = await markupToHtml(mjml);
    checkBlocks(mjml, html);
    return {
      html: cutBlocks(html, book),
      text: cutBlocks(text, book),
      mjml: cutBlocks(mjml, book),
      presentIn,
      wrappedLines: new Map(),
    };
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    // Once more from the start, so that the markers are the same and offsets fit.
    const again = viewParts(issue, theme, options.hasForms === true);
    const helpers = createBlockHelpers(again.parts, again.book, createHelpers("html"), "html");
    const place = await templates.findLine(withInbox(again.view, again.book, "html"), error.offset, helpers);
    throw templateError([{ ...place, found: error.found, expected: error.expected }], error);
  }
}

/** Each edition has its own words for the inbox. */
function withInbox(view: IssueView, book: BlockBook, format: "html" | "text"): IssueView {
  const show = (name: keyof InboxTexts): string =>
    // As with numbers: templates take it where they take a text, and `readVarying` looks inside.
    vary(
      book,
      ({ inbox }) => inbox[name],
      format === "html" ? escapeForHtml : undefined,
    ) as unknown as string;
  return { ...view, subject: show("subject"), preheader: show("preheader") };
}

/** As Handlebars escapes a value and `finishHtml` leaves it. */
function escapeForHtml(text: string): string {
  return Handlebars.escapeExpression(text).replaceAll("&#x3D;", "=").replaceAll("&#x60;", "`");
}

/** @throws TemplateFault where MJML dropped or doubled the end of a block, or where what is around one depends on it. */
function checkBlocks(mjml: string, html: string): void {
  checkColumns(mjml);
  const written = splitBlocks(mjml);
  const kept = splitBlocks(html);
  const lost = written.marks.findIndex((mark, index) => {
    const other = kept.marks[index];
    return other?.id !== mark.id || other.kind !== mark.kind;
  });
  if (lost === -1 && kept.marks.length === written.marks.length) return;
  const before = written.literals.slice(0, Math.max(0, lost) + 1).join("");
  throw new TemplateFault(
    Math.min(mjml.length - 1, before.length),
    "a part that differs between editions where MJML keeps no marker",
    "{{#each}} and {{#if}} around whole sections, or inside an <mj-text>",
  );
}

/** How wide a column is depends on how many there are, so that none may come and go. */
function checkColumns(mjml: string): void {
  const open: string[] = [];
  for (const token of scanMarkup(mjml)) {
    if (token.kind === "open" && !token.selfClosing) open.push(token.name);
    else if (token.kind === "close") open.splice(Math.max(0, open.lastIndexOf(token.name)));
    else if (token.kind === "comment" && /^<!--\uFDE0/u.test(mjml.slice(token.start, token.end))) {
      const around = open.at(-1) ?? "";
      if (around !== "mj-section" && around !== "mj-group") continue;
      throw new TemplateFault(
        splitBlocks(mjml.slice(0, token.start)).literals.join("").length,
        `columns that differ between editions, inside one <${around}>`,
        "{{#each}} and {{#if}} around whole sections, or inside a column",
      );
    }
  }
}

interface ViewedParts {
  readonly view: IssueView;
  readonly parts: VaryingParts;
  readonly book: BlockBook;
  readonly presentIn: (choice: StoryChoice) => PresentParts;
}

/** The data of templates for all editions at once: every part in its place, and a number for each. */
function viewParts(issue: Issue, theme: Theme, hasForms: boolean): ViewedParts {
  const all = listParts(issue, hasForms);
  const already = issue.rest ?? 0;
  const shown = <Shown>(list: readonly { readonly shown: Shown }[]): Shown[] => list.map((one) => one.shown);
  const view = viewIssue(
    {
      ...issue,
      lead: all.lead[0]?.shown,
      sections: all.sections.map((section) => ({ ...section, stories: shown(section.stories) })),
      inBrief: shown(all.inBrief),
      more: shown(all.more),
      rest: already + all.rest.length,
    },
    theme,
  );

  const numbered: IssuePart<Story | StoryLink>[] = [];
  const number = (list: readonly IssuePart<Story | StoryLink>[]): number[] =>
    list.map((part) => numbered.push(part) - 1);
  const lead = number(all.lead);
  const sections = all.sections.map((section) => number(section.stories));
  const inBrief = number(all.inBrief);
  const more = number(all.more);
  const rest = number(all.rest);

  // Sections, and what the masthead says is inside, are there where one of their stories is.
  const groups = [...sections, ...(inBrief.length === 0 ? [] : [inBrief]), rest];
  const groupParts = groups.map((_, index) => numbered.length + index);
  const book: BlockBook = { conditions: [], texts: [] };
  const minutesOf = [
    ...(view.lead === null ? [] : [view.lead]),
    ...view.sections.flatMap(({ stories }) => stories),
    ...view.inBrief,
  ].map(({ minutes }) => minutes);
  const stories = [...lead, ...sections.flat(), ...inBrief];
  const count = (parts: readonly number[], present: PresentParts): number =>
    parts.reduce((sum, part) => sum + (present[part] === true ? 1 : 0), 0);
  const varyNumber = (read: (present: PresentParts) => number): number =>
    // Templates take it where they take a number; only `readVarying` looks inside.
    vary(book, read) as unknown as number;

  const lists = new Map<unknown, VaryingList>();
  const varyItems = <Item>(items: readonly Item[], parts: readonly number[]): readonly Item[] => {
    const list = varyList(book, items, parts);
    lists.set(list, { items, parts });
    return list;
  };
  const inside = view.inside.map(({ title }, index) => ({
    title,
    count: varyNumber((present) => count(groups[index] ?? [], present)),
  }));
  const varied: IssueView = {
    ...view,
    inside: varyItems(inside, groupParts.slice(0, -1)),
    sections: varyItems(
      view.sections.map((section, index) => ({
        ...section,
        stories: varyItems(section.stories, sections[index] ?? []),
      })),
      groupParts.slice(0, sections.length),
    ),
    inBrief: varyItems(view.inBrief, inBrief),
    more: varyItems(view.more, more),
    severalInside: vary(book, (present) => count(groupParts.slice(0, -1), present) > 1) as unknown as boolean,
    rest: view.rest && { ...view.rest, count: varyNumber((present) => already + count(rest, present)) },
    storyCount: varyNumber((present) => count(stories, present)),
    minutes: varyNumber((present) =>
      stories.reduce((sum, part, index) => sum + (present[part] === true ? (minutesOf[index] ?? 0) : 0), 0),
    ),
  };
  const parts: VaryingParts = {
    lists,
    objects: new Map<unknown, number>([
      ...(varied.lead === null ? [] : ([[varied.lead, lead[0] ?? -1]] as const)),
      ...(varied.rest === null ? [] : ([[varied.rest, groupParts.at(-1) ?? -1]] as const)),
    ]),
  };
  const ownInbox = cleanInbox(issue);
  const presentIn = (choice: StoryChoice): PresentParts => {
    const present = numbered.map((part) => isChosen(part, choice));
    for (const group of groups)
      present.push((group === rest && already > 0) || group.some((part) => present[part]));
    return Object.assign(present, {
      inbox: choice.inbox === undefined ? ownInbox : cleanInbox(choice.inbox),
    });
  };
  return { view: varied, parts, book, presentIn };
}

function cleanInbox({ subject, preheader }: PresentParts["inbox"]): PresentParts["inbox"] {
  return { subject: cleanLine(subject), preheader: cleanLine(preheader) };
}
