import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { simpleParser, type ParsedMail } from "mailparser";
import sharp from "sharp";
import { expect, test } from "vitest";

import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { post } from "./articles-folder.ts";
import { hostileFiles } from "./hostile-list.ts";
import { naughtyStrings } from "./naughty-strings.ts";

interface ExplainDocument {
  readonly articles: readonly {
    readonly path: string;
    readonly title: string | null;
    readonly verdict: string;
    readonly reason: string;
  }[];
}

const env = "DIGEST_TITLE=Test\nMAIL_FROM=Digest <digest@example.org>\nMAIL_TO=reader@example.org\n";
/** Room for every article of a test in one issue. */
const roomy = {
  newsletters: {
    digest: {
      maxHtmlBytes: 10_000_000,
      selection: {
        stories: 1000,
        inBrief: 1000,
        perSection: 1000,
        sections: 100,
        firstIssue: 1000,
        days: 3660,
        sameStory: false,
      },
    },
  },
};
const now = ["--now", "2026-11-22T12:00:00Z"];

/** A project folder with articles, and what `explain` and `build` make of it. */
async function build(cwd: string): Promise<{ explained: ExplainDocument["articles"]; message: ParsedMail }> {
  const explain = await runGazette(["explain", "--json", ...now], { cwd });
  expect(explain.stderr).toBe("");
  expect(explain.exitCode).toBe(0);
  const run = await runGazette(["build", "--json", ...now], { cwd });
  expect(run.exitCode).toBe(0);
  const { files } = JSON.parse(run.stdout) as { readonly files: { readonly eml: string } };
  return {
    explained: (JSON.parse(explain.stdout) as ExplainDocument).articles,
    message: await simpleParser(readFileSync(files.eml)),
  };
}

function makeProject(files: Readonly<Record<string, string | Uint8Array>>, config: object = roomy): string {
  const cwd = temporaryFolder({ ".env": env, "gazette.config.json": JSON.stringify(config) });
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, "articles", file)), { recursive: true });
    writeFileSync(path.join(cwd, "articles", file), content);
  }
  return cwd;
}

/** What executes something, or loads it, or is a part of MJML. */
const danger =
  /<(?:script|iframe|form|input|object|embed|svg|math|base|mj-)\b|<[^>]*\son[a-z]+\s*=|<a [^>]*href="(?!https?:|mailto:|tel:|#)/i;

