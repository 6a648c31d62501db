import { replaceAnax } from "./shortcodes/anax-shortcodes.ts";
import { replaceAdmonitions } from "./marks/admonitions.ts";
import { removeAttributeLists } from "./marks/attribute-lists.ts";
import { openBlockedEmphasis } from "./marks/blocked-emphasis.ts";
import { replaceSpip } from "./generators/spip-typography.ts";
import { setAsideBracketCode } from "./shortcodes/bracket-code.ts";
import { replaceBracketShortcodes } from "./shortcodes/bracket-shortcodes.ts";
import { replaceBlade } from "./generators/blade-directives.ts";
import type { BodyFlavour } from "./basics/body-flavour.ts";
import type { Cleaning } from "./basics/cleaning.ts";
import { replaceCriticMarks } from "./marks/critic-marks.ts";
import { replaceDiscourse } from "./generators/discourse-syntax.ts";
import { replaceDocfx } from "./generators/docfx-syntax.ts";
import { replaceEmbeds } from "./generators/embed-links.ts";
import { replaceEmojiNames } from "./marks/emoji-names.ts";
import { replaceFranklin } from "./generators/franklin-commands.ts";
import { replaceGatsbyBlocks } from "./generators/gatsby-blocks.ts";
import { replaceGeneratorLinks } from "./generators/generator-links.ts";
import { replaceGovspeak } from "./generators/govspeak.ts";
import { replaceGrav } from "./generators/grav-syntax.ts";
import { replaceNotices } from "./generators/grav-notices.ts";
import { replaceHabr } from "./generators/habr-syntax.ts";
import { replaceHatena } from "./generators/hatena-syntax.ts";
import { keepHtmlCode, removeDrawings } from "./marks/html-code.ts";
import { openBelowHtml } from "./marks/html-ends.ts";
import { openInlineHtml } from "./marks/inline-html.ts";
import { replaceLinksInHtml } from "./marks/html-block-links.ts";
import { replaceShortcodes } from "./shortcodes/hugo-shortcodes.ts";
import { replaceIkiwiki } from "./generators/ikiwiki-syntax.ts";
import { replaceJoe } from "./shortcodes/joe-shortcodes.ts";
import { replaceJsx } from "./components/jsx-components.ts";
import { removeReferences } from "./generators/knitr-code.ts";
import { completeTables } from "./marks/kramdown-tables.ts";
import { replaceKirby } from "./generators/kirby-text.ts";
import { replaceLiquid } from "./tags/liquid-tags.ts";
import { outdentHtml } from "./marks/indented-html.ts";
import { removeLostFootnotes } from "./marks/lost-footnotes.ts";
import { openFences } from "./marks/html-fences.ts";
import { openHtml } from "./marks/markdown-in-html.ts";
import { replaceLiveJournal } from "./generators/livejournal-marks.ts";
import { maskMath } from "./basics/mask-math.ts";
import { replaceMedium } from "./generators/medium-exports.ts";
import { replaceMkdocs } from "./generators/mkdocs-extensions.ts";
import { removeMystMarks, replaceRoles } from "./generators/myst-syntax.ts";
import { replaceOutline } from "./generators/outline-notes.ts";
import { replaceObsidian } from "./generators/obsidian-syntax.ts";
import { replacePandoc } from "./generators/pandoc-syntax.ts";
import { replacePicoValues } from "./generators/pico-values.ts";
import { replacePlayers } from "./components/player-elements.ts";
import { replaceQute } from "./generators/qute-tags.ts";
import { replaceReadmeBlocks } from "./generators/readme-blocks.ts";
import { replaceEmbeddingScripts } from "./components/embedding-scripts.ts";
import { replaceScriptEmbeds } from "./components/script-embeds.ts";
import { removeSvelteBlocks } from "./components/svelte-blocks.ts";
import { removeServerTags } from "./tags/server-tags.ts";
import { removeRepeatedFrontMatter } from "./marks/repeated-front-matter.ts";
import { outdentTabs } from "./marks/tabbed-html.ts";
import { setAsideCode } from "./marks/set-aside-code.ts";
import { spaceHeadings } from "./marks/space-headings.ts";
import { joinReferences } from "./marks/spaced-references.ts";
import { bracketAddresses } from "./marks/spaced-addresses.ts";
import { unescapeAddresses } from "./marks/escaped-addresses.ts";
import { removeStrayComments } from "./marks/stray-comments.ts";
import { removeStrayMarks } from "./marks/stray-marks.ts";
import { markSummaries } from "./marks/summaries.ts";
import { drawTables } from "./marks/text-tables.ts";
import { keepVerbatim, removeVueMarks } from "./components/vue-tags.ts";
import { replaceBlocks } from "./shortcodes/wordpress-blocks.ts";

