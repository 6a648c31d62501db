import { testBodies } from "../body-cases.ts";

/** Liquid's tags, and Markdown as kramdown reads it. */
testBodies([
  [
    "Jekyll's entry of the site's data, whose one known field is that by which it was found",
    '{% assign boat = site.data.boats | where: "name", "Tern" | first %}\nThe {{ boat.name }} has {{ boat.masts }} masts.\n\n* <{{ boat.plan }}>\n\n      LENGTH: {{ boat.length }}\n      WIDTH: {{ boat.width }}\n\nSailed: {{ boat.date | date: "%Y" }}\n\nEnd.',
    "<p>The Tern has masts.</p><p>End.</p>",
  ],
  [
    "a text that Liquid is given once, and none that it is given twice or later",
    '{{ a }}{% assign a = "quay" %}{% assign b = \'one\' %}{% if x %}{% assign b = "two" %}{% endif %}The {{ a }} has {{ b }} boats.',
    "<p>The quay has boats.</p>",
  ],
  [
    "the site's address that a program put into percent signs, and braces in any other place",
    "![Quay]({{%20site.baseurl%20}}/a.png)\\\n[Pier](%7B%7Bsite.url%7D%7D/pier)\n\nWrite `%7B%7Bsite.url%7D%7D`, or %7B%7Bsite.url%7D%7D/x.",
    '<p><img src="https://example.org/a.png" alt="Quay" /><br /><a href="https://example.org/pier">Pier</a></p><p>Write <code>%7B%7Bsite.url%7D%7D</code>, or %7B%7Bsite.url%7D%7D/x.</p>',
  ],
  [
    "tags that Liquid prints in code, and other text in quotes and braces",
    'Write `{{ "{% tide high "}}%}` or:\n\n```\n{{ \'{{ page.tide }}\' }}\n{{ "tide" | upcase }}\n```',
    '<p>Write <code>{% tide high %}</code> or:</p><pre><code>{{ page.tide }}{{ "tide" | upcase }}</code></pre>',
  ],
  [
    "text behind a picture or a break alone on its line, as kramdown reads it",
    '<img src="https://example.com/a.png" alt="Quay">\n*The quay*, **old**\n\n<br>\n- [One](https://example.com/1)\n- two',
    '<img src="https://example.com/a.png" alt="Quay" /><p><em>The quay</em>, <strong>old</strong></p><br /><ul><li><a href="https://example.com/1">One</a></li><li>two</li></ul>',
  ],
  [
    "a picture between the lines of a link, as kramdown reads it",
    '<a href="https://example.com/q">\n![Quay](https://example.com/a.png)\n</a>',
    '<p><a href="https://example.com/q"> <img src="https://example.com/a.png" alt="Quay" /></a></p>',
  ],
  [
    "elements within an element, indented behind a blank line, as kramdown reads them",
    '<div class="card">\n  <div>\n    <b>Quay</b>\n\n    <div id="a">\n      <i>Pier</i>\n    </div>\n\n    <input type="button">\n  </div>\n\n</div>\n\nCode:\n\n    <div>boats</div>',
    "<div><div><b>Quay</b><div><i>Pier</i></div></div></div><p>Code:</p><pre><code>&lt;div&gt;boats&lt;/div&gt;</code></pre>",
  ],
  [
    "highlighted code in a page, whose lines a cell beside it counts",
    '<figure class="code"><table><tr><td class="gutter"><pre class="line-numbers">1\n2</pre></td><td class="code"><pre><code>tide()</code></pre></td></tr></table></figure>',
    "<figure><table><tr><td><pre><code>tide()</code></pre></td></tr></table></figure>",
  ],
  [
    "kramdown's lists of attributes with commas and colons in them",
    '![The quay](https://example.org/a.png){: w="70" : .normal : .shadow }\n\nText.\n{: .small, style="color: red", #reed }',
    '<p><img src="https://example.org/a.png" alt="The quay" /></p><p>Text.</p>',
  ],
  [
    "kramdown's named lists of attributes with a space before the name",
    '{: quay: style="text-align: center;"}\n![The quay](https://example.org/a.png)\n{: quay}\n\n{: so: it is}',
    '<p><img src="https://example.org/a.png" alt="The quay" /></p><p>{: so: it is}</p>',
  ],
  [
    "captured passages that includes are given",
    '{% capture red %}\nThe **red** boat.\n{% endcapture %}\n{% capture blue %}\nThe blue boat.\n{% endcapture %}\n{% assign red = red | split: "////" %}\n{% assign tabs = red | concat: blue %}\n{% include tabs.html index=0 tabs=tabs %}\n\n{% capture pier %}The *pier*.{% endcapture %}\n{% include box.html content=pier %}\n{{ pier }}',
    "<p>The <strong>red</strong> boat.</p><p>The blue boat.</p><p>The <em>pier</em>.</p><p>The <em>pier</em>.</p>",
  ],
  [
    "kramdown's end of a list, with code below",
    "* The quay\n  and pier\n^\n\n    boats\n\nText.",
    "<ul><li>The quayand pier</li></ul><pre><code>boats</code></pre><p>Text.</p>",
  ],
  [
    "another article's address behind that of the site, and one that nobody knows",
    "The [quay]({{ site.baseurl }}{% post_url another-post %}), [pier]({{site.url}}{{ site.baseurl }}/{% post_url another-post %}), [mole](https://example.org/{% post_url another-post %}) and [dam](/{{ site.baseurl }}{% post_url /x/2026-01-02-no %}), or {{ site.baseurl }}{% post_url another-post %}).",
    '<p>The <a href="https://example.org/another-post/">quay</a>, <a href="https://example.org/another-post/">pier</a>, <a href="https://example.org/another-post/">mole</a> and dam, or ).</p>',
  ],
  [
    "places in other articles, files of articles behind the site's address, and hosts that only the site knows",
    'The [quay]({{ site.baseurl }}{% post_url another-post %}#end), [pier]({{< ref "another-post#end" >}}), [mole]({{ site.baseurl }}{% link another-post.md %}), [dam]( {{ site.baseurl }}{% post_url another-post %} ), [weir]({{ site.baseurl }}/none.md), [ford](https://example.org{{ page.url }}) and [lock](mailto:{{ site.email }}).',
    '<p>The <a href="https://example.org/another-post/#end">quay</a>, <a href="https://example.org/another-post/#end">pier</a>, <a href="https://example.org/another-post/">mole</a>, <a href="https://example.org/another-post/">dam</a>, <a href="https://example.org/none.md">weir</a>, ford and lock.</p>',
  ],
  [
    "the site's address in a link that is none",
    'The [<img src="{{ site.baseurl }}/a.png" alt="quay">({{ site.baseurl }}/a.png), or ({{ site.baseurl }}/b).',
    '<p>The [<img src="https://example.org/a.png" alt="quay" />(/a.png), or (/b).</p>',
  ],
  [
    "labels, items and links of which a template would have printed the rest",
    "{% assign quay = site.data.quays | first %}\n\n- <{{ quay.url }}>\n\n      SIZE: {{ quay.size }}\n      SHA: {{ quay.sha }}\n\n- **Length:** {{ quay.length }}\n- Depth: 4\n\n      WIDTH: {{ quay.width }}\n      HEIGHT: 2",
    "<ul><li><p>Depth: 4</p><pre><code>HEIGHT: 2</code></pre></li></ul>",
  ],
  [
    "kramdown's attributes that go on on the next line",
    '![](https://example.com/a.png){:\nstyle="float:left"}\n{: style="float:right"}\n\nText {:not\none}.',
    '<p><img src="https://example.com/a.png" alt="" /></p><p>Text .</p>',
  ],
  [
    "links that an included file defines, and a text that the article gives a name",
    '{% include links.md %}\n{% assign quay = "https://example.com/q/" %}\n\nThe [quay][], [the pier][Pier\n#2], [a boat][b], [it]({{quay}}7) and {{ quay }}.\n\n[b]: https://example.com/b',
    '<p>The quay, the pier, <a href="https://example.com/b">a boat</a>, <a href="https://example.com/q/7">it</a> and <a href="https://example.com/q/">https://example.com/q/</a>.</p>',
  ],
  [
    "a name that is given twice, which is not known",
    '{% assign a = "x" %}{% assign a = "y" %}{% assign b = a %}{% set c = "z" %}One {{ a }}, two {{ b }}, three {{ c }}.',
    "<p>One, two, three z.</p>",
  ],
  [
    "a raw passage whose end stands within code, and the next one",
    "{% raw %}\n```\na\n{% endraw %}\n```\n\n{% raw %}\n```\nb\n```\n{% endraw %}",
    "<pre><code>a</code></pre><pre><code>b</code></pre>",
  ],
  [
    "a start of raw text in code that has no end, and one within raw text",
    "`{% raw %}` begins.\n\n`{% raw %}{{ x }}{% endraw %}`\n\n`{% raw %}{% raw %}{% endraw %}`\n\n```\n{% raw %}\n{{ y }}\n```",
    "<p><code>{% raw %}</code> begins.</p><p><code>{{ x }}</code></p><p><code>{% raw %}</code></p><pre><code>{% raw %}{{ y }}</code></pre>",
  ],
  [
    "a start of raw text in code that ends behind it",
    "```\n{% raw %}a\n```\n{% endraw %}",
    "<pre><code>a</code></pre>",
  ],
  [
    "Octopress' code",
    "{% codeblock Title lang:js %}\na = 1;\n{% endcodeblock %}",
    "<pre><code>a = 1;</code></pre>",
  ],
  [
    "kramdown's tables, with a rule above and without a head",
    "|---\n| a | b\n|-|:-\n| 1 | 2\n|---\n| 3 | 4\n\n| x | y |\n| z | w |",
    '<table><thead><tr><th scope="col">a</th><th align="left" scope="col">b</th></tr></thead><tbody><tr><td>1</td><td align="left">2</td></tr><tr><td>3</td><td align="left">4</td></tr></tbody></table><table><tbody><tr><td>x</td><td>y</td></tr><tr><td>z</td><td>w</td></tr></tbody></table>',
  ],
  [
    "headings without a space, as kramdown knows them",
    "##Tides\n\nIn #harbour.",
    "<h3>Tides</h3><p>In #harbour.</p>",
  ],
  [
    "what is captured and shown further down, as Markdown and as words",
    '{% capture notice-1 %}\nMind the **step**:\n\n- rope\n{% endcapture %}\n\n{% capture boat %}Alma{% endcapture %}\n\n<div class="notice">{{ notice-1 | markdownify }}</div>\n\nThe {{ boat }} and {{ other }}.',
    "<div><p>Mind the <strong>step</strong>:</p><ul><li>rope</li></ul></div><p>The Alma and.</p>",
  ],
  [
    "the caption of al-folio's pictures, and a path from the root of the site",
    '<div class="row">{% include figure.html path="assets/img/a.png" %}</div>\n<div class="caption">\nA boat\n</div>',
    '<div><figure><img src="https://example.org/assets/img/a.png" alt="" /></figure></div><figcaption>A boat</figcaption>',
  ],
  [
    "tags that are not known, where they were emphasised",
    "The tag **{% moor\n… %}** and _{% tie %}_ are ours, as is {% knot %}.",
    "<p>The tag  and  are ours, as is .</p>",
  ],
]);
