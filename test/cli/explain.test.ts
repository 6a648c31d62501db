import { expect, test } from "vitest";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Explained {
  readonly articles: readonly {
    readonly path: string;
    readonly verdict: string;
    readonly place: string | null;
    readonly topics: readonly string[];
    readonly reason: string;
    readonly reader?: { readonly gets: boolean };
  }[];
}

const now = ["--now", "2026-11-23T12:00:00Z"];

function post(title: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: 2026-11-20\n${more}---\n\n${title} is all that this one is about.\n`;
}

/** More articles than there is room for, in two topics. */
function openFolder(): string {
  return temporaryFolder({
    "gazette.config.json": JSON.stringify({
      newsletters: {
        weekly: {
          selection: {
            topics: [
              { key: "isle", title: "The isle", match: { aliases: ["Formosa"], keywords: ["orchid*"] } },
              { key: "town", title: "The town", match: { folders: ["town"] } },
            ],
            stories: 1,
            inBrief: 1,
            more: 1,
          },
        },
      },
    }),
    "articles/isle/Orchids.md": post("Orchids in the hills"),
    "articles/isle/diary.md": post("Notes from a ferry", "tags: [Formosa]\n"),
    "articles/town/lamps.md": post("Lamps for Quay Lane"),
    "articles/town/mud.md": post("Naming the mud"),
    "articles/town/gulls.md": post("Counting gulls"),
    "articles/town/sketch.md": post("A sketch", "status: draft\n"),
    "articles/loose.md": post("Nothing in particular"),
  });
}

async function explain(cwd: string, ...options: string[]): Promise<Explained["articles"]> {
  const run = await runGazette(["explain", "--json", ...now, ...options], { cwd });
  expect(run.exitCode).toBe(0);
  return (JSON.parse(run.stdout) as Explained).articles;
}

test("explain says where each article stands, and what becomes of the one that there is no room for", async () => {
  const cwd = openFolder();

  const files = await explain(cwd);

  expect(files.map(({ place }) => place).sort()).toEqual(
    ["in-brief", "lead", "more", "section", null, null, null].sort(),
  );
  const waiting = files.find(({ reason }) => reason.startsWith("no room"));
  expect(waiting?.reason).toContain(
    "the next issue takes it if that goes out by 2026-12-20 (selection.lateDays, 30)",
  );
  const table = await runGazette(["explain", ...now], { cwd });
  const lines = table.stdout.split("\n").map((line) => line.trim());
  for (const { reason } of files) expect(lines).toContain(reason);
});

test("an alias of a topic counts in front matter and in what a reader chose", async () => {
  const cwd = openFolder();

  const files = await explain(cwd, "--topics", "formosa");

  const diary = files.find(({ path }) => path === "isle/diary.md");
  expect(diary?.topics).toEqual(["isle"]);
  const got = files.filter(({ reader }) => reader?.gets === true);
  expect(got.every(({ topics }) => topics.includes("isle"))).toBe(true);
  expect(got.length).toBeGreaterThan(0);
});

test("files are found by several verdicts, and by a path in any case or as the shell completes it", async () => {
  const cwd = openFolder();

  expect((await explain(cwd, "--path", "ORCHIDS")).map(({ path }) => path)).toEqual(["isle/Orchids.md"]);
  expect((await explain(cwd, "--path", "./articles/isle/orchids.md")).map(({ path }) => path)).toEqual([
    "isle/Orchids.md",
  ]);
  const both = await explain(cwd, "--verdict", "draft,no-topic");
  expect(both.map(({ path }) => path)).toEqual(["loose.md", "town/sketch.md"]);
  expect(await explain(cwd, "--verdict", "draft", "--verdict", "no-topic")).toEqual(both);
});

test("explain says when nothing fits what was asked for, and when a topic or a language is none", async () => {
  const cwd = openFolder();

  const nothing = await runGazette(["explain", ...now, "--path", "nowhere", "--verdict", "draft"], { cwd });
  expect(nothing.stdout).toContain('No file is draft and has "nowhere" in its path.');
  const topic = await runGazette(["explain", ...now, "--topics", "isel"], { cwd });
  expect(topic.stderr).toContain('no article and no setting has the topic "isel"');
  const language = await runGazette(["explain", ...now, "--language", "french"], { cwd });
  expect(language.exitCode).toBe(2);
  expect(language.stderr).toContain('--language takes a language tag; found "french".');
});

test("explain ends with the Markdown that was passed over, and where there is nothing else the error names it", async () => {
  const cwd = temporaryFolder({
    "articles/a.md": post("A ferry"),
    ...Object.fromEntries(
      ["", "b/", "c/", "d/"].map((folder) => [`articles/${folder}README.md`, "# Read me\n"]),
    ),
  });

  const { stdout } = await runGazette(["explain", ...now], { cwd });
  const json = await runGazette(["explain", "--json", ...now], { cwd });

  expect(stdout).toMatch(
    /\n1 selected\npassed over: README\.md, b\/README\.md, c\/README\.md, 1 more \(.*articles\.includeReadme.*\)\n$/u,
  );
  expect(JSON.parse(json.stdout)).toHaveProperty("passedOver.length", 4);

  const bare = temporaryFolder({ "articles/README.md": "# Read me\n" });
  const refused = await runGazette(["build", ...now], { cwd: bare });

  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain("README.md is passed over");
});
