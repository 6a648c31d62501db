import { post } from "./articles-folder.ts";

/** A file of about so many letters, of one kind that could cost more than its length. */
export type GrowingInput = readonly [name: string, make: (letters: number) => string];

const inFront =
  (line: (letters: number) => string) =>
  (letters: number): string =>
    post("Text.", line(letters));
const inBody =
  (body: (letters: number) => string) =>
  (letters: number): string =>
    post(body(letters));
const untitled =
  (body: (letters: number) => string) =>
  (letters: number): string =>
    `${body(letters)}\n`;
/** One piece again and again, up to so many letters. */
const many = (piece: string, letters: number): string => piece.repeat(Math.ceil(letters / piece.length));
/** Lines that differ in a number. */
const numbered = (line: (number: number) => string, letters: number): string =>
  Array.from({ length: Math.ceil(letters / (line(1000).length + 1)) }, (_, index) => line(index)).join("\n");

/** Blocks within blocks, as many as may be rendered: were each rendered twice, the last of them would be a million times. */
const nested = (opening: string, closing: string, letters: number): string => {
  const levels = Math.ceil(letters / 1600);
  return `${opening.repeat(levels)}x${closing.repeat(levels)}`;
};

const frontMatter: readonly GrowingInput[] = [
  ["a date and open brackets", inFront((n) => `title: T\ndate: "2026-11-20 10:00 ${many("(", n)}"`)],
  ["a date and spaces", inFront((n) => `title: T\ndate: "2026-11-20 ${many(" ", n)}x"`)],
  ["a tag with spaces", inFront((n) => `title: T\ntags: "x${many(" ", n)}x"`)],
  ["a tag with slashes", inFront((n) => `title: T\ntags: ["x${many("/", n)}x"]`)],
  ["a tag of many levels", inFront((n) => `title: T\ntags: ["${many("a/", n)}x"]`)],
  ["a slug with slashes", inFront((n) => `title: T\nslug: "x${many("/", n)}x"`)],
  ["a permalink with slashes", inFront((n) => `title: T\npermalink: "/x${many("/", n)}x"`)],
  ["an image's folder with slashes", inFront((n) => `title: T\nimage: a.png\nimg_path: "x${many("/", n)}x"`)],
  ["an image in Markdown that never ends", inFront((n) => `title: T\nimage: "![](${many("a", n)}"`)],
  ["authors of commas", inFront((n) => `title: T\nauthor: "${many(",", n)}"`)],
  ["authors of commas and brackets", inFront((n) => `title: T\nauthor: "a${many("(,", n)}"`)],
  ["authors of open angles", inFront((n) => `title: T\nauthor: "a${many(" <", n)}"`)],
  ["authors joined with and", inFront((n) => `title: T\nauthor: "A B${many(" and C", n)}"`)],
  ["an author with spaces", inFront((n) => `title: T\nauthor: "A${many(" ", n)}B"`)],
  ["a summary that ends in spaces and a dot", inFront((n) => `title: T\nsummary: "x${many(" ", n)}."`)],
  ["a title of spaces", inFront((n) => `title: "x${many(" \u00a0", n)}x"`)],
  ["a key with spaces", inFront((n) => `title: T\nq: |\n  a${many(" ", n)}b\ndraft: maybe`)],
  ["tags with signs", inFront((n) => `title: T\ntags: [${many("#a, ", n)}b c]`)],
  ["tabs that indent", inFront((n) => `title: T\nq:\n${many("\ta: b\n", n)}`)],
  ["a second block that never ends", (n) => `---\nlang: es\n---\n---\n${many("title: a\n", n)}`],
  ["a field that Gazette does not know", inFront((n) => `title: T\n${many("é", n)}: a`)],
  ["JSON that a fence only closes", (n) => `"title": ${many('"a", ', n)}\n;;;\nText.\n`],
  ["a quotation that nothing closes", (n) => `"title": ${many('"a"\n', n)}`],
  ["statements of JavaScript at the top", inBody((n) => many("export const a = 1\nb\n\n", n))],
  ["JSON with escapes", (n) => `{"title": "T", "author": "${many("\\u002c", n)}"}\nText.\n`],
  ["Julia's lists that never close", (n) => `+++\ntitle = "x"\n${many("a = [", n)}\n+++\nText.\n`],
  ["Julia's definitions", (n) => `${many('@def title = "x"\n', n)}\nText.\n`],
  ["Pandoc's lines", (n) => `${many("% a\n  b\n", n)}\nText.\n`],
  ["properties without an end", (n) => `${many("title:: a\n", n)}\nText.\n`],
  ["DocPad's fence without an end", (n) => `###\n${many("title: a\n", n)}`],
  ["lines under a title", (n) => `# T\n\n${many("Date: a\n", n)}`],
  ["days that can be two", inFront((n) => `title: T\ndate: 05/06/2026\nq: "${many("1/2/2026 ", n)}"`)],
  ["comments before anything", (n) => `${many("<!-- a -->\n", n)}Text.\n`],
  ["a comment of hyphens", (n) => `<!--${many("-", n)}x\n`],
];

