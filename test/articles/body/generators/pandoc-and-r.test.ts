import { expect, test } from "vitest";

import { makeFolder, post } from "../../articles-folder.ts";
import { testBodies } from "../body-cases.ts";

/** What Pandoc, R Markdown, Quarto, Franklin and Documenter add to Markdown. */
testBodies([
  [
    "the addresses of blogdown's pictures, and a film of a terminal",
    '<img src="{{< blogdown/postref >}}https://example.com/a.png" alt="Quay" />\n\n{{< load-photoswipe >}}\n\n{% asciicast 7 %}',
    '<img src="https://example.com/a.png" alt="Quay" /><p><a href="https://asciinema.org/a/7">asciinema</a></p>',
  ],
  [
    "Quarto's titles",
    "::: {.callout-tip}\n## Go on\nNow.\n:::",
    "<blockquote><p><strong>Go on</strong></p><p>Now.</p></blockquote>",
  ],
  [
    "kramdown's and Franklin's ends of lines",
    "A quay\\\\\nin the fog. \\\\ <!-- so -->\n`a \\\\`\\\\\n\n\\\\here\\share",
    "<p>A quay<br />in the fog.<br /><code>a \\\\</code></p><p>\\here\\share</p>",
  ],
  [
    "Pandoc's grid, in whose cells blocks may stand",
    "+------+-----------+\n| Boat | Berths    |\n+======+===========+\n| Alma | - three   |\n|      | - *four*  |\n+------+-----------+",
    '<table><thead><tr><th scope="col"><p>Boat</p></th><th scope="col"><p>Berths</p></th></tr></thead><tbody><tr><td><p>Alma</p></td><td><ul><li>three</li><li><em>four</em></li></ul></td></tr></tbody></table>',
  ],
  [
    "a grid as databases print it, with wide letters, and one whose rows do not fit",
    "+------+------+\n| boat | `id` |\n+------+------+\n| 小船 |    1 |\n| a\\|b |    2 |\n+------+------+\n\n+---+---+\n| a |\n+---+---+",
    '<table><thead><tr><th scope="col">boat</th><th scope="col"><code>id</code></th></tr></thead><tbody><tr><td>小船</td><td>1</td></tr><tr><td>a|b</td><td>2</td></tr></tbody></table><p>+---+---+| a |+---+---+</p>',
  ],
  [
    "Pandoc's columns over dashes, with their name, without a head, and with several lines a row",
    "  Right Left\n------- ------\n     12 `a b`\n    123 b\n\nTable: Of *boats*\n\n---- ---\nab   cd\n---- ---\n\n-------------\nBoat  Berth\n----- -------\nAlma  three,\n      by now\n\nOlga  four\n-------------\n\n: Berths {#tbl-b}",
    '<table><thead><tr><th scope="col">Right</th><th scope="col">Left</th></tr></thead><tbody><tr><td>12</td><td><code>a b</code></td></tr><tr><td>123</td><td>b</td></tr></tbody></table><p>Of <em>boats</em></p><table><tbody><tr><td>ab</td><td>cd</td></tr></tbody></table><table><thead><tr><th scope="col">Boat</th><th scope="col">Berth</th></tr></thead><tbody><tr><td>Alma</td><td>three, by now</td></tr><tr><td>Olga</td><td>four</td></tr></tbody></table><p><em>Berths</em></p>',
  ],
  [
    "what looks like such tables and is none: rules, diagrams, code",
    "Text\n\n--- ---\n\nText\n\n+---+ +---+\n| a |-| b |\n+---+ +---+\n\n```\n+---+\n| a |\n+---+\n```\n\n{% highlight text %}\n+---+\n| a |\n+---+\n{% endhighlight %}",
    "<p>Text</p><hr /><p>Text</p><p>+---+ +---+| a |-| b |+---+ +---+</p><pre><code>+---+| a |+---+</code></pre><pre><code>+---+| a |+---+</code></pre>",
  ],
  [
    "Pandoc's verses, examples, lists and raw text",
    "| The tide is low,\n|    and *so* is\n  the quay.\n|\n| 1. End\n\n(@)  Low\n(@high)  High\n\nAs (@high) shows, (@none) is none.\n\n#. one\n#. two\n\nA `<b>bold</b>`{=html} and `\\LaTeX`{=latex} word, P~a\\ b~ and x^c\\ d^.",
    "<p>The tide is low,<br />and <em>so</em> is the quay.<br /><br />1. End</p><ol><li>Low</li><li>High</li></ol><p>As (2) shows, (@none) is none.</p><ol><li>one</li><li>two</li></ol><p>A <b>bold</b> and  word, P<sub>a b</sub> and x<sup>c d</sup>.</p>",
  ],
  [
    "Pandoc's links to headings by their words, and other words in brackets",
    "# Low tide {#low}\n\nSee [Low tide][], [low tide] and [high tide][], [x] and [Low tide](https://example.org/a). Call get(key, [low tide]).\n\n## [Unreleased]\n\nNotes",
    '<h3>Low tide</h3><p>See Low tide, low tide and [high tide][], [x] and <a href="https://example.org/a">Low tide</a>. Call get(key, [low tide]).</p><h4>[Unreleased]</h4><p>Notes</p>',
  ],
  [
    "words of a heading in brackets where nothing else is Pandoc's",
    "- 🚀 [New Feature]\n- [Bug Fix]\n\n## New Feature\n\nA quay.\n\n## Bug Fix\n\nA leak.",
    "<ul><li>🚀 [New Feature]</li><li>[Bug Fix]</li></ul><h3>New Feature</h3><p>A quay.</p><h3>Bug Fix</h3><p>A leak.</p>",
  ],
  [
    "Pandoc's citations where one is plain, and what its crossref numbers",
    "It is so [@reed2019; @writer20] and so [see also @reed2019, p. 3], says Reed [-@reed2019]. See @fig:quay, {@tbl:x} and [Fig. @fig:quay]. Mail [Ada](mailto:a@example.org).",
    '<p>It is so and so, says Reed. See, and. Mail <a href="mailto:a@example.org">Ada</a>.</p>',
  ],
  [
    "people who are named with their sign, and no works",
    "Thanks to [@ada1999] and [see @bo], [@cy, @di].",
    "<p>Thanks to [@ada1999] and [see @bo], [@cy, @di].</p>",
  ],
  [
    "Quarto's passages for other formats, and for the web",
    '::: {.content-visible when-format="html"}\nWeb.\n:::\n\n::: {.content-visible when-format="pdf"}\nPaper.\n:::\n\n::: {.content-hidden when-format="html"}\nNot web.\n:::\n\n::: {.content-hidden unless-format="html"}\nWeb too.\n:::\n\n::: {.content-visible unless-format="html:js"}\nNot here.\n:::\n\n::: {.hidden}\nNowhere.\n:::\n\n{{{< video a.mp4 >}}} and {{< kbd mac=Cmd-O linux=Ctrl-O >}} {{< fa brands github >}}.',
    "<p>Web.</p><p>Web too.</p><p>{{&lt; video a.mp4 &gt;}} and Ctrl-O .</p>",
  ],
  [
    "Documenter's references and blocks",
    '```@meta\nCurrentModule = Quay\n```\n\n## [Boats `f(x)`](@id boats)\n\nSee [`tide`](@ref), [boats](@ref "Boats"), [x](@ref Quay.f(::Int)), [key](@cite) and [Ada](https://example.org/@id).\n\n```@example 1\nx = 1\n```\n\n```@raw html\n<p>Raw</p>\n```',
    '<h3>Boats <code>f(x)</code></h3><p>See <code>tide</code>, boats, x,  and <a href="https://example.org/@id">Ada</a>.</p><pre><code>x = 1</code></pre><p>Raw</p>',
  ],
]);

