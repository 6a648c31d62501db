import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { finishText } from "../../src/rendering/text/finish-text.ts";
import { htmlToText } from "../../src/rendering/text/html-to-text.ts";
import { truncate } from "../../src/rendering/text/truncate.ts";
import { wrapText } from "../../src/rendering/text/wrap-text.ts";
import fc from "../support/fast-check.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { renderCopy, themeNames } from "./render-copy.ts";

const toText = (html: string): string => finishText(htmlToText(html));

test.each(themeNames)("no line of %s is wider than 76 columns, but an address", async (theme) => {
  const { text } = await renderCopy(makeFullIssue(20), theme);
  const wide = text
    .split("\n")
    .filter((line) => stringWidth(line) > 76 && !/^\s*(?:\[\d+\] )?https?:\S+$/.test(line));
  expect(wide).toEqual([]);
  expect(text).not.toMatch(/[ \t]\n|\n{4}|[-=_*]{4}/);
});

test("a story is its headline, by-line, excerpt, and its links by number", async () => {
  const lead = makeStory({
    authors: ["Anna Smith", "Tom Hale"],
    sameStory: [{ title: "In 1911", url: "https://example.org/1911" }],
  });
  const { text } = await renderCopy(makeIssue({ lead, sections: [], inBrief: [] }));
  expect(text).toContain(
    [
      "The bridge reopens on Monday",
      "By Anna Smith and Tom Hale · 4 min read",
      "",
      "After eleven months of works the old bridge carries traffic again.",
      "[1] https://example.org/the-bridge-reopens-on-monday",
      "See also: In 1911",
      "[2] https://example.org/1911",
    ].join("\n"),
  );
});

test.each(themeNames)(
  "%s tells in full what the page does, names its kin, and gives each link once",
  async (theme) => {
    const told = makeStory({
      title: "Minutes of the pilots",
      url: undefined,
      isWhole: true,
      excerpt: "All four were present.",
      html: "<p>All four were present.</p><p>The tide was noted.</p>",
      sameStory: [{ title: "In 1911", url: "https://example.org/1911" }],
    });
    const { text } = await renderCopy(
      makeIssue({
        sections: [{ key: "quay", title: "Quay", stories: [told] }],
        more: [{ title: "Tide tables", url: "https://example.org/tides" }],
      }),
      theme,
    );
    expect(text).toMatch(
      /Minutes of the pilots\n[^]*The tide was noted\.\n[^]*In 1911\n *\[\d\] https:\/\/example\.org\/1911\n/,
    );
    expect(text).toMatch(/Tide tables\n *\[\d\] https:\/\/example\.org\/tides\n/);
  },
);

test("an address that comes twice has one number", () => {
  expect(
    toText(
      '<p><a href="https://a.example/">A</a> <a href="https://b.example/">B</a> <a href="https://a.example/">A</a></p>',
    ),
  ).toBe("A [1] B [2] A [1]\n\n[1] https://a.example/\n[2] https://b.example/\n");
});

