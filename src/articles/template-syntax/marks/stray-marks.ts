import { removePassages } from "../basics/nested-tokens.ts";

/** Words in Chinese characters, and how they are read. */
const han = String.raw`(?=[^{}\[\]|\n]{0,40}\p{Script=Han})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,40}`;
const kana = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}ー・.+|]{1,60}`;

/** What editors and generators write that shows nothing, or shows otherwise: a part that tells of it, and what stands for it. */
const marks: readonly (readonly [part: string, written: RegExp, shown: string])[] = [
  // A day that some keep in an element of their own.
  ["<datetime", /<datetime\b[^<>]{0,200}>[^<>]{0,60}<\/datetime>/gi, ""],
  // HackMD's line of tags, and who said something when; words that are explained when one points at them; files put in.
  ["######", /^###### tags:.*$/gim, ""],
  ["=", /\[(?:time|color)=[^\]\n]{0,100}\][ \t]?/g, ""],
  ["[name=", /\[name=([^\]\n]{1,100})\]/g, "— $1"],
  ["*[", /^\*\[[^\]\n]{1,80}\]:[ \t]*\S.*$/gm, ""],
  // What parts the columns of Hugo's Book and Geekdoc.
  ["<--->", /^[ \t]*<--->[ \t]*(?:<!--[^\n]{0,200}-->[ \t]*)?$/gm, ""],
  // Typecho's fences of HTML, and what VuePress puts in.
  ["!!!", /^!!!include(?:-start|-end)?\([^()\n]{0,200}\)!!![ \t]*$/gm, ""],
  ["!!!", /^!!![ \t]*\n((?:(?!!!!)[^\n]*\n){1,200}?)!!![ \t]*$/gm, "\n$1\n"],
  // Smileys that Typecho's themes show as pictures.
  ["(", /(?<![\w:])(?:::|:@)\((?:[\p{Script=Han}]{1,6})\)/gu, ""],
  // Icons of Font Awesome, in HackMD.
  [":fa-", /:fa-[a-z][\w-]{0,40}:[ \t]?/g, ""],
  // How a word is read, in HackMD and on note.com.
  [
    "{",
    /\{(\p{Script=Han}[^{}|\n]{0,40})\|([\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{L}\p{M} ˊˇˋ˙ー|]{1,60})\}/gu,
    "$1 ($2)",
  ],
  ["《", /[｜|]([^｜|《》\n]{1,40})《([\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,60})》/gu, "$1 ($2)"],
  // Where Zhihu has a text, at its start, and what Growi makes lists of pages and files of.
  ["#! http", /^#![ \t]+https?:\/\/\S+[ \t]*$/gm, ""],
  ["$", /^[ \t]*\$(?:lsx|ls|ref|refs|refimg|refsimg|attachrefs|gallery)\([^()\n]{0,300}\)[ \t]*$/gm, ""],
  // Growi's and Crowi's links, words first.
  ["[[", /\[\[([^[\]<>|\n]{1,200})>((?:\/|https?:\/\/)[^\s[\]<>|]{1,500})\]\]/g, "[$1](<$2>)"],
  // Pictures and files of Tistory's, and what a click opens.
  ["[##_", /\[##_(?:(?!_##\]|\[##_)[^\n]){1,3000}_##\]/g, ""],
  ["[#M_", /\[#M_([^|\n[]{0,200})\|[^|\n[]{0,200}\|/g, "\n\n**$1**\n\n"],
  ["_M#]", /_M#\]/g, "\n\n"],
  // Words that Bear marks, maybe in a colour; not the parts of a name, `std::vector`.
  [
    "::",
    /(?<![\w:`])::(?:[\u{1f534}\u{1f535}\u{1f7e0}-\u{1f7e5}])?(?=[\p{L}\p{N}])([^:\n`]{1,200}?)(?<=[\p{L}\p{N}.!?])::(?![\w:])/gu,
    "<mark>$1</mark>",
  ],
  // Dendron's settings of a picture, behind it.
  [
    "){",
    /(?<=!\[[^[\]\n]{0,200}\]\([^()\n]{1,500}\))\{(?:[a-z]{3,12}: ?\w{1,12}%?|center|left|right)(?:, ?(?:[a-z]{3,12}: ?\w{1,12}%?|center|left|right)){0,5}\}/g,
    "",
  ],
  ["<<<", /^<<<[ \t]*(?=[@./]|[\w-]+[./])\S+(?:[ \t]*\{[^{}\n]*\})?[ \t]*$/gm, ""],
  // A line that was drawn below a heading as well, and the way back from a footnote that is made by hand.
  ["===", /^(#{1,6}[ \t].*\n)={3,}[ \t]*$/gm, "$1"],
  ["[↩", /[ \t]?\[↩[\ufe0e\ufe0f]?\]\(#[^()\s]{1,100}\)/g, ""],
  // kramdown's end of a block, such as of a list right above code.
  ["^", /^\^[ \t]*$/gm, "\n<!-- -->\n"],
  // What Typecho starts a text with.
  ["<!--m", /^<!--markdown-->[ \t]*/gim, ""],
  // LoveIt's icons, and how a word is read or what it means.
  [":(fa", /:\(fa[bdlrs]? fa-[\w -]{1,80}\):[ \t]?/g, ""],
  ["]^(", /(?<![\]!\\])\[(?!\^)([^\][\n]{1,100})\]\^\(([^()\n]{1,100})\)/g, "$1 ($2)"],
  // How a word is read, in plugins of Markdown-it: `{ruby 港|みなと}`, `{港|みなと}`, `[港]{みなと}`.
  ["{ruby ", /\{ruby ([^{}|\n]{1,100})\|([^{}|\n]{1,100})\|?\}/g, "$1 ($2)"],
  ["|", new RegExp(`\\{(${han})\\|(${kana})\\|?\\}`, "gu"), "$1 ($2)"],
  ["]{", new RegExp(`\\[(${han})\\]\\{(${kana})\\}`, "gu"), "$1 ($2)"],
  // Words that Shoka hides until one points at them; not `!!ready` of a program.
  [
    "!!",
    /(?<=^|[\s（(])!!(?=[^\s!])([^!\n`]{1,200})(?<=[^\s!])!!(?:\{\.[\w -]{1,60}\}|(?=$|[\s，。、；：,.;:)）]))/gm,
    "$1",
  ],
  // GitBook's icons, theme Hope's, Material's, and keys.
  ["<i class", /<i class="fa-[\w -]{1,60}">(?::[\w-]{1,60}:)?<\/i>[ \t]?/g, ""],
  [
    "::",
    /(?<![\w:.>)\]])::[a-z][\w-]{0,40}(?::[\w-]{1,60})?(?:[ \t]=[\w.]{1,12})?(?:[ \t]\/[\w-]{1,30})?::(?![\w:])[ \t]?/g,
    "",
  ],
  [":", /:(?:material|fontawesome|octicons|simple|fa)-[\w-]{1,60}:(?:\{[^{}\n]{0,100}\})?[ \t]?/g, ""],
  ["++", /(?<![\w+{])\+\+(\w[\w-]*(?:\+\w[\w-]*)*)\+\+(?![\w+}])(?:\{[.#][^{}\n]{0,100}\})?/g, "$1"],
  // Words put in, of Markdown-it's plugins; not `++i and i++`.
  [
    "++",
    /(?<![A-Za-z0-9+{])\+\+(?=[\p{L}\p{N}])(?!([\w$]+)\s[^+\n`]{0,200}(?<![\w$])\1\+\+)([^+\n`]{1,200})(?<=[\p{L}\p{N}.!?。！？])\+\+(?![A-Za-z0-9+}])(?:\{[.#][^{}\n]{0,100}\})?/gu,
    "$2",
  ],
  [
    "^^",
    /(?<![\p{L}\p{N}(（^])\^\^(?=[\p{L}\p{N}])([^\^\n`]{1,200})(?<=[\p{L}\p{N}.!?。！？])\^\^(?![\p{L}\p{N}^])/gu,
    "$1",
  ],
  // A component on one line, of Eleventy's and others' containers.
  [":::", /^[ \t]*:{3,}[ \t]*[\w-]{1,60}[ \t]*:{3,}[ \t]*$/gm, ""],
  // The language of code that is told by its indentation, in Python's Markdown.
  [":::", /^(?: {4}|\t):::\w+[ \t]*\n/gm, ""],
  // Logseq's settings of a block, and its quotations.
  [
    ":: ",
    /^[ \t]*(?:[-*][ \t]+)?(?:id|collapsed|background-color|heading|created-at|updated-at|title|alias|icon|public|filters|template|exclude-from-graph-view|(?:logseq\.|query-|hl-|ls-|card-)[\w.-]+):: .*$/gm,
    "",
  ],
  // Where it is all of an item's first line, the item starts below it.
  ["#+", /^([ \t]*[-*][ \t]+)#\+BEGIN_\w+[ \t]*\n[ \t]*(?=[^\s#])/gm, "$1"],
  ["#+", /\n[ \t]+#\+END_\w+[ \t]*$/gm, ""],
  ["#+", /^[ \t]*(?:[-*][ \t]+)?#\+(?:BEGIN|END)_\w+[ \t]*$/gm, ""],
  ["((", /\(\([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\)\)/g, ""],
  // Dataview's values within a text; not `(std::sort)` and `(n :: Int)`.
  ["::", /[[(][A-Za-z](?:[\w -]{0,39}[\w-])?::[ \t]([^\][()\n]{1,200})[\])]/g, "$1"],
  // Comments, as definitions that nothing refers to.
  ["]:", /^[ \t]{0,3}\[(?:\/\/\w*|comment)\]:[ \t]?(?:#|<#?>).*$/gim, ""],
  // What is no definition, with words for an address: `[-d]:测试`.
  [
    "]:",
    /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)\[(?=[^\][^\n]{1,60}\]:[ \t]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][^\s/#.]{0,400}[ \t]*$)/gmu,
    "$1\\[",
  ],
  // Docsify's notices and the names of its headings, and where VuePress' slides start and end.
  ["!> ", /^!>[ \t]+(?=\S)/gm, "> "],
  ["?> ", /^\?>[ \t]+(?=\S)/gm, "> "],
  [":id=", /^(#{1,6}(?:[ \t].*\S)?)[ \t]+:id=[\w-]+[ \t]*$/gm, "$1"],
  [
    "':",
    /(\]\([^()\s]{1,1000})[ \t]+':(?:[a-z-]{2,20}(?:=[^'\n]{0,200})?)(?:[ \t]+:[^'\n]{0,300})?'(?=\))/g,
    "$1",
  ],
  ["{docsify-updated}", /\{docsify-updated\}/g, ""],
  // What theme Plume covers until one points at it.
  ["!!{", /(?<!!)!!(?=\S)([^!\n]{1,300})!!\{(?:mask|effect|level|trigger)=[^{}\n]{1,100}\}/g, "$1"],
  // ReadMe's words that are explained elsewhere.
  ["<<glossary:", /<<glossary:([^<>\n]{1,80})>>/g, "$1"],
  // Theme Hope's and HonKit's Markdown from other files.
  ["@include(", /^@include\([^()\n]{1,300}\)[ \t]*$/gm, ""],
  ["!INCLUDE", /^!INCLUDE[ \t]+"[^"\n]{1,300}"(?:,[ \t]*\d+)?[ \t]*$/gm, ""],
  // What Fumadocs says of a heading: its id, and whether a list of them has it.
  ["[#", /^(#{1,6}[ \t]\S.{0,300}?)[ \t]{1,9}\[#[a-z][\w-]{0,80}\][ \t]*$/gm, "$1"],
  ["toc]", /^(#{1,6}[ \t]\S.{0,300}?)[ \t]{1,9}\[!?toc\][ \t]*$/gm, "$1"],
  ["[step]", /^(#{1,6}[ \t]\S.{0,300}?)[ \t]{1,9}\[step\][ \t]*$/gm, "$1"],
  ["@slide", /^@slide(?:start|end)\b.*$/gm, ""],
  // Numbers that Typora keeps from starting a list.
  ["\\", /^([ \t]*)\\(\d{1,3})([.)])(?=[ \t])/gm, "$1$2\\$3"],
  // Where a line ends, to kramdown and Franklin; at the end of a block there is nothing to show.
  ["\\\\", /(?<!\\)[ \t]{0,9}\\\\[ \t]{0,9}(?:<!--[^\n]{0,200}?-->[ \t]{0,9})?(?=\n[ \t]*\S)/g, "\\"],
  ["\\\\", /(?<=[^\s\\][ \t]{0,9})\\\\[ \t]{0,9}$/gm, ""],
  // What breaks pages and lines on paper.
  [
    "\\",
    /^\\(?:newpage|pagebreak|clearpage|noindent|bigskip|medskip|smallskip|tableofcontents)(?:\{\})?[ \t]*$/gm,
    "",
  ],
  // A link around a picture, on lines of their own with blank ones between, as programs write Substack's.
  [
    "[\n",
    /(?<![\]\\])\[[ \t]*\n\s{0,20}(!\[[^\]\n]{0,500}\]\([^()\s]{1,2000}(?:[ \t]"[^"\n]{0,500}")?\))\s{0,20}\n[ \t]*\]\(([^()\s]{1,2000})\)/g,
    "[$1]($2)",
  ],
  // Where Ghost's first editor put a picture in.
  ["]{<", /\]\{<\d{1,3}>\}(?=\()/g, "]"],
  // Sizes and places of pictures behind their addresses.
  [
    "![",
    /(!\[[^[\]\n]{0,500}\]\([^()\s]{1,1000}(?:[ \t]{1,9}"[^"\n]{0,200}")?)[ \t]{1,9}(?:=\d{0,5}%?x?\d{0,5}%?|(?:align|width|height)="\w{1,20}%?")(?=[ \t]*["')])/g,
    "$1",
  ],
  // What keeps Pandoc from setting the words of a picture below it.
  [
    "\\",
    /^(!\[[^\][\n]{0,500}\]\([^()\n]{1,1000}\)(?:\{[^{}\n]{0,300}\})?)\\[ \t]*(?=\n[ \t]*\n|\n?(?![^]))/gm,
    "$1",
  ],
  // Small and raised letters of Pandoc, HackMD and others.
  ["^", /(?<=[\p{L}\p{N})\]])\^([\p{L}\p{N}+−-]{1,8})\^(?![\p{L}\p{N}^])/gu, "<sup>$1</sup>"],
  ["~", /(?<=[\p{L})])~(\d{1,3})~(?!~)/gu, "<sub>$1</sub>"],
];

/** How programs mark the table of contents that they put into a text, and where it ends. */
const contents = [
  [/<!--\s{0,9}toc\b[^<>\n]{0,100}-->/i, /<!--\s{0,9}(?:tocstop|\/toc|toc end|end toc)\s{0,9}-->/i],
  // What ox-hugo writes above a text.
  [/<div class="ox-hugo-toc\b[^<>\n]{0,60}>/, /<!--endtoc-->/],
  // What Foam writes below a text, for whoever does not know its links.
  [/^\[\/\/begin\]: #.*$/m, /^\[\/\/end\]: #.*$/m],
  [/<!--\s{0,9}START doctoc\b[^<>\n]{0,200}-->/i, /<!--\s{0,9}END doctoc\b[^<>\n]{0,200}-->/i],
] as const;

/** A text without the table of contents that a program put into it. */
function removeContents(text: string): string {
  let result = text;
  if (!text.includes("<!--") && !text.includes("[//")) return text;
  for (const [start, end] of contents) {
    const from = result.search(start);
    if (from === -1) continue;
    const found = end.exec(result.slice(from));
    if (found !== null) result = result.slice(0, from) + result.slice(from + found.index + found[0].length);
  }
  return result;
}

/** A text without what a password opens, in Valaxy. */
function removeLocked(text: string): string {
  if (!text.includes("valaxy-encrypt")) return text;
  return removePassages(
    text,
    /<!--\s{0,9}valaxy-encrypt-start\b[^\n]{0,200}?-->/g,
    /<!--\s{0,9}valaxy-encrypt-end\s{0,9}-->/g,
  );
}

/** A text without the marks that only its editor or generator understands. */
export function removeStrayMarks(given: string): string {
  const isDrawn = given.includes("@flowstart") || given.includes("@startuml");
  const written = isDrawn
    ? removePassages(given, /^@(?:flowstart|startuml)\b.*$/gm, /^@(?:flowend|enduml)\b.*$/gm)
    : given;
  return marks.reduce(
    (text, [part, mark, shown]) => (text.includes(part) ? text.replace(mark, shown) : text),
    removeLocked(removeContents(written)),
  );
}