const headings: readonly GrowingInput[] = [
  ["a heading with spaces", untitled((n) => `# a${many(" ", n)}#a`)],
  ["a heading with closing marks", untitled((n) => `# a${many(" #", n)}a`)],
  ["a heading and tabs", untitled((n) => `#${many("\t", n)}#a`)],
  ["a heading with open braces", untitled((n) => `# a${many(" {#", n)}`)],
  ["a rule that is none", untitled((n) => `${many("- ", n)}x`)],
  ["a rule of stars that is none", untitled((n) => `${many("* ", n)}x`)],
  ["a map of EDN that never ends", untitled((n) => `{:title "T" :tags ${many("[", n)}`)],
  ["a map of EDN with many values", untitled((n) => `{:title "T" ${many(":a , ", n)}`)],
  ["a by-line that lists many", untitled((n) => `Authors: ${many("A. b, ", n)}`)],
  ["a by-line of names", untitled((n) => `By ${many("Ab Cd, ", n)}`)],
];

const whiteSpace: readonly GrowingInput[] = [
  ["spaces in a paragraph", inBody((n) => `a${many(" ", n)}b`)],
  ["tabs in a paragraph", inBody((n) => `a${many("\t", n)}b`)],
  ["blank lines", inBody((n) => `a${many("\n", n)}b`)],
  ["lines of spaces", inBody((n) => many(`${" ".repeat(50)}\n`, n))],
  ["no-break spaces", inBody((n) => `a${many("\u00a0", n)}b`)],
  ["Chinese and wide spaces", inBody((n) => `中${many(" \u3000", n)}a`)],
  ["Chinese lines", inBody((n) => many("中\n", n))],
  ["spaces in HTML", inBody((n) => `<p>a${many(" ", n)}</p>\n`)],
  ["a long last line of commas", inBody((n) => `${many("word ", 150)}${many(",", n)}b word`)],
  ["a summary-like line of hyphens", inBody((n) => `${many("word ", 150)}${many(" –", n)}b`)],
  ["spaces after a brace", inBody((n) => `{:}a${many(" ", n)}b`)],
  ["spaces before a table of contents", inBody((n) => `a{:}\n${many(" ", n)}x`)],
  ["spaces after a mark of MkDocs", inBody((n) => `!!! ${many(" ", n)}!`)],
  ["words after a mark of MkDocs", inBody((n) => `!!! ${many("a ", n)}!`)],
  ["spaces after a mark of tabs", inBody((n) => `=== ${many(" ", n)}.`)],
  ["spaces in a container's name", inBody((n) => `::: a${many(" ", n)}[`)],
  ["spaces after a callout", inBody((n) => `> [!tip]${many(" ", n)}x`)],
];