test("a folder of hostile files is explained file by file, and what is left of it becomes one harmless message", async () => {
  const entries = Object.entries(hostileFiles);
  const nameOf = (index: number): string => `h${String(index).padStart(3, "0")}.md`;
  const cwd = makeProject({
    ...Object.fromEntries(entries.map(([, [content]], index) => [nameOf(index), content])),
    "good.md": post("A good article, whole and unharmed.", "title: Good\ndate: 2026-11-21"),
    "pictures.md": post(
      ["../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "out.png", "zero.png", "pipe.png"]
        .map((source) => `![x](${source})`)
        .join("\n\n"),
      "title: Pictures\ndate: 2026-11-21",
    ),
    "addresses.md": post(
      '[a](javascript:alert(1)) [b](jav&#9;ascript:alert(1)) [c](vbscript:x) [d](data:text/html,x) <mj-include path="/etc/passwd" />',
      "title: Addresses\ndate: 2026-11-21",
    ),
  });
  const articles = path.join(cwd, "articles");
  symlinkSync("/etc/passwd", path.join(articles, "out.png"));
  symlinkSync("/etc/passwd", path.join(articles, "out.md"));
  symlinkSync("/dev/zero", path.join(articles, "zero.png"));
  symlinkSync("/dev/zero", path.join(articles, "zero.md"));
  execFileSync("mkfifo", [path.join(articles, "pipe.png"), path.join(articles, "pipe.md")]);
  const proof = path.join(cwd, "executed");
  writeFileSync(path.join(cwd, "evil.js"), `require("node:fs").writeFileSync(${JSON.stringify(proof)}, "");`);
  writeFileSync(path.join(cwd, ".mjmlconfig"), JSON.stringify({ packages: ["./evil.js"] }));

  const { explained, message } = await build(cwd);

  const outcomes = new Map(explained.map((file) => [file.path, file]));
  for (const [index, [name, [, outcome]]] of entries.entries()) {
    const file = outcomes.get(nameOf(index));
    expect(`${name}: ${file?.title ?? file?.reason ?? ""}`).toContain(outcome);
  }
  expect(explained).toHaveLength(readdirSync(articles).length - ["out.png", "zero.png", "pipe.png"].length);
  expect(["out.md", "zero.md", "pipe.md"].map((name) => outcomes.get(name)?.verdict)).toEqual([
    "invalid",
    "invalid",
    "invalid",
  ]);
  expect(outcomes.get("good.md")?.verdict).toBe("selected");
  expect(message.text).toContain("A good article, whole and unharmed.");
  expect(message.html).not.toMatch(danger);
  expect(message.html).not.toContain("root:");
  expect(message.attachments).toEqual([]);
  expect(message.headers.has("bcc")).toBe(false);
  expect(existsSync(proof)).toBe(false);
});

test(
  "naughty strings as title, author, topic and body come through to the message as text",
  { timeout: 120_000 },
  async () => {
    const cwd = makeProject(
      Object.fromEntries(
        naughtyStrings.map((string, index) => [
          `${String(index).padStart(4, "0")}.md`,
          `${JSON.stringify({ title: string, author: [string], tags: [string], date: "2026-11-20" })}\n\n${string}\n`,
        ]),
      ),
    );

    const { explained, message } = await build(cwd);

    expect(explained).toHaveLength(naughtyStrings.length);
    expect(explained.filter(({ verdict }) => verdict === "invalid")).toEqual([]);
    expect(message.html).not.toMatch(danger);
    const text = bare(message.text ?? "");
    const shown = explained.filter(({ verdict }) => verdict === "selected" || verdict === "in-brief");
    expect(shown.length).toBeGreaterThan(0.9 * naughtyStrings.length);
    expect(shown.filter(({ title }) => !text.includes(bare(title ?? ""))).map(({ title }) => title)).toEqual(
      [],
    );
  },
);

test.each([
  ["travel with the message", {}, 'src="cid:', 1],
  [
    "are named by their address",
    { imagesUrl: "https://img.example.org/digest" },
    'src="https://img.example.org/digest/',
    0,
  ],
])("pictures of the folder %s, as the configuration says", async (_how, settings, source, attachments) => {
  const photo = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#2a6" } })
    .jpeg()
    .toBuffer();
  const cwd = makeProject(
    { "bridge/index.md": post("Text.\n\n![A bridge](bridge.jpg)\n\nMore."), "bridge/bridge.jpg": photo },
    { articles: settings },
  );

  const { message } = await build(cwd);

  const name = readdirSync(path.join(cwd, "out/digest/2026-11-22/images"));
  expect(name).toEqual([expect.stringMatching(/^[0-9a-f]{8}-bridge\.jpg$/)]);
  // mailparser writes the parts of a message into its HTML as data.
  const raw = readFileSync(path.join(cwd, "out/digest/2026-11-22/message.eml"), "utf8").replace(/=\r\n/g, "");
  expect(raw.replaceAll("=3D", "=")).toContain(`${source}${name[0] ?? ""}`);
  expect(message.attachments).toHaveLength(attachments);
  expect(readFileSync(path.join(cwd, "out/digest/2026-11-22/index.html"), "utf8")).toContain(
    `src="images/${name[0] ?? ""}"`,
  );
});

/** Without white space, which a text is wrapped at, and what a message leaves out: marks of direction, and what nobody sees. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g, "");
}
