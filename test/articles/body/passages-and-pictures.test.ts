import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const told = "A passage that is hidden on the page is left out.";

test("a note that opens on a click goes with the mark that opens it, and is told of with its line", async () => {
  const text =
    'The quay <sup class="mn-marker" aria-controls="mn-1" title="Open">※</sup> is old.\n\n<aside class="mn-note" id="mn-1" hidden>\nOf <em>oak</em>, they say.\n</aside>\n\nEnd <sup aria-controls="mn-2">2</sup>.\n\n<aside id="mn-2">Of tar.</aside>';
  const folder = makeFolder({ "a.md": post(text), "b.mdx": post(text) });

  for (const path of ["a.md", "b.mdx"]) {
    const { html, notes } = await folder.body(path);
    expect(html.replace(/\s+/g, " ").replaceAll("> <", "><")).toBe(
      "<p>The quay is old.</p><p>End <sup>2</sup>.</p><div>Of tar.</div>",
    );
    expect(notes).toEqual([{ path, line: 8, message: told }]);
  }
});

test("several hidden passages are one note", async () => {
  const folder = makeFolder({
    "a.md": post('<p style="display: none">Low.</p>\n\nTide.\n\n<div hidden>High.</div>'),
  });
  const { html, notes } = await folder.body();

  expect(html).toBe("<p>Tide.</p>");
  expect(notes).toEqual([{ path: "a.md", line: 5, message: told.replace(".", " (and once more).") }]);
});

test.each([
  '<span class="sr-only">For those who listen.</span>',
  "<div hidden></div>",
  '<div style="display:none"> – </div>',
  '<table><tr><td class="gutter">1\n2</td><td>Low.</td></tr></table>',
])("%s is nothing to tell of", async (written) => {
  const folder = makeFolder({ "a.md": post(`${written}\n\nLow.`) });

  expect((await folder.body()).notes).toEqual([]);
});

test("headings of a quotation are its own", async () => {
  const folder = makeFolder({
    "a.md": post(
      "## Boats\n\n> # Quoted\n>\n> ### Below\n\n### Alma\n\n## Ropes\n\n> # Quoted again\n\n# Tar",
    ),
  });

  expect((await folder.body()).html.match(/<h\d>[^<]*/g)).toEqual([
    "<h3>Boats",
    "<h4>Quoted",
    "<h5>Below",
    "<h4>Alma",
    "<h3>Ropes",
    "<h4>Quoted again",
    "<h3>Tar",
  ]);
});

test("code without anything in it leaves no box", async () => {
  const folder = makeFolder({
    "a.md": post("Low.\n\n```\n```\n\n~~~js\n\n~~~\n\n<pre></pre>\n\nHigh."),
    "b.qmd": post("Low.\n\n```{r}\n#| label: setup\n```\n\nHigh."),
  });

  for (const path of ["a.md", "b.qmd"])
    expect((await folder.body(path)).html.replace(/\n+/g, "")).toBe("<p>Low.</p><p>High.</p>");
});

test("whose a picture is stands behind its caption, whatever the site calls it", async () => {
  const folder = makeFolder({
    "a.md": post(
      '{{ figure(src="https://example.org/a.png", caption="Low." credits="By [Ada](https://example.org/ada).") }}\n\n{{< figure src="https://example.org/b.png" credit="Bo Reed" creditlink="https://example.org/bo" >}}\n\n{{< img source="https://example.org/c.png" caption="High." >}}\n\n{{< img src="https://example.org/d.png" source="Quay Press" >}}',
    ),
  });

  expect(
    (await folder.body()).html
      .match(/<figcaption>[\s\S]*?<\/figcaption>/g)
      ?.map((one) => one.replaceAll("\n", "")),
  ).toEqual([
    '<figcaption><p>Low. By <a href="https://example.org/ada">Ada</a>.</p></figcaption>',
    '<figcaption><p><a href="https://example.org/bo">Bo Reed</a></p></figcaption>',
    "<figcaption><p>High.</p></figcaption>",
    "<figcaption><p>Quay Press</p></figcaption>",
  ]);
});

test("in Quarto and R Markdown, the words of a picture that stands alone are below it", async () => {
  const text =
    '![A quay. [By Ada](https://example.org/ada)](https://example.org/a.png)\n\n:::{.wide}\n![Low](https://example.org/b.png){fig-alt="The \'low\' quay" width=50%}\n:::\n\n![](https://example.org/c.png){fig-cap="High."}\n\nThe ![pier](https://example.org/d.png) stands.\n\n![e](https://example.org/e.png) ![f](https://example.org/f.png)';
  const folder = makeFolder({ "a.qmd": post(text), "b.Rmd": post(text), "c.md": post(text) });
  const figure = (name: string, alt: string, caption: string): string =>
    `<figure><img src="https://example.org/${name}.png" alt="${alt}" /><figcaption><p>${caption}</p></figcaption></figure>`;

  for (const path of ["a.qmd", "b.Rmd"])
    expect((await folder.body(path)).html.replace(/\n+/g, "")).toBe(
      [
        figure("a", "A quay. By Ada", 'A quay. <a href="https://example.org/ada">By Ada</a>'),
        figure("b", "The &#39;low&#39; quay", "Low"),
        figure("c", "High.", "High."),
        '<p>The <img src="https://example.org/d.png" alt="pier" /> stands.</p>',
        '<p><img src="https://example.org/e.png" alt="e" /> <img src="https://example.org/f.png" alt="f" /></p>',
      ].join(""),
    );
  expect((await folder.body("c.md")).html).not.toContain("<figcaption>");
});