const brackets: readonly GrowingInput[] = [
  ["open brackets before a long text", inBody((n) => `${many("[", n)}\n${many("x ", 70_000)}`)],
  ["open tags before a long text", inBody((n) => `${many("<a", n)}\n${many("x ", 70_000)}`)],
  ["links in links", inBody((n) => many("[a](", n))],
  ["wiki links in wiki links", inBody((n) => many("[[a", n))],
  ["open angles", inBody((n) => many("<", n))],
  ["open tags", inBody((n) => many("<a ", n))],
  ["open attributes", inBody((n) => many('<a b="', n))],
  ["ends of comments", inBody((n) => many("--> a ", n))],
  ["ends of comments on their lines", inBody((n) => many("-->\n", n))],
  ["ends of comments, and one that begins far below", inBody((n) => `${many("a\n-->\n", n)}<!-- b`)],
  ["open comments", inBody((n) => many("a <!-- ", n))],
  ["open instructions", inBody((n) => many("a <? ", n))],
  ["elements that never close", inBody((n) => many("<b>", n))],
  ["divisions that never close", inBody((n) => many("<div>\n\n", n))],
  ["closing tags", inBody((n) => many("</video>", n))],
  ["films that never close", inBody((n) => `${many("<video ", n / 2)}${many("</video>", n / 2)}`)],
  ["links without an address", inBody((n) => many("<a>", n))],
  ["quotations in quotations", inBody((n) => many("> a\n>> b\n", n))],
  ["emphasis", inBody((n) => many("a**b_", n))],
  ["escapes", inBody((n) => many("\\", n))],
  ["ampersands", inBody((n) => many("&", n))],
  ["addresses of mail", inBody((n) => many("a@", n))],
  ["an address of brackets", inBody((n) => `http://example.org/${many("(", n)}`)],
  ["an address of full stops", inBody((n) => `www.example.org/${many(".", n)}x`)],
];