describe("HTML as plain text", () => {
  test.each([
    ["paragraphs stand apart", "<p>One\n two</p><p>Three</p>", "One two\n\nThree"],
    ["a line break is one", "<p>One<br>two</p>", "One\ntwo"],
    ["headings stand apart", "<p>a</p><h3>Head</h3><p>b</p>", "a\n\nHead\n\nb"],
    [
      "a list has bullets, and lists inside it are indented",
      "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul><p>d</p>",
      "* a\n* b\n  * c\n\nd",
    ],
    [
      "an item has paragraphs of its own",
      "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>",
      "* a\n\n  b\n* c",
    ],
    [
      "a list stands apart in a quotation",
      "<p>x</p><blockquote><p>a</p><ul><li>b</li></ul></blockquote>",
      "x\n\n> a\n>\n> * b",
    ],
    ["a numbered list starts where it says", '<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"],
    [
      "a quotation is marked, paragraph by paragraph",
      "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
      "> a\n>\n> b\n\nc",
    ],
    [
      "code keeps its lines and blanks",
      "<pre><code>if (x) {\n    y  =  1;\n}\n</code></pre>",
      "if (x) {\n    y  =  1;\n}",
    ],
    [
      "a table is a line a row",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
      "a · b\n1 · 2",
    ],
    [
      "a picture is its description, a decoration nothing",
      '<p><img src="x" alt="A boat"> and <img src="y" alt=""></p>',
      "[A boat] and",
    ],
    [
      "references become characters",
      "<p>&lt;b&gt; &amp; &quot;x&quot; &#8212; &#x8CF4;&nbsp;.</p>",
      '<b> & "x" — 賴\u00a0.',
    ],
    ["emphasis leaves no marks", "<p><em>a</em><strong>b</strong> <code>c</code></p>", "ab c"],
    ["a link to a part of the page has no number", '<p><a href="#fn1">1</a></p>', "1"],
  ])("%s", (_, html, text) => {
    expect(toText(html)).toBe(`${text}\n`);
  });

  test("lines of a list begin under its text", () => {
    expect(toText(`<ul><li>${"word ".repeat(20)}</li></ul>`)).toMatch(/^\* word .*\n {2}word/);
  });
});

describe("wrapping", () => {
  test("a sentence that begins with a number is no item of a list", () => {
    expect(wrapText(`12. November. ${"word ".repeat(20)}`, 40)).toMatch(/^12\. November\. word.*\nword/);
    expect(finishText(htmlToText(`<ol><li>${"word ".repeat(20)}</li></ol>`))).toMatch(
      /^1\. word .*\n {3}word/,
    );
  });

  test("Chinese, Japanese and Korean characters count as two columns", () => {
    const lines = wrapText(
      "十一か月にわたる工事を終え、古い橋が再び車を通す。両岸の住民が夜明け前から集まり、最初の一台を拍手で迎えた。",
      40,
    ).split("\n");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(40);
    expect(lines.length).toBe(3);
  });

  test("no line begins with a closing mark or ends with an opening one", () => {
    for (let columns = 10; columns < 40; columns += 1) {
      const lines = wrapText(
        "彼は「月曜日、橋が開く。」と言った（昨日）。『港町だより』第三号、発行！",
        columns,
      ).split("\n");
      expect(
        lines.filter((line, index) => (index > 0 && /^[」。、）』！]/.test(line)) || /[「（『]$/.test(line)),
      ).toEqual([]);
    }
  });

  test("an address stays whole, however long", () => {
    const address = `https://example.org/${"x".repeat(100)}`;
    expect(wrapText(`[1] ${address}`, 76)).toContain(address);
  });

  test("nothing is lost and no line is too wide that could be broken", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z賴清德のあ。，]{1,12}$/), { maxLength: 30 }), (words) => {
        const text = words.join(" ");
        const wrapped = wrapText(text, 30);
        expect(wrapped.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const line of wrapped.split("\n")) if (stringWidth(line) > 30) expect(line).not.toContain(" ");
      }),
    );
  });
});

describe("truncating", () => {
  test.each([
    ["what is short stays", "A short one.", 20, "A short one."],
    [
      "a whole sentence is preferred",
      "One whole sentence. And then another that is too long.",
      40,
      "One whole sentence.",
    ],
    [
      "an abbreviation is no sentence",
      "It was said of Mr. Bagshaw that he never once went to sea.",
      30,
      "It was said of Mr. Bagshaw…",
    ],
    [
      "a sentence may end in a sign above a letter",
      "நான் படிக்கிறேன். பிறகு இன்னும் நிறைய எழுதுவேன் இங்கே.",
      24,
      "நான் படிக்கிறேன்.",
    ],
    ["else it is cut at a word", "Words and words and more words without an end", 20, "Words and words and…"],
    ["a mark before the cut goes", "Words and words, and more", 17, "Words and words…"],
    ["a text without blanks is cut anywhere", "潮位計が九年ぶりに数字を取り戻す", 8, "潮位計が九年ぶ…"],
  ])("%s", (_, text, length, cut) => {
    expect(truncate(text, length)).toBe(cut);
  });

  test("no character is cut in two, and the result is never too long", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, length) => {
          const cut = truncate(text, length);
          expect([...new Intl.Segmenter().segment(cut)].length).toBeLessThanOrEqual(length);
          expect(text.startsWith(cut.replace(/…$/u, ""))).toBe(true);
        },
      ),
    );
  });
});
