import { testBodies } from "./body-cases.ts";

/** Formulas as TeX writes them, and prices, which are none. */
testBodies([
  [
    "a share in figures, and prices",
    "It fell by $8.6 - 34.1\\%$, by $9\\%$, and costs $5 or 6\\% of $7.",
    "<p>It fell by <code>8.6 - 34.1\\%</code>, by <code>9\\%</code>, and costs $5 or 6% of $7.</p>",
  ],
  [
    "TeX that a tag or a shortcode encloses, whose backslashes and stars are its own",
    "So {% equation %}\\left\\{ 0\\right\\} * a_1 * b{% endequation %} and {{< katex >}}\\{x\\}{{< /katex >}}.",
    "<p>So <code>\\left\\{ 0\\right\\} * a_1 * b</code> and <code>\\{x\\}</code>.</p>",
  ],
  [
    "intervals in TeX, and none between prices",
    "From $]0, 1]$ to $[a; b)$ it grows. It costs $(5, or 6)$ here.",
    "<p>From <code>]0, 1]</code> to <code>[a; b)</code> it grows. It costs $(5, or 6)$ here.</p>",
  ],
  [
    "names, points and numbers below nought beside TeX, and prices beside it",
    "The $yaw$ of $(15, 0, 0)$ is $-2.5$ and $3n$, by $\\theta$. It costs $5, or $HOME/$USER, or $(5, or 6)$.",
    "<p>The <code>yaw</code> of <code>(15, 0, 0)</code> is -2.5 and <code>3n</code>, by <code>\\theta</code>. It costs $5, or $HOME/$USER, or $(5, or 6)$.</p>",
  ],
  [
    "TeX on lines of its own within an item, with the item's text below it",
    "- The keel:\n    $$k = \\frac{a}{b}$$\n    It is *long*.\n- Two\n\nText\n    $$k = 2$$\nmore.",
    "<ul><li><p>The keel:</p><pre><code>k = \\frac{a}{b}</code></pre><p>It is <em>long</em>.</p></li><li><p>Two</p></li></ul><p>Text</p><pre><code>k = 2</code></pre><p>more.</p>",
  ],
  [
    "figures in TeX beside TeX, and prices beside it",
    "So $2 \\times m$ and $(243)$ by $\\alpha$, for $5 to $6 \\\\ $7.",
    "<p>So <code>2 \\times m</code> and <code>(243)</code> by <code>\\alpha</code>, for $5 to $6 \\ $7.</p>",
  ],
  [
    "a formula whose underscores its author had to escape",
    "So $f(a\\_0) = b\\_0$ holds.",
    "<p>So <code>f(a_0) = b_0</code> holds.</p>",
  ],
  [
    "formulas with signs of Markdown between them",
    "Let $(x_n)_{n=m}^\\infty$ and $(y_n)_{n=m}^\\infty$ be in $\\{a, [b](c)\\}$, below $2$ and above $0$.",
    "<p>Let <code>(x_n)_{n=m}^\\infty</code> and <code>(y_n)_{n=m}^\\infty</code> be in <code>\\{a, [b](c)\\}</code>, below 2 and above 0.</p>",
  ],
  [
    "formulas in a table",
    "| The norm |\n|---|\n| $|x_1|$ |",
    '<table><thead><tr><th scope="col">The norm</th></tr></thead><tbody><tr><td><code>|x_1|</code></td></tr></tbody></table>',
  ],
  ["money alone, between dollar signs", "It was $5$, then $6$.", "<p>It was $5$, then $6$.</p>"],
  [
    "formulas of single letters",
    "From $(x, y)$ to $a + b$ and $f(x)$, for $5 (or $6) each, A$1 and $A/$B.",
    "<p>From <code>(x, y)</code> to <code>a + b</code> and <code>f(x)</code>, for $5 (or $6) each, A$1 and $A/$B.</p>",
  ],
  [
    "what Pandoc takes for HTML or TeX as it stands",
    "```{=html}\n<p>A <b>quay</b>.</p>\n```\n\n```{=latex}\n\\newpage\n```\n\nText.",
    "<p>A <b>quay</b>.</p><p>Text.</p>",
  ],
  [
    "kramdown's mathematics in a line, between two dollar signs each",
    "Given $$ \\theta $$ and $$x$$ it holds.\n\n$$ \\theta = 1 $$\n\nText.",
    "<p>Given <code>\\theta</code> and <code>x</code> it holds.</p><pre><code>\\theta = 1</code></pre><p>Text.</p>",
  ],
  ["GitLab's mathematics", "Let $`a`$ be $`b`$.", "<p>Let <code>a</code> be <code>b</code>.</p>"],
  [
    "small signs and functions in TeX",
    "CO$_2$ and $f(x)$ for $5 and $6.",
    "<p>CO<sub>2</sub> and <code>f(x)</code> for $5 and $6.</p>",
  ],
  [
    "Hatena Blog's photos, addresses, TeX, footnotes and goods",
    "[:contents]\n\n[f:id:adawriter:20260203101112p:plain:alt=The quay]\n\n[https://example.com/q:embed:cite] and [https://example.com/p:title=The pier] on [tex:a_{[1\\]}] ((and **below**)), [asin:B000000000:detail].",
    '<p><img src="https://cdn-ak.f.st-hatena.com/images/fotolife/a/adawriter/20260203/20260203101112.png" alt="The quay" /></p><p><a href="https://example.com/q">https://example.com/q</a> and <a href="https://example.com/p">The pier</a> on <code>a_{[1]}</code> <sup>1</sup>, <a href="https://www.amazon.co.jp/dp/B000000000">Amazon</a>.</p><hr /><ol><li><p>and <strong>below</strong></p></li></ol>',
  ],
  [
    "mathematics with spaces or figures behind its dollar sign, and prices",
    "Where $1\\leq n$, $ a_1 * b_1 * c_1 = P$ and $a_i = g *b_i $, a boat costs $5 to $ 6, and $2^n$ or $ x_1 of our boats $ more.",
    "<p>Where <code>1\\leq n</code>, <code>a_1 * b_1 * c_1 = P</code> and <code>a_i = g *b_i</code>, a boat costs $5 to $ 6, and <code>2^n</code> or $ x_1 of our boats $ more.</p>",
  ],
  [
    "a space of mathematics, which shows nothing, and an escaped place of contents",
    "$\\;$\n\n\\[toc\\]\n\nText for $5 or $\\alpha$.",
    "<p>Text for $5 or <code>\\alpha</code>.</p>",
  ],
  [
    "TeX that is numbered behind surroundings of its own",
    "$$ \\begin{align*}\na &= b\n\\end{align*}\\label{eqn:a}\\tag{4} $$\n\nText.",
    "<pre><code>\\begin{align*}a &amp;= b\\end{align*}\\label{eqn:a}\\tag{4}</code></pre><p>Text.</p>",
  ],
  [
    "TeX with blank lines in surroundings of its own",
    "$$\\begin{array}{c}\n\na_1 \\\\\n\n\\end{array}$$",
    "<pre><code>\\begin{array}{c}a_1 \\\\\\end{array}</code></pre>",
  ],
  [
    "TeX between backslashes, and in its own surroundings",
    "So \\\\(a^2\\\\) and \\(b_1\\) and \\(no\\).\n\n\\begin{equation}\na = b\n\\end{equation}",
    "<p>So <code>a^2</code> and <code>b_1</code> and (no).</p><pre><code>a = b</code></pre>",
  ],
]);
