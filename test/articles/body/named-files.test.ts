import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const resources = `title: The quay
date: 2026-11-20
resources:
  - name: header
    src: boats.jpg
    title: Boats at the quay
    params:
      caption: |
        All boats, *at noon*.
  - name: no.title
    src: images/rope.jpg
  - name: tables
    src: tide-tables.pdf
    title: The tide tables
  - name: gallery
    src: "*.jpg"`;

const caption = "<figcaption><p>All boats, <em>at noon</em>.</p></figcaption>";
const boats = '<img src="https://example.org/quay/boats.jpg" alt="Boats at the quay" />';

test.each([
  [
    '{{< figure name="header" attribution="Ada Writer" >}}',
    `<figure>${boats}<figcaption><p>All boats, <em>at noon</em>. Ada Writer</p></figcaption></figure>`,
  ],
  ['{{< figure src="header" >}}', `<figure>${boats}${caption}</figure>`],
  ['{{< img name="header" >}}', `<figure>${boats}${caption}</figure>`],
  ["{{< img header >}}", `<figure>${boats}${caption}</figure>`],
  [
    '{{< figure src="header" alt="Sails" caption="Noon." >}}',
    '<figure><img src="https://example.org/quay/boats.jpg" alt="Sails" /><figcaption><p>Noon.</p></figcaption></figure>',
  ],
  [
    '{{< figure src="no.title" >}}',
    '<figure><img src="https://example.org/quay/images/rope.jpg" alt="" /></figure>',
  ],
  [
    'Load {{< download name="tables" >}} here.',
    '<p>Load <a href="https://example.org/quay/tide-tables.pdf">The tide tables</a> here.</p>',
  ],
  [
    '{{< figure src="other.jpg" >}}',
    '<figure><img src="https://example.org/quay/other.jpg" alt="" /></figure>',
  ],
])("%s shows the file that front matter names so", async (written, html) => {
  const folder = makeFolder({ "quay/index.md": post(written, resources) });

  const body = await folder.body("quay/index.md", { baseUrl: "https://example.org/" });

  expect(body.html.replace(/\s*\n\s*/g, "")).toBe(html);
});

test("a pattern of many files is the name of none", async () => {
  const folder = makeFolder({ "quay/index.md": post('{{< figure name="gallery" >}}', resources) });

  const { html } = await folder.body("quay/index.md", { baseUrl: "https://example.org/" });

  expect(html).not.toContain("*.jpg");
});