const templates: readonly GrowingInput[] = [
  ["code that never closes, in lines", inBody((n) => many("`a ``", n))],
  ["runs of backticks", inBody((n) => many("`a", n))],
  ["shortcodes that never close", inBody((n) => many("{{< a `", n))],
  ["shortcodes with an open quote", inBody((n) => many('{{< a " ', n))],
  ["shortcodes", inBody((n) => many("{{< a >}}", n))],
  ["shortcodes with slashes and spaces", inBody((n) => `{{< a ${many("/ ", Math.min(n, 3900))} >}}`)],
  ["outputs that never close", inBody((n) => many("{{ a ", n))],
  ["outputs", inBody((n) => many("{{ a }} ", n))],
  ["tags that never close", inBody((n) => many("{% a ", n))],
  ["conditions that never end", inBody((n) => many("{% if a %}", n))],
  ["many branches", inBody((n) => many("{% if a %}x{% else %}y{% endif %}", n))],
  ["many verbatim passages", inBody((n) => many("{% raw %}x{% endraw %}", n))],
  [
    "ends of comments, then verbatim",
    inBody((n) => many("{% endcomment %}", n / 2) + many("{% raw %}", n / 2)),
  ],
  ["comments of braces and stars", inBody((n) => many("{/*", n))],
  ["elements of components", inBody((n) => many("<Aa ", n))],
  ["components in components", inBody((n) => many("<Aa>", n / 2) + many("</Aa>", n / 2))],
  ["braces", inBody((n) => many("{", n))],
  ["attribute lists", inBody((n) => many("[a]{.x ", n))],
  ["elements that are closed nowhere", inBody((n) => many('<nav a="b">', n))],
  ["attribute lists of the block", inBody((n) => many("{: ", n))],
  ["containers", inBody((n) => many("::: a\n", n))],
  ["admonitions", inBody((n) => many("!!! note\n    a\n", n))],
  ["formulas", inBody((n) => many("$a\\b", n))],
  ["hidden passages", inBody((n) => many(" %%a", n))],
  ["marked passages", inBody((n) => many("==a ", n))],
  ["ids of blocks", inBody((n) => ` ^aa${many("-a", n)}!`)],
  ["blocks in blocks", inBody((n) => nested("{% foo %}", "{% endfoo %}", n))],
  ["shortcodes in shortcodes", inBody((n) => nested("{{< foo >}}", "{{< /foo >}}", n))],
  ["conditions in conditions", inBody((n) => nested("{% if a %}", "{% else %}{% endif %}", n))],
  ["elements in elements", inBody((n) => nested("<Foo>", "</Foo>", n))],
  ["Franklin's commands", (n) => `@def title = "x"\n\nText ${many("\\newcommand{a", n)}\n`],
  ["Franklin's raw passages", (n) => `@def title = "x"\n\nText\n${many("~~~ a\n", n)}\n`],
  [
    "Franklin's definitions that never end",
    (n) => `@def title = "x"\n\nText\n${many('@def a = """\n', n)}\n`,
  ],
  ["leaves of containers", inBody((n) => `::: a\n${many("::a[\n", n)}`)],
  ["labels of callouts", inBody((n) => many("> [!a|\n", n))],
  ["comments of kramdown", inBody((n) => many("{::comment}", n))],
  ["MyST's directives that never end", inBody((n) => many("```{note}\n", n))],
  [
    "MyST's directives in directives",
    inBody((n) => `${many("`````{note} a\n", n / 2)}${many("`````\n", n / 2)}`),
  ],
  ["MyST's settings", inBody((n) => `\`\`\`{note}\n${many(":a: b\n", n)}\n\`\`\``)],
  ["MyST's roles", inBody((n) => many("{ref}`a` ", n))],
  ["MyST's labels", inBody((n) => many("(a)=\n", n))],
  ["Markdown in HTML", inBody((n) => nested('<div markdown="1">\n', "</div>\n", n))],
  ["Markdown in HTML that never ends", inBody((n) => many('<div markdown="1">', n))],
  [
    "attributes that are no Markdown",
    inBody((n) => `<a ${many("markdown ", Math.min(n, 490))}>${many("<a markdown", n)}`),
  ],
  ["names of emoji", inBody((n) => many(":a:b", n))],
  ["names of emoji in a row", inBody((n) => many(":tada:", n))],
  ["lines of indented code", inBody((n) => many("a\n\n    b\n\n", n))],
  ["comments that never end above code", inBody((n) => many("<!-- ```\na\n", n))],
  ["addresses with spaces that never end", inBody((n) => many("[a](b c.de", n))],
  ["addresses with spaces in a row", inBody((n) => `[a](${many("b ", n)}`)],
  ["links of Markdown in HTML", inBody((n) => `<div>\n${many("[a](b", n)}`)],
  ["pictures of Markdown in HTML", inBody((n) => `<div>\n${many("[![a](b", n)}`)],
  ["brackets in HTML", inBody((n) => `<div>\n](${many("[", n)}`)],
  ["slots of Vue", inBody((n) => many("<template #a ", n))],
  ["handlers of Vue", inBody((n) => `<a ${many('@b="c" ', n)}`)],
  ["references to no footnotes", inBody((n) => many("a[^b]", n))],
  ["footnotes that are named often", inBody((n) => numbered((number) => `a[^${number}]`, n))],
  ["headings without a space", inBody((n) => many("#A\n\n", n))],
  ["a heading without a space that never ends", inBody((n) => `#${many("A ", n)}`)],
  ["headings without a space that end in colons", inBody((n) => many("#a b:\n\n", n))],
  ["Hatena's photos that never end", inBody((n) => many("[f:id:a:20260203101112p:a", n))],
  ["Hatena's addresses that never end", inBody((n) => many("[https://a:embed", n))],
  ["Hatena's addresses of colons", inBody((n) => `[https://a${many(":title", n)}`)],
  ["Hatena's formulas that never end", inBody((n) => many("[tex:\\a", n))],
  ["Hatena's footnotes that never end", inBody((n) => `[:contents]\n${many("((a", n)}`)],
  ["Hatena's footnotes", inBody((n) => `[:contents]\n\n${many("((a)) ", n)}`)],
  ["addresses with entities", inBody((n) => many("http://a.b/&amp;&gt;c ", n))],
  ["an address of entities", inBody((n) => `http://a.b/${many("&amp;", n)}`)],
  ["fences below tags", inBody((n) => many("<div>\n```\na\n```\n", n))],
  ["tags behind blank lines in tags", inBody((n) => nested("<div>\n\n    <p>\n", "</div>\n", n))],
  ["tags behind blank lines that never end", inBody((n) => many("<div>\n\n    <p>a\n", n))],
  ["lines that a generator fills in", inBody((n) => many("* a: {{ b.c }}\n", n))],
  ["addresses that a generator fills in", inBody((n) => many("<{{ b.c }}", n))],
  ["spaces before what a generator fills in", inBody((n) => `${many(" ", n)}{{ b.c }}:`)],
  [
    "captures that are put together",
    inBody((n) =>
      many("{% capture a %}b{% endcapture %}{% assign a = a | concat: a %}{% include b c=a d=a %}", n),
    ),
  ],
  ["elements that end above text", inBody((n) => many("<div>\n</div>\na\n", n))],
  ["attributes of colons and commas", inBody((n) => `a\n{: ${many(": .a, ", n)}`)],
  ["a title of values", inFront((n) => `title: "T ${many("{{ a }}", n)}{{"`)],
  [
    "captures that hold themselves twice",
    inBody((n) => many("{% capture a %}b{{ a }}{{ a }}{% endcapture %}", n)),
  ],
  ["words with what they mean that never end", inBody((n) => many("[a]^(b", n))],
  ["icons that never end", inBody((n) => many(":(fas fa-a ", n))],
  ["fences for contents that never end", inBody((n) => `\`\`\`toc\n${many("a: b\n", n)}`)],
  ["words put in that never end", inBody((n) => many("++a ", n))],
  ["words put in by hats", inBody((n) => many("^^a ", n))],
  ["what Shoka folds", inBody((n) => many("+++ a\n;;;a b\n", n))],
  ["what Shoka folds and one end", inBody((n) => `${many("+++ a\n", n)}+++`)],
  ["tabs of VuePress' themes", inBody((n) => `::: tabs\n${many("@tab a\n", n)}:::`)],
  ["classes behind emphasis", inBody((n) => many("*a*{.b ", n))],
  ["words on what opens that never end", inBody((n) => many("<summary>a ", n))],
  ["emphasis before words", inBody((n) => many("**a:**b ", n))],
  ["labels", inBody((n) => `**${many("a: ", n)}**`)],
  ["tabs of NexT", inBody((n) => `{% tabs %}${many("<!-- tab a", n)}{% endtabs %}`)],
  ["programs that show code", inBody((n) => many('<script src="https://gist.github.com/a', n))],
  ["code within HTML", inBody((n) => `<div>\n${many("<pre>\n", n)}`)],
  ["Foam's marks", inBody((n) => many("[//begin]: #\n[//]: # a\n", n))],
  ["headings of HTML above a text", inBody((n) => many("<h1>a\n", n))],
  ["values in brackets", inBody((n) => many("[a:: ", n))],
  ["blocks that are named", inBody((n) => many("((0", n))],
  ["small letters", inBody((n) => many("a~1", n))],
  ["raised letters", inBody((n) => many("a^b", n))],
  ["pictures with sizes that never end", inBody((n) => many("![](a =1", n))],
  ["links of generators", inBody((n) => many("]({filename}", n))],
  ["equations that never end", inBody((n) => many("\\begin{equation}a", n))],
  ["formulas between backslashes", inBody((n) => many("\\\\(a\\\\[b", n))],
  ["components on one line", inBody((n) => many("::: a ::\n", n))],
  ["ikiwiki's pictures that never end", inBody((n) => many("[[!img a ", n))],
  ["ikiwiki's directives that never end", inBody((n) => many("[[!a ", n))],
  ["ikiwiki's quotes that never end", inBody((n) => many('[[!a """', n))],
  ["ikiwiki's texts within texts", inBody((n) => many('[[!note text="""a', n))],
  ["ikiwiki's links that never end", inBody((n) => `[[!a]]${many("[[a\n", n)}`)],
  ["ikiwiki's marks below the text", (n) => `Text.\n${many("[[!meta a=\n", n)}`],
  ["statements above a text", inBody((n) => many("import a from 'b'\n", n))],
  ["a statement that never ends", inBody((n) => `import ${many("a ", n)}`)],
  ["titles with HTML that never ends", inBody((n) => `!!! a "${many("<!-- <b", n)}"\n\n    Text.`)],
  ["ikiwiki's fields", (n) => `${many("[[!meta a=", n)}\n`],
  ["HTMLy's fields", (n) => `${many("<!--t ", n)}\n`],
  ["frames that never end", inBody((n) => many("<iframe src=a>b", n))],
  ["tables of contents that never end", inBody((n) => many("<!-- toc --><!-- START doctoc -->a", n))],
  ["a line of time", inBody((n) => `{% timeline %}${many("<!-- node a", n)}{% endtimeline %}`)],
  ["tags of Hexo's themes", inBody((n) => many("{% note a, b %}", n))],
  [
    "an argument of Hexo's themes",
    inBody((n) => `{% folding ${many("red ", Math.min(n, 1900))}%}a{% endfolding %}`),
  ],
  ["formulas of code", inBody((n) => many("$`a`", n))],
  ["tags that nobody knows", inBody((n) => numbered((number) => `{% u${number} %}`, n))],
];