/** Takes one kind of syntax out of a body. */
export interface CleaningStep {
  /** Whose syntax, and what becomes of it. */
  readonly name: string;
  /** @default all */
  readonly flavours?: readonly BodyFlavour[];
  /** Gives the Markdown and HTML that stands there afterwards; a text without such syntax comes back as it is. */
  readonly clean: (markdown: string, cleaning: Cleaning) => string;
}

/**
 * The steps from what an author wrote to Markdown and HTML, in their order, each given what the one before it left. A new
 * one stands with those of its kind: what it may not read has to be put aside above it, and the marks that it leaves
 * (a component's braces, an id behind a heading) go below it.
 */
export const cleaningSteps: readonly CleaningStep[] = [
  // By the places of its letters: code is shorter or longer once it is put aside.
  { name: "Pandoc: tables that are drawn become tables", clean: drawTables },
  // What is not syntax, and what encloses all the rest. MyST, R Markdown and ikiwiki mark their own as code or in brackets.
  { name: "Textile, WordPress: tabs before HTML go", clean: outdentTabs },
  { name: "code is put aside", clean: setAsideCode },
  { name: "WordPress, Grav: code in brackets is put aside", clean: setAsideBracketCode },
  { name: "Logseq, Roam: tasks, Org's blocks, players, plans", clean: replaceOutline },
  { name: "front matter that was pasted again goes", clean: removeRepeatedFrontMatter },
  { name: "drawings in HTML go: Mermaid's, and SVG with words", clean: removeDrawings },
  { name: "MyST: targets, breaks and comments go", clean: removeMystMarks },
  { name: "MyST: roles become their words", clean: replaceRoles },
  { name: "Pandoc: raw text, examples, lines, citations and links to headings", clean: replacePandoc },
  { name: "SPIP: headings, links, notes and letters", clean: replaceSpip },
  { name: "Kirby: tags, columns and fields behind the text", flavours: ["kirby"], clean: replaceKirby },
  { name: "ikiwiki: directives and links", clean: replaceIkiwiki },
  { name: "GOV.UK: passages set off, steps, lists and files", clean: replaceGovspeak },
  { name: "ends of comments that held others go", clean: removeStrayComments },
  { name: "headings get their space", clean: spaceHeadings },
  { name: "ReadMe: blocks", clean: replaceReadmeBlocks },
  { name: "Hatena Blog: photos, addresses, TeX and footnotes", clean: replaceHatena },
  { name: "Medium: the footer of an export, and a subtitle said twice, go", clean: replaceMedium },
  { name: "Habr: spoilers, code, formulas", clean: replaceHabr },
  { name: "Discourse, forums: marks in brackets", clean: replaceDiscourse },
  { name: "TeX is put aside", clean: maskMath },
  { name: "R Markdown, Quarto: references go", flavours: ["knitr"], clean: removeReferences },

  // Templates, the outermost first: a shortcode's arguments may hold braces, and a tag may print a component.
  { name: "Hugo: shortcodes", clean: replaceShortcodes },
  { name: "Franklin: commands and raw HTML", flavours: ["franklin"], clean: replaceFranklin },
  { name: "Typecho: shortcodes of the theme Joe", clean: replaceJoe },
  { name: "Vue: braces that are text", clean: keepVerbatim },
  // In MDX, braces hold JavaScript.
  {
    name: "Liquid and Nunjucks: tags and values",
    flavours: ["common", "franklin", "ikiwiki", "knitr"],
    clean: replaceLiquid,
  },
  { name: "Roq: tags and values of Qute", flavours: ["common"], clean: replaceQute },
  { name: "MkDocs: snippets, inclusions and parts of programs go", clean: replaceMkdocs },
  { name: "WordPress, Grav: shortcodes in brackets", clean: replaceBracketShortcodes },
  { name: "WordPress: what its block editor embeds", clean: replaceBlocks },
  { name: "Blade: directives and values", flavours: ["blade"], clean: replaceBlade },
  { name: "DocFX: inclusions, pictures, tabs and references", clean: replaceDocfx },
  { name: "EJS, ERB, PHP: tags go", clean: removeServerTags },
  { name: "Svelte: blocks and the head of a page", clean: removeSvelteBlocks },
  { name: "MDX, Vue, Astro: components, imports, expressions", clean: replaceJsx },
  { name: "players that are elements of their own become links", clean: replacePlayers },
  { name: "what scripts fill in becomes links", clean: replaceScriptEmbeds },
  { name: "scripts that embed become links", clean: replaceEmbeddingScripts },
  { name: "Vue: slots, handlers and bindings go", clean: removeVueMarks },
  { name: "references lose the space between their brackets", clean: joinReferences },
  { name: "addresses with spaces get their brackets", clean: bracketAddresses },
  { name: "addresses lose the backslashes of an export", clean: unescapeAddresses },
  { name: "Pelican, Nikola, Ghost, Hakyll, Craft, Pico: addresses", clean: replaceGeneratorLinks },
  { name: "Pico: values", clean: replacePicoValues },
  { name: "LiveJournal: names", clean: replaceLiveJournal },

  // What stands in lines and around them.
  { name: "code in HTML is put aside", clean: keepHtmlCode },
  { name: "fenced code within HTML is opened", clean: openFences },
  { name: "kramdown: elements within elements lose their indentation", clean: outdentHtml },
  { name: "kramdown, Notion: text below an element that ends is opened", clean: openBelowHtml },
  {
    name: "kramdown: text behind a picture, a break or the start of a link is opened",
    clean: openInlineHtml,
  },
  { name: "pictures, links and rules within HTML become HTML", clean: replaceLinksInHtml },
  { name: "kramdown, Python's Markdown: Markdown in HTML is opened", clean: openHtml },
  { name: "the words on what a click opens are set in bold", clean: markSummaries },
  { name: "HackMD, Logseq and others: marks that show nothing", clean: removeStrayMarks },
  { name: "Grav: what its plugins put in a link's place", clean: replaceGrav },
  { name: "Grav: notices become quotations", clean: replaceNotices },
  { name: "VitePress, Docusaurus, MkDocs: passages set off", clean: replaceAdmonitions },
  { name: "Anax: figures, players and passages set off", clean: replaceAnax },
  { name: "CriticMarkup: changes are made", clean: replaceCriticMarks },
  { name: "Gatsby: blocks set off", clean: replaceGatsbyBlocks },
  { name: "Zenn, Hashnode, Velog, CSDN: embeds become links", clean: replaceEmbeds },
  { name: "Obsidian: links, callouts, marks and comments", clean: replaceObsidian },
  { name: "emphasis right before or behind a letter", clean: openBlockedEmphasis },
  { name: "kramdown: tables", clean: completeTables },
  { name: "kramdown, Pandoc: attribute lists and places of contents go", clean: removeAttributeLists },
  { name: "references to footnotes that are nowhere go", clean: removeLostFootnotes },
  { name: "names of emoji", clean: replaceEmojiNames },
];
