import { expect, test } from "vitest";

import { makeFolder, post } from "../../articles-folder.ts";
import { testBodies } from "../body-cases.ts";

/** What Python's generators add to Markdown. */
testBodies([
  [
    "works that MyST cites, and an address in brackets that it does not",
    ":::{note}\nX.\n:::\n\nReeds grow [@reed2018], see [@reed2018, p. 3]. Ask [@ada](https://example.org/).",
    '<blockquote><p><strong>Note</strong></p><p>X.</p></blockquote><p>Reeds grow, see. Ask <a href="https://example.org/">@ada</a>.</p>',
  ],
  [
    "MkDocs' notes within notes, whose labels hold code",
    '??? note "Look"\n\n    === ":octicons-x-16: `a.md`"\n\n        ``` yaml\n        a: 1\n        ```\n\n    End.',
    "<blockquote><p><strong>Look</strong></p><blockquote><p><strong><code>a.md</code></strong></p><pre><code>a: 1</code></pre></blockquote><p>End.</p></blockquote>",
  ],
  [
    "titles of MkDocs' tabs and notes with HTML in them",
    '=== "Slow <small>small</small>"\n\n    One.\n\n!!! tip "Ring <!-- md:sponsors -->"\n\n    Two.',
    "<blockquote><p><strong>Slow small</strong></p><p>One.</p></blockquote><blockquote><p><strong>Ring</strong></p><p>Two.</p></blockquote>",
  ],
  [
    "the blocks of Python's Markdown",
    "/// note | Mind\nThe step.\n///\n/// tip\nGo.\n///",
    "<blockquote><p><strong>Mind</strong></p><p>The step.</p></blockquote><blockquote><p><strong>Tip</strong></p><p>Go.</p></blockquote>",
  ],
  [
    "what Material for MkDocs adds",
    '[Go](https://example.com/){ .md-button }\n\n:material-check: Press ++ctrl+c++, in HTML.\n\n--8<-- "abbr.md"\n\n*[HTML]: a language\n\nAn {--old--}{++new++} {~~word~>term~~}.',
    '<p><a href="https://example.com/">Go</a></p><p>Press ctrl+c, in HTML.</p><p>An new term.</p>',
  ],
  [
    "MyST's roles",
    "See {ref}`the part <a>` and {doc}`/notes/the-quay`, H{sub}`2`O, {kbd}`Ctrl`, {py:func}`~os.path.join`{cite:p}`ada2026`.",
    "<p>See the part and the quay, H<sub>2</sub>O, <kbd>Ctrl</kbd>, <code>join</code>.</p>",
  ],
  [
    "MyST's directives, within each other, with their settings",
    "(a-label)=\n% not shown\n\n````{admonition} Mind\n:class: tip\n\nThe **step**.\n\n```{note}\nAnd this.\n```\n````\n\n```{toctree}\na\n```\n\n+++",
    "<blockquote><p><strong>Mind</strong></p><p>The <strong>step</strong>.</p><blockquote><p><strong>Note</strong></p><p>And this.</p></blockquote></blockquote>",
  ],
  [
    "code of MyST with lines that would be comments in its text",
    "(a-label)=\n\n```\n% drawn later\n+++ b\n```",
    "<pre><code>% drawn later+++ b</code></pre>",
  ],
  [
    "types with braces in code, which are no roles of MyST",
    "A `Once{T}` holds.\n\n% of what is left stays.",
    "<p>A <code>Once{T}</code> holds.</p><p>% of what is left stays.</p>",
  ],
  [
    "MyST's directives between colons, and its pictures",
    ":::{tip} Go\n:class: wide\nNow.\n:::\n\n```{figure} https://e.org/a.png\n:alt: A boat\n\nThe *boat*.\n```",
    '<blockquote><p><strong>Go</strong></p><p>Now.</p></blockquote><figure><img src="https://e.org/a.png" alt="A boat" /><figcaption><p>The <em>boat</em>.</p></figcaption></figure>',
  ],
  [
    "MyST's code, shown and hidden",
    "```{code-block} js\n:linenos:\n\nx;\n```\n\n```{code-cell}\n:tags: [remove-input]\n\ny;\n```\n\n```{python}\nz\n```",
    "<pre><code>x;</code></pre><pre><code>z</code></pre>",
  ],
  [
    "Markdown in HTML that says so, as kramdown and MkDocs read it",
    '<div markdown="1" class="x">\n  A **bold** word.\n  <div>*raw*</div>\n</div>\n\n<details markdown><summary>More</summary>\nAn *end*.\n</details>',
    "<div><p>A <strong>bold</strong> word.</p><div>*raw*</div></div><div><p><strong>More</strong></p><p>An <em>end</em>.</p></div>",
  ],
  [
    "the links of Pelican and Nikola",
    "[a]({filename}/b.md) [c](link://slug/d) [e](link://tag/f) ![g]({static}/g.png)",
    '<p>a c e <img src="https://example.org/g.png" alt="g" /></p>',
  ],
  [
    "attributes behind emphasis, paragraphs and items, and what leaves a heading out of a list",
    "A *boat*{.red}, a **ship** {#big} and {code}.\n\nMoored. {.lead}\n\n- item{.a}\n\n## Pier {docsify-ignore}\n\n## Quay {-}\n\n## Dock :id=dock",
    "<p>A <em>boat</em>, a <strong>ship</strong>  and {code}.</p><p>Moored.</p><ul><li>item</li></ul><h3>Pier</h3><h3>Quay</h3><h3>Dock</h3>",
  ],
  [
    "fences for a table of contents, and those for files of that name",
    "```toc\nexclude: Index\n\n```\n\nText.\n\n```toc\n\n```\n\n```toc\n## Interface: 90\nmain.lua\n```",
    "<p>Text.</p><pre><code>## Interface: 90main.lua</code></pre>",
  ],
  [
    "films and small pictures of Nikola",
    '{{% media url="https://example.com/a" %}}\n\n{{% thumbnail "https://e.org/a.png" %}}A boat{{% /thumbnail %}}',
    '<p><a href="https://example.com/a">example.com</a></p><figure><img src="https://e.org/a.png" alt="A boat" /><figcaption><p>A boat</p></figcaption></figure>',
  ],
  [
    "lists of attributes behind references, their definitions, a picture with a backslash, blocks and headings",
    '## Low {visibility="hidden"}\n\n## High { data-toc-hide }\n\n[the quay][q]{.x} and [on](https://example.org/b){ data-preview }.\n\n![Quay](https://example.org/a.png){ width=5% }\\\n\n> Said.\n{cite="https://example.org" .x}\n\nA paragraph\n{.lead}\n\nA set\n{a, b}\n\n[q]: https://example.org/q "Q" {.cls key=val}',
    '<h3>Low</h3><h3>High</h3><p><a href="https://example.org/q" title="Q">the quay</a> and <a href="https://example.org/b">on</a>.</p><p><img src="https://example.org/a.png" alt="Quay" /></p><blockquote><p>Said.</p></blockquote><p>A paragraph</p><p>A set{a, b}</p>',
  ],
  [
    "MyST's links to files and elsewhere, cards, buttons, badges, captions, and directives that are not known",
    "```{note}\nLow\n```\n\n[](a.md), <project:a.md>, [on](project:a.md), <wiki:Tide>, [x](doi:10.1234/x) and {ref}`x`.\n\n{bdg-primary}`new` {rfc}`2324` {strike}`old` {button}`Go <https://example.org/g>` {numref}`Figure %s <f>` {harbour}`word`\n\n:::{card} Title\nHead\n^^^\nBody\n:::\n\n```{button-link} https://example.org/b\n:color: primary\nPress\n```\n\n```{table} Berths\n:name: t\n| a |\n|---|\n| b |\n```\n\n:::{figure-md} f\n:class: c\n\nWords *here*.\n:::\n\n:::{harbour} x\n:class: c\nIts words.\n:::\n\n:::{iframe} https://www.youtube.com/embed/x\n:width: 100%\n:::\n\n$$\na = b\n$$ (eq)\n\n```{post} Feb 3, 2026\n:tags: a\n```",
    '<blockquote><p><strong>Note</strong></p><p>Low</p></blockquote><p><a href="https://example.org/a/">a</a>, <a href="https://example.org/a/">a</a>, <a href="https://example.org/a/">on</a>, <a href="https://en.wikipedia.org/wiki/Tide">Tide</a>, <a href="https://doi.org/10.1234/x">x</a> and.</p><p>new <a href="https://www.rfc-editor.org/rfc/rfc2324">RFC 2324</a> <s>old</s> <a href="https://example.org/g">Go</a> Figure word</p><p><strong>Title</strong></p><p>Head</p><p>Body</p><p><a href="https://example.org/b">Press</a></p><p><strong>Berths</strong></p><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>Words <em>here</em>.</p><p>Its words.</p><p><a href="https://www.youtube.com/embed/x">Video (YouTube)</a></p><pre><code>a = b</code></pre>',
  ],
  [
    "PyMdown's snippets of several files, settings of blocks, inclusions, the language of code in a line, and mkdocstrings",
    "--8<--\na.md\nb.md\n--8<--\n\n/// details | More\n    type: warning\n    open: true\n\nIts words.\n///\n\n{! inc.md !}\n\n::: harbour.quay.Boat\n    options:\n      show: true\n\nThe `#!python range()` and `#!/bin/sh` end.\n\n::: tip\nLow.\n:::",
    "<blockquote><p><strong>More</strong></p><p>Its words.</p></blockquote><p>The <code>range()</code> and <code>#!/bin/sh</code> end.</p><blockquote><p><strong>Tip</strong></p><p>Low.</p></blockquote>",
  ],
  [
    "Jupyter Book's earlier panels, buttons and proofs, and a call to act of Hugo Blox",
    '````{panels}\nOne\n---\nTwo\n````\n\n```{link-button} https://example.org\n:text: Press\n:classes: btn\n```\n\n```{proof:theorem} Of tides\nIt *falls*.\n```\n\n{{% cta cta_link="https://example.org/go" cta_text="Go" %}}',
    '<p>One</p><p>Two</p><p><a href="https://example.org/">Press</a></p><blockquote><p><strong>Of tides</strong></p><p>It <em>falls</em>.</p></blockquote><p><a href="https://example.org/go">Go</a></p>',
  ],
]);

test.each([
  ["```{literalinclude} x.py\n```", "{literalinclude}"],
  [":::{embed} #x\n:::", "{embed}"],
  ['--8<-- "a.md"', "--8<--"],
  ["{! inc.md !}", "{! … !}"],
  ["```@docs\nQuay\n```", "```@docs"],
  ["All of {site.url}.", "{site.url}"],
])("the scan tells of %j, which leaves nothing", async (written, name) => {
  const folder = makeFolder({ "a.md": post(`Text.\n\n${written}`) });

  expect((await folder.scan()).notes.map(({ message }) => message)).toEqual([
    `${name} is not known to Gazette and is left out.`,
  ]);
});