test("R's code is shown without its settings unless it is hidden, and what it computes is not known", async () => {
  const text = [
    "```{r setup, include=FALSE}\nlibrary(x)\n```",
    "```{python}\n#| echo: false\nsecret()\n```",
    "```{r plot, fig.width=7}\n#| label: fig\nplot(boats)\n```",
    "The mean is `r mean(x)` today [@smith2004]. It is high.",
  ].join("\n\n");
  const folder = makeFolder({ "a.Rmd": post(text), "b.Rmd": post("Source."), "b.md": post("Made.") });

  const { articles } = await folder.scan();
  const body = await folder.body("a.Rmd");

  expect(articles.map(({ path }) => path)).toEqual(["a.Rmd", "b.md"]);
  expect(body.excerpt).toBe("It is high.");
  expect(body.html.replace(/<\/?b>/g, "").replace(/\s*\n\s*/g, "")).toBe(
    "<pre><code>plot(boats)</code></pre><p>The mean is today. It is high.</p>",
  );
});

test("Quarto's numbers, drawings and cells in other languages leave no marks", async () => {
  const folder = makeFolder({
    "a.qmd": post(
      'See @fig-quay, [Figure @fig-quay], @nte-x and [see @reed2019].\n\n![The *quay*](https://example.com/a.png){#fig-quay fig-alt="Stones"}\n\n```{mermaid}\nflowchart\n```\n\n```{ojs}\n//| echo: false\nhidden\n```\n\n```{sql}\n--| label: x\nshown\n```\n\nAs (\\#eq:z) and (ref:cap) say.\n\n(ref:cap) A caption.',
    ),
  });
  const { html, notes } = await folder.body();

  expect(html.replace(/\n/g, "")).toBe(
    '<p>See, Figure, and.</p><figure><img src="https://example.com/a.png" alt="Stones" /><figcaption><p>The <em>quay</em></p></figcaption></figure><pre><code>shown</code></pre><p>As  and  say.</p>',
  );
  expect(notes.map(({ message }) => message)).toEqual([
    "```{mermaid} is not known to Gazette and is left out.",
  ]);
});

