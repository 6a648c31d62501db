import { body, picture, style, type RulePair } from "./rule-pair.ts";

export const looksPairs = {
  "contrast-light": [
    {
      title: "grey on white",
      bad: body('<p class="soft" style="color:#8a8a8a">A soft line.</p>'),
      mended: body('<p class="soft" style="color:#6a6a6a">A soft line.</p>'),
      severity: "warning",
      says: /"A soft line\." is #8a8a8a on #ffffff on a light screen, 3\.45:1; at least 4\.5:1/u,
      place: /^index\.html:6 p\.soft$/u,
    },
    {
      title: "light grey on white",
      bad: style(".soft { color: #ccc }", '<div bgcolor="#fff"><p class="soft">A soft line.</p></div>'),
      mended: style(".soft { color: #ccc }", '<div bgcolor="#222"><p class="soft">A soft line.</p></div>'),
      severity: "error",
      says: /1\.6\d:1/u,
    },
    {
      title: "text of 20 px that is not bold, at 3.45:1",
      bad: body('<p style="color:#8a8a8a;font-size:20px">A line.</p>'),
      mended: body('<p style="color:#8a8a8a;font-size:20px;font-weight:bold">A line.</p>'),
      severity: "warning",
      says: /4\.5:1/u,
    },
  ],
  "contrast-dark": [
    {
      title: "a colour that stays dark on a dark page",
      bad: style(
        "@media (prefers-color-scheme: dark) { body { background: #161514 !important; color: #eeeeee !important } a { color: #eee !important } .ink { color: #fff } }",
        '<p class="ink" style="color:#1d1b18">A line of ink.</p>',
      ),
      mended: style(
        "@media (prefers-color-scheme: dark) { body { background: #161514 !important; color: #eeeeee !important } a { color: #eee !important } .ink { color: #fff !important } }",
        '<p class="ink" style="color:#1d1b18">A line of ink.</p>',
      ),
      severity: "error",
      says: /#1d1b18 on #161514 on a dark screen/u,
    },
  ],
  "text-size": [
    {
      title: "text of 11 px",
      bad: body('<p style="font-size:0.6875em">Small print.</p>'),
      mended: body('<p style="font-size:0.875em">Small print.</p>'),
      severity: "warning",
      says: /11 px; at least 14 px/u,
    },
    {
      title: "small text that is no footnote's number",
      bad: body("<p>The bridge<small> is 12 m high</small></p>"),
      mended: body('<p>The bridge<sup><a href="#fn1">1</a></sup></p><p id="fn1">Rebuilt.</p>'),
      severity: "warning",
      says: /13\.3 px/u,
    },
  ],
  "target-size": [
    {
      title: "a link of 20 px alone on a line",
      bad: body(
        '<p style="line-height:20px"><a href="https://harbour.town/a" style="color:#111">All stories</a></p>',
      ),
      mended: body(
        '<p style="line-height:20px"><a href="https://harbour.town/a" style="color:#111;display:inline-block;padding:12px 0">All stories</a></p>',
      ),
      severity: "warning",
      says: /20 px high on a phone; at least 24 px/u,
    },
    {
      title: "a link of 30 px alone on a line",
      bad: body('<p style="line-height:30px"><a href="https://harbour.town/a">All stories</a></p>'),
      mended: body(
        '<p style="line-height:30px">A sentence with <a href="https://harbour.town/a">a link</a> in it.</p>',
      ),
      severity: "info",
      says: /30 px high on a phone; at least 44 px/u,
    },
  ],
  "image-alt": [
    {
      title: "a picture without alt",
      bad: body('<img src="https://harbour.town/quay.jpg">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="">'),
      severity: "error",
      says: /quay\.jpg has no alt/u,
    },
    {
      title: "a file name for an alt",
      bad: body('<img src="https://harbour.town/quay.jpg" alt="IMG_2041.jpg">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="Two boats at the quay">'),
      severity: "warning",
      says: /"IMG_2041\.jpg", which describes nothing/u,
    },
    {
      title: "a file name of several words in another language",
      bad: body('<img src="https://harbour.town/quay.jpg" alt="Große Brücke 2.JPEG">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="Große Brücke 2">'),
      severity: "warning",
      says: /describes nothing/u,
    },
    {
      title: "a camera's number for an alt",
      bad: body('<img src="https://harbour.town/quay.jpg" alt="DSC_0042">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="Picture of the quay in 1942">'),
      severity: "warning",
      says: /describes nothing/u,
    },
  ],
  "image-missing": [
    {
      title: "a picture that does not travel with the issue",
      bad: body('<img src="cid:quay.jpg" alt="The quay">'),
      mended: { ...body('<img src="cid:quay.jpg" alt="The quay">'), images: [picture] },
      severity: "error",
      says: /does not travel/u,
    },
    {
      title: "a picture that is none",
      bad: { ...body('<img src="images/quay.jpg" alt="The quay">'), images: [{ ...picture, width: 0 }] },
      mended: { ...body('<img src="images/quay.jpg" alt="The quay">'), images: [picture] },
      severity: "error",
      says: /cannot be read as a picture/u,
    },
    {
      title: "a path on a disk",
      bad: body('<img src="../quay.jpg" alt="The quay">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="The quay">'),
      severity: "error",
      says: /cannot be found from a mail/u,
    },
    ...(
      [
        [
          "of a cell",
          (src: string) =>
            body(
              `<table role="presentation"><tr><td background="${src}" style="background:url(${src})">x</td></tr></table>`,
            ),
        ],
        ["in a style", (src: string) => body(`<p style="background:#fff url('${src}') no-repeat">x</p>`)],
        ["in a style sheet", (src: string) => style(`.a { background-image: url( ${src} ) }`)],
      ] as const
    ).map(([where, write]): RulePair => ({
      title: `a background ${where} that leads nowhere`,
      bad: write("paper.png"),
      mended: write("https://harbour.town/paper.png"),
      severity: "error",
      says: /paper\.png cannot be found from a mail/u,
    })),
    {
      title: "a picture without encryption",
      bad: body('<img src="http://harbour.town/quay.jpg" alt="The quay">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="The quay">'),
      severity: "warning",
      says: /without encryption/u,
    },
  ],
  "image-bytes": [
    {
      title: "a picture of 2 MB",
      bad: { images: [{ ...picture, bytes: 2 * 1024 * 1024 }] },
      mended: { images: [picture] },
      severity: "warning",
      says: /quay\.jpg is 2\.0 MB/u,
    },
    {
      title: "ten pictures of 0.9 MB",
      bad: {
        images: Array.from({ length: 10 }, (_, at) => ({ ...picture, name: `${at}.jpg`, bytes: 943_718 })),
      },
      mended: {
        images: Array.from({ length: 7 }, (_, at) => ({ ...picture, name: `${at}.jpg`, bytes: 943_718 })),
      },
      severity: "error",
      says: /9\.0 MB together/u,
    },
  ],
  "image-pixels": [
    {
      title: "a picture straight from a camera",
      bad: { images: [{ ...picture, width: 4000, height: 3000 }] },
      mended: { images: [picture] },
      severity: "warning",
      says: /4000 × 3000 pixels/u,
    },
  ],
  "client-support": [
    {
      title: "a layout that classic Outlook does not know",
      bad: body('<div style="display:flex"><p>A line.</p></div>'),
      mended: body('<table role="presentation"><tr><td><p>A line.</p></td></tr></table>'),
      severity: "warning",
      says: /display:flex \(used once\) is not known to Outlook \(Windows, classic\)\./u,
    },
    {
      title: "a picture format",
      bad: body('<img src="https://harbour.town/quay.webp" alt="The quay">'),
      mended: body('<img src="https://harbour.town/quay.jpg" alt="The quay">'),
      severity: "warning",
      says: /webP image format/u,
    },
    {
      title: "a picture format at the end of a long address",
      bad: body(
        '<img src="https://pictures.harbour.town/uploads/2026/11/the-quay-at-low-tide.webp?w=600" alt="The quay">',
      ),
      mended: body(
        '<img src="https://pictures.harbour.town/uploads/2026/11/the-quay-at-low-tide.webp.jpg" alt="The quay">',
      ),
      severity: "warning",
      says: /webP image format/u,
    },
    {
      title: "a nicety",
      bad: body('<p style="text-shadow:1px 1px #fff">A line.</p>'),
      mended: body("<p>A line.</p>"),
      severity: "info",
      says: /text-shadow .* is not known to Gmail, Outlook/u,
    },
    {
      title: "a layout used only where a query holds",
      bad: style("@supports (display: grid) { .a { display: grid } }"),
      mended: style(".a { color: #111111 }"),
      severity: "info",
      says: /display:grid/u,
    },
  ],
} satisfies Readonly<Record<string, readonly RulePair[]>>;