const addresses: readonly GrowingInput[] = [
  ["links to itself", inBody((n) => many("[a](hostile.md)\n", n))],
  ["wiki links to itself", inBody((n) => many("[[hostile]]\n", n))],
  ["links to what is not there", inBody((n) => numbered((number) => `[a](${number}.md)`, n))],
  ["wiki links to what is not there", inBody((n) => numbered((number) => `[[${number}]]`, n))],
  ["links with a bad scheme", inBody((n) => numbered((number) => `[a](ftp:${number})`, n))],
  ["pictures that are not there", inBody((n) => numbered((number) => `![](${number}.png)`, n))],
  ["links to the web", inBody((n) => numbered((number) => `<https://example.org/${number}>`, n))],
  ["columns without an end", inBody((n) => many(":::column:::\n a\n", n))],
  ["columns of blank lines", inBody((n) => `:::column:::\n${many("   \n", n)}`)],
  ["inclusions without an end", inBody((n) => many("[!include [", n))],
  ["references without an end", inBody((n) => many("<xref:a", n))],
  ["bold lines that never end", inBody((n) => `** a${many(" ", n)}`)],
  ["bold lines with spaces", inBody((n) => many("** a \n", n))],
  [
    "elements within elements, behind blank lines",
    inBody((n) => `<div>\n  <b>a</b>\n${many("\n    <div>\n", n)}`),
  ],
  ["addresses full of backslashes", inBody((n) => `https://example.org/${many("\\_", n)}`)],
  ["embeds without an end", inBody((n) => many('<div class="wp-block-embed__wrapper">https://', n))],
  ["comments of dashes", inBody((n) => many("<!–", n))],
  ["links of nothing", inBody((n) => many('<a href="https://example.org/">', n))],
  ["definitions of links", inBody((n) => numbered((number) => `[${number}]: /u`, n))],
];