test("bookdown's chunks of text are text, and Quarto's alternative texts and bare classes are read", async () => {
  const folder = makeFolder({
    "a.Rmd": post(
      '```{theorem, x, name="Of tides"}\nIt *falls*.\n```\n\n```{asis}\nAs *is*.\n```\n\n![](https://example.com/a.png){.w fig-alt="Low tide"}\n\n::: callout-tip\n## Mind\nIt.\n:::',
    ),
  });

  expect((await folder.body("a.Rmd")).html.replace(/\n/g, "")).toBe(
    '<blockquote><p><strong>Of tides</strong></p><p>It <em>falls</em>.</p></blockquote><p>As <em>is</em>.</p><p><img src="https://example.com/a.png" alt="Low tide" /></p><blockquote><p><strong>Mind</strong></p><p>It.</p></blockquote>',
  );
});

test("what Franklin puts in a line and the words of a site's own commands stay", async () => {
  const folder = makeFolder({
    "a.md":
      '+++\ntitle = "T"\ndate = Date(2026, 2, 3)\n+++\nMiddle @@low words@@ end, \\note{two *words*} and \\prettyshow{x}.\n\n\\\\\n\nLow.\n',
  });

  expect((await folder.body()).html.trim()).toBe(
    "<p>Middle words end, two <em>words</em> and .</p>\n<p>Low.</p>",
  );
});

test("a picture that R's code shows is a picture, unless it is not run", async () => {
  const text = [
    '```{r, echo=FALSE, fig.cap = "The *old* quay"}\nknitr::include_graphics("https://example.org/a.png")\n```',
    "```{r}\n#| label: b\n#| fig-alt: \"A boat\"\n# Drawn in May.\ninclude_graphics('https://example.org/b.png', dpi = 90)\n```",
    '```{r, eval=FALSE}\nknitr::include_graphics("c.png")\n```',
    '```{r, include=FALSE}\nknitr::include_graphics("d.png")\n```',
    "```{r}\n#| echo: FALSE\nsecret()\n```",
  ].join("\n\n");
  const folder = makeFolder({ "a.Rmd": post(text) });

  expect((await folder.body()).html.replace(/<\/?b>/g, "").replace(/\s*\n\s*/g, "")).toBe(
    '<figure><img src="https://example.org/a.png" alt="The *old* quay" /><figcaption><p>The <em>old</em> quay</p></figcaption></figure><figure><img src="https://example.org/b.png" alt="A boat" /></figure><pre><code>knitr::include_graphics("c.png")</code></pre>',
  );
});
