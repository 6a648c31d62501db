import { execFile, execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { localWords } from "./local-words.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { makeLocalIssue } from "./make-local-issue.ts";
import { renderCopy, themeNames } from "./render-copy.ts";

/** What Outlook on Windows needs: its name spaces, for its conditional comments, and its own CSS properties. */
const forcedByOutlook = [
  /^Attribute “xmlns:[vo]” not allowed here\.$/,
  /^CSS: “mso-[a-z-]+”: Property “mso-[a-z-]+” doesn't exist\.$/,
];

test("the Nu Html Checker finds nothing but what Outlook forces", async ({ skip }) => {
  if (!hasJava()) {
    if (process.env["CI"] !== undefined)
      throw new Error("There is no java here, and CI needs it for this check.");
    console.warn("NOT CHECKED: the Nu Html Checker needs java, and there is none on this machine.");
    skip();
  }
  const issues = { full: makeFullIssue(20), told: toldInFull(), hebrew: inHebrew() };
  const dir = temporaryFolder();
  const files: string[] = [];
  for (const theme of themeNames) {
    for (const [name, issue] of Object.entries(issues)) {
      const file = join(dir, `${theme}-${name}.html`);
      writeFileSync(file, (await renderCopy(issue, theme)).html);
      files.push(file);
    }
  }
  for (const theme of themeNames) {
    for (const language of Object.keys(localWords)) {
      const count = language === "he" ? 100 : 5;
      const file = join(dir, `${theme}-${language}.html`);
      writeFileSync(file, (await renderCopy(makeLocalIssue(language, count), theme)).html);
      files.push(file);
    }
  }
  const messages = await runChecker(files);
  // They are in every letter: without them the checker would not have run.
  expect(messages.some((message) => message.includes("xmlns:v"))).toBe(true);
  const ours = messages.filter((message) => !forcedByOutlook.some((pattern) => pattern.test(message)));
  expect([...new Set(ours)]).toEqual([]);
});

function hasJava(): boolean {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The errors; its warnings are about the tables of layout that every email is made of. */
async function runChecker(files: readonly string[]): Promise<string[]> {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const { stdout } = await promisify(execFile)(
    "java",
    ["-Xss4m", "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", ...files],
    { maxBuffer: 1 << 26 },
  );
  const { messages } = JSON.parse(stdout) as { messages: { type: string; message: string }[] };
  return messages.filter(({ type }) => type !== "info").map(({ message }) => message);
}

function toldInFull() {
  const html =
    '<h1>One</h1><p>Text &amp; more</p><ul><li>a</li></ul><table><tbody><tr><td>1</td></tr></tbody></table><p><img src="cid:a.png" alt=""></p>';
  return makeIssue({
    lead: makeStory({ url: undefined, isWhole: true, html }),
    sections: [],
    inBrief: [],
    openingNote: "<h2>Hello</h2><p>There.</p>",
  });
}

function inHebrew() {
  return makeIssue({
    masthead: {
      ...makeIssue().masthead,
      language: "he",
      title: "מכתב הנמל",
      reason: 'Because you asked for "it" & more.',
    },
    lead: makeStory({
      title: "הגשר נפתח ביום שני",
      image: {
        src: "https://example.org/a b.jpg?x=1&y=2",
        alt: 'The "bridge"',
        width: undefined,
        height: undefined,
      },
    }),
    number: 0,
  });
}