/** What a regular expression tried in every combination: 30 of them were hours. */
const combinations: readonly GrowingInput[] = [
  ["an author of single letters", untitled((n) => many(`Author: ${"a.".repeat(40)}!\n\n`, n))],
  ["breaks at the start of a paragraph", inBody((n) => `<p>${many("<br> ", n)}x</p>`)],
  ["an exported object of comments", (n) => `export const meta = {\n${many("// ", n)}!\n}\n\nText.\n`],
  ["blank lines above what are no fields", (n) => `---\n${many("\n", n)}!x\n---\nText.\n`],
  ["attribute lists of hyphens", inBody((n) => many(`a{:${"-".repeat(60)}=-\n`, n))],
  ["a table of contents of words", inBody((n) => `\`\`\`toc\n${many("abcdefghij:\n", n)}x`)],
  ["a link of pictures in HTML", inBody((n) => `<div>\n[${many("<img a>", n)}](`)],
];

/** What is white space to two parts of a regular expression that stand side by side. */
const bordersOfSpaces: readonly GrowingInput[] = [
  ["a comment for more of spaces", inBody((n) => `<!-- teaser_end:${many(" ", n)}x -->`)],
  ["a shortcode of spaces", inBody((n) => `{{< ${many("\t", n)}`)],
  ["an embed of spaces", inBody((n) => `[embed${many("\t", n)}`)],
  ["a tag of ikiwiki's of spaces", (n) => `[[!tag${many("\t", n)}]\n`],
  ["shortcodes that are shown and never end", inBody((n) => many("{{%/*", n))],
  ["films in a row", inBody((n) => `${many("Video (X)", n)}u`)],
  ["tags of a server that never end", inBody((n) => many("<%a", n))],
];

/** Kinds of text that a regular expression, a search in a loop or a copy in a loop made quadratic somewhere, once. */
export const growingInputs: readonly GrowingInput[] = [
  ...frontMatter,
  ...headings,
  ...whiteSpace,
  ...brackets,
  ...templates,
  ...addresses,
  ...combinations,
  ...bordersOfSpaces,
];
