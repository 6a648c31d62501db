import { expect, test } from "vitest";

import { makeFolder, post } from "../../articles-folder.ts";
import { testBodies } from "../body-cases.ts";

/** Shortcodes of Hugo, Zola and their themes. */
testBodies([
  [
    "formulas that are given as arguments, in a line and of their own",
    'On {{< katex "[x,x_0]" >}}, so\n{{< katex display="\\frac{f(x)}{x-x_0}" >}}\nand {{< math "x_1" >}} is {{ katex(body="y_*") }}.{{< katex >}}',
    "<p>On <code>[x,x_0]</code>, so</p><pre><code>\\frac{f(x)}{x-x_0}</code></pre><p>and <code>x_1</code> is <code>y_*</code>.</p>",
  ],
  [
    "an admonition's title that has no name, and kinds, classes and icons, which are none",
    '{{% note "When this boat will do" %}}\nRow.\n{{% /note %}}\n{{< tip "Ropes" >}}\nPull.\n{{< /tip >}}\n{{< note "info" >}}\nMind.\n{{< /note >}}\n{{< warning "fa-solid fa-leaf" >}}\nMind.\n{{< /warning >}}',
    "<blockquote><p><strong>When this boat will do</strong></p><p>Row.</p></blockquote><blockquote><p><strong>Ropes</strong></p><p>Pull.</p></blockquote><blockquote><p><strong>Note</strong></p><p>Mind.</p></blockquote><blockquote><p><strong>Warning</strong></p><p>Mind.</p></blockquote>",
  ],
  [
    "prose that a shortcode of a site's own is given, alone and around a text",
    '{{< icon-row color="#195f8c" icon="fa-solid fa-leaf" text="A quay that one can explain" description="Ropes, tar and boats." >}}\n\n{{< panorama title="The quay" description="At low water." >}}\n\n{{< toggle-row label="dark" >}}{{< newsletter-box title="Letters" description="Have them sent to you every week." >}}\n\n{{% own-card image="/a.webp" cardtitle="Ada Writer" %}}\n{{< inline "Ring" >}} [12](tel:12) {{< glyph "Home" >}}\n{{% /own-card %}}',
    '<p>A quay that one can explain</p><p>Ropes, tar and boats.</p><p><strong>The quay</strong></p><p>At low water.</p><p><strong>Ada Writer</strong></p><p>Ring <a href="tel:12">12</a></p>',
  ],
  [
    "what Zola's shortcodes of a site's own name within an item, and not what they number",
    '- {{ item(name="Salted Herring") }}\n- {{ item(name="salted-herring") }} raw\n- {{ skill(id="5492") }} now',
    "<ul><li>Salted Herring</li><li> raw</li><li> now</li></ul>",
  ],
  [
    "a picture, whatever its shortcode is called",
    '{{< plate src="https://example.com/a.webp" alt="The quay" >}}\n\n{{< player src="https://example.com/a.ogg" >}}{{< box src="https://example.com/b.png" >}}Words.{{< /box >}}',
    '<figure><img src="https://example.com/a.webp" alt="The quay" /></figure><p>Words.</p>',
  ],
  [
    "Tera's components",
    '{% <callout kind="tip" title="The quay"> %}\nMind.\n{% </callout> %}\n\n{% if a < b %}So.{% endif %}',
    "<blockquote><p><strong>The quay</strong></p><p>Mind.</p></blockquote><p>So.</p>",
  ],
  [
    "a shortcode of any name that hides a mailbox, or embeds a document",
    'Write to {{< cloak "ada@example.org" >}} or {{< hide address="ben@example.org" display="Ben" >}}.\n\n{{< paper src="/a/The quay.pdf" height="600px" >}}\n\n{{< gravatar "ada@example.org" >}}{{< mood "a@b" >}}End.',
    '<p>Write to <a href="mailto:ada@example.org">ada@example.org</a> or <a href="mailto:ben@example.org">Ben</a>.</p><p><a href="https://example.org/a/The%20quay.pdf">The quay.pdf</a></p><p>End.</p>',
  ],
  [
    "Istio's code and pictures",
    '1. Row:\n\n    {{< text yaml >}}\n    boats:\n    - name: <One>\n      depth: "**4** {{ .Depth }}"\n    {{< /text >}}\n\n{{< image link="https://example.com/a.svg" alt="The quay" >}}',
    '<ol><li><p>Row:</p><pre><code>boats:- name: &lt;One&gt;depth: "**4** {{ .Depth }}"</code></pre></li></ol><figure><a href="https://example.com/a.svg"><img src="https://example.com/a.svg" alt="The quay" /></a></figure>',
  ],
  [
    "Docsy's tabs of code and of text",
    '{{< tabpane >}}\n{{< tab header="Shell" lang="bash" >}}\n# no heading *here*\nls {{% param x %}}boats\n{{< /tab >}}\n{{< /tabpane >}}\n{{< tabpane text=true >}}\n{{% tab header="C++ (`w.md`)" lang=none %}}\nText.\n{{% /tab %}}\n{{< /tabpane >}}',
    "<p><strong>Shell</strong></p><pre><code><i># no heading *here*</i><b>ls</b>boats</code></pre><p><strong>C++ (<code>w.md</code>)</strong></p><p>Text.</p>",
  ],
  [
    "Docsy's boxes, which are named by a colour",
    '{{% pageinfo color="warning" %}}\nMind.\n{{% /pageinfo %}}',
    "<blockquote><p>Mind.</p></blockquote>",
  ],
  [
    "words that Hugo's shortcodes dress, with how they are read",
    'The {{< ruby "kee" >}}quay{{< /ruby >}}, the {{< ruby rb="pier" rt="peer" >}} and {{< kbd >}}Ctrl{{< /kbd >}} are {{< badge "new" >}}.',
    "<p>The quay, the pier and Ctrl are new.</p>",
  ],
  [
    "Zola's shortcodes, which are called",
    '{{ youtube(id="abc") }}\n\n{% alert(note=true) %}\nMind the step.\n{% end %}\n\n{{ nothing(known=1) }}',
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a></p><blockquote><p><strong>Note</strong></p><p>Mind the step.</p></blockquote>',
  ],
  [
    "a shortcode in a sentence that brings its own words",
    'A {{< glossary_tooltip text="pod" term_id="pod" >}} runs.\n\n{{< banner text="not for you" >}}',
    "<p>A pod runs.</p>",
  ],
  [
    "Hugo's reference by a page's name",
    '[Here]({{< ref "another-post" >}}).',
    '<p><a href="https://example.org/another-post/">Here</a>.</p>',
  ],
  [
    "what LoveIt, FixIt and Blowfish style, link, date and mark with a picture",
    '{{< style "text-align:right" >}}Right.{{< /style >}}\n\n{{< link "https://example.com/q" "The quay" >}}\n\n{{< timeline >}}{{< timelineItem icon="x" header="2024" >}}Built.{{< /timelineItem >}}{{< /timeline >}}\n\n{{< alert "twitter" >}}Follow.{{< /alert >}}',
    '<p>Right.</p><p><a href="https://example.com/q">The quay</a></p><p><strong>2024</strong></p><p>Built.</p><blockquote><p>Follow.</p></blockquote>',
  ],
  [
    "shortcodes of a site's own that are given words and where they lead",
    'The band\n{{< qlink text="Reeds & Rope" url="https://reeds.example.org/" >}}\nplays. {{< qlink text="At six" url="" >}} {{< quay text="x" url="/a" >}}',
    '<p>The band<a href="https://reeds.example.org/">Reeds &amp; Rope</a>plays. At six x</p>',
  ],
  [
    "shortcodes of a site's own that are given a picture's file, and one that is given another's",
    '{{ quay_image(path="https://img.example.org/a.webp", alt="Quay") }}\n\nText. {{ sounds(file="a.mp3") }}',
    '<figure><img src="https://img.example.org/a.webp" alt="Quay" /></figure><p>Text.</p>',
  ],
  [
    "the title and the source of Hugo's figure, its passages between slashes, columns with a mark between, and a button to a page by name",
    '{{< figure src="https://example.org/a.png" title="Tide" caption="At *noon*" attr="Ada" attrlink="https://example.org/ada" >}}\n\n{{< columns >}}\nLow\n<--->\nHigh\n{{< /columns >}}\n\n{{< accordion >}}\n{{< accordion-item title="Is it low?" >}}Yes.{{< /accordion-item >}}\n{{< /accordion >}}\n\n{{< button relref="a" >}}Here{{< /button >}} and [there]({{< ref "content/a.md" >}}).',
    '<figure><img src="https://example.org/a.png" alt="At noon" /><figcaption><p><strong>Tide</strong> At <em>noon</em> <a href="https://example.org/ada">Ada</a></p></figcaption></figure><p>Low</p><p>High</p><blockquote><p><strong>Is it low?</strong></p><p>Yes.</p></blockquote><p><a href="https://example.org/a/">Here</a> and there.</p>',
  ],
  [
    "Zola's calls that are shown, comments over lines, and films of Streamable",
    '{{/* youtube(id="a") */}} and `{%/* quote() */%}`\n\n{# a\ncomment #}\n\n{{ streamable(id="92ab") }} [a]({{ get_url(path="@/a.md") }}) [b](@/a.md)',
    '<p>{{ youtube(id="a") }} and <code>{% quote() %}</code></p><p><a href="https://streamable.com/92ab">Video (Streamable)</a> <a href="https://example.org/a/">a</a> <a href="https://example.org/a/">b</a></p>',
  ],
  [
    "the table of contents of ox-hugo, a film by its address, and one file of a gist",
    '<div class="ox-hugo-toc toc">\n\n- [One](#one)\n\n</div>\n<!--endtoc-->\n\n{% youtube www.youtube.com/watch?v=abc %} {{< gist ada 50a7482715eac222 "a.py" >}}',
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a> <a href="https://gist.github.com/ada/50a7482715eac222">Code (GitHub)</a></p>',
  ],
]);

