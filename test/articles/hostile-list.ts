import { post } from "./articles-folder.ts";

const bomb = [
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ..."bcdefghi"
    .split("")
    .map((name, index) => `${name}: &${name} [${`*${"abcdefgh".charAt(index)},`.repeat(9)}]`),
  "tags: *i",
].join("\n");
const utf16 = Buffer.from(post("Grüße.", "title: Größe\ndate: 2026-11-20"), "utf16le");

/** Each file with what becomes of it: the reason it is refused for, or the title it is read with. */
export const hostileFiles: Readonly<Record<string, readonly [content: string | Buffer, outcome: string]>> = {
  "javascript, short": [
    "---js\n{ title: (globalThis.executed = true) }\n---\nText.",
    "marked as js, which is neither read nor executed",
  ],
  "javascript, long": [
    "---JavaScript\n{ title: (globalThis.executed = true) }\n---\nText.",
    "marked as JavaScript",
  ],
  coffee: ["---coffee\ntitle: 'x'\n---\nText.", "marked as coffee"],
  "a prototype's method": ["---toString\ntitle: x\n---\nText.", "marked as toString"],
  "the prototype": ["---__proto__\ntitle: x\n---\nText.", "marked as __proto__"],
  "an alias bomb": [post("Text.", bomb), "holds more than 10000 values"],
  "lists 20,000 deep": [post("Text.", `title: ${"[".repeat(20_000)}`), "nested more than 100 levels deep"],
  "lists 20,000 deep by hyphens": [post("Text.", `title:\n  ${"- ".repeat(20_000)}x`), "nested too deeply"],
  "TOML 20,000 deep": [`+++\na = ${"[".repeat(20_000)}\n+++\nText.`, "excessively nested"],
  "JSON 20,000 deep": [
    `{"a": ${"[".repeat(20_000)}${"]".repeat(20_000)}}\nText.`,
    "nested more than 20 levels deep",
  ],
  "40,000 blank lines": [`---\n${"\n".repeat(40_000)}title: x\n---\nText.`, "more than 2000 lines"],
  "1,900 blank lines": [`---\ntitle: T${"\n".repeat(1900)}date: 2026-11-20\n---\nText.`, "T"],
  "front matter without end": [
    `---\ntitle: x\n${"k: v\n".repeat(100_000)}`,
    "not closed by a line --- within 64 KB",
  ],
  "prototype keys": [
    post(
      "Text.",
      "__proto__: { draft: true, title: evil }\nconstructor: { prototype: x }\ntitle: T\ntags: [__proto__, constructor]",
    ),
    "T",
  ],
  "prototype keys in JSON": ['{"__proto__": {"draft": true}, "constructor": 1, "title": "T"}\nText.', "T"],
  "a header in the title": [post("Text.", 'title: "T\\r\\nBcc: x@example.org"'), "T Bcc: x@example.org"],
  "MJML in the title": [
    post("Text.", "title: '</mj-text><mj-raw>{{constructor}} --> ]]>'"),
    "</mj-text><mj-raw>{{constructor}} --> ]]>",
  ],
  "a lone surrogate, escaped": [post("Text.", 'title: "T \\uD800"'), "T \ufffd"],
  "a lone surrogate, raw": [
    Buffer.concat([Buffer.from("---\ntitle: T\n---\n"), Buffer.from([0xed, 0xa0, 0x80, 0x0a])]),
    "bytes that are not UTF-8",
  ],
  "Latin-1": [Buffer.from("---\ntitle: Gr\u00f6\u00dfe\n---\nText.", "latin1"), "bytes that are not UTF-8"],
  "NUL in the body": [post("Te\0xt."), "A title"],
  "a byte order mark": [`\ufeff${post("Text.")}`, "A title"],
  "UTF-16, little end first": [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "Größe"],
  "UTF-16, big end first": [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), "Größe"],
  "UTF-16 without a mark": [utf16, "Größe"],
  "CR only": [post("Text.").replaceAll("\n", "\r"), "A title"],
  "a line of 10 MB": [post("x".repeat(10 * 1024 * 1024)), "The file is 10.0 MB; an article may be 8 MB"],
  "a line of 7 MB": [post("x ".repeat(3.5 * 1024 * 1024)), "A title"],
  scripts: [
    post(
      '<script>alert(1)</script><svg onload="alert(1)"><iframe src="javascript:x"></iframe><form><input></form><base href="//x"><meta http-equiv="refresh">',
    ),
    "A title",
  ],
  brackets: [post("[".repeat(20_000)), "A title"],
  quotations: [post("> ".repeat(20_000)), "A title"],
  "tags without end": [post("{% raw %}{{<{%".repeat(3000)), "A title"],
};