test("a link by a path from the root of the content leads there, wherever that lies", async () => {
  const folder = makeFolder({
    "site/content/posts/a.md": post('[b]({{< ref "posts/b.md" >}}) and [b](@/posts/b.md#x)'),
    "site/content/posts/b.md": post("Text."),
  });

  const { html } = await folder.body("site/content/posts/a.md", { baseUrl: "https://example.org/" });
  expect(html).toContain('<a href="https://example.org/posts/b/">b</a>');
  expect(html).toContain('<a href="https://example.org/posts/b/#x">b</a>');
});

test("the note of a shortcode on many lines stands on one, and says whether its words stay", async () => {
  const call = '{{ lamp(\n  colour="red",\n\theight="at the end of the long quay of stone", number=4\n) }}';
  const row = '{{< quay-row title="The quay" text="Low water." tide-table="/tides" >}}';
  const folder = makeFolder({ "a.md": post(`${call}\n\n${row}`) });

  const { notes } = await folder.body("a.md", { baseUrl: "https://example.org/" });
  expect(notes.map(({ message }) => message)).toEqual([
    '{{ lamp( colour="red", height="at the end of the long quay of s… }} is not known to Gazette and is left out.',
    "{{< quay-row >}} is not known to Gazette; its words stay.",
  ]);
});
