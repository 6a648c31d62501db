import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { environmentNames } from "../../src/config/environment.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

beforeEach(() => {
  for (const name of environmentNames) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function problemsOf(files: Record<string, string>): Promise<string> {
  const error: unknown = await loadConfig(temporaryFolder(files)).catch((caught: unknown) => caught);
  if (!(error instanceof Error)) throw new Error("The configuration was accepted.");
  return error.message;
}

test("without a file and an environment there is one weekly newsletter", async () => {
  const folder = temporaryFolder();

  const config = await loadConfig(folder);

  expect(
    config.newsletters.map(({ key, title, theme, timeZone }) => ({ key, title, theme, timeZone })),
  ).toEqual([{ key: "digest", title: "The Gazette", theme: "broadsheet", timeZone: "UTC" }]);
  expect(config.newsletters[0].cadences).toEqual([{ name: "regular", cron: "0 7 * * 1" }]);
  expect(config.articles.dir).toBe(join(folder, "articles"));
  expect(config.file).toBeUndefined();
});

test("the command line wins over the environment, that over .env, that over the file", async () => {
  const folder = temporaryFolder({
    "gazette.config.json": JSON.stringify({
      articles: { dir: "from-file" },
      out: "from-file",
      data: "from-file",
      newsletters: { weekly: { title: "From the file", tagline: "Kept" } },
    }),
    ".env": "ARTICLES_DIR=from-dotenv\nOUT_DIR=from-dotenv\nDIGEST_TITLE=From .env\nMAIL_TO=\n",
  });
  vi.stubEnv("ARTICLES_DIR", "from-environment");

  const config = await loadConfig(folder, { outDir: "from-command-line" });

  expect(config.articles.dir).toBe(join(folder, "from-environment"));
  expect(config.out).toBe(join(folder, "from-command-line"));
  expect(config.data).toBe(join(folder, "from-file"));
  expect(config.newsletters[0]).toMatchObject({ key: "weekly", title: "From .env", tagline: "Kept", to: [] });
});

test("a TypeScript configuration is read with its types stripped", async () => {
  const folder = temporaryFolder({
    "gazette.config.ts": `
      const title: string = "Typed";
      export default { newsletters: { weekly: { title, schedule: "daily" }, monthly: { schedule: "0 9 L * *" } } };
    `,
  });

  const config = await loadConfig(folder);

  expect(config.newsletters.map(({ key }) => key)).toEqual(["weekly", "monthly"]);
  expect(config.newsletters[0].title).toBe("Typed");
  expect(config.newsletters[0].cadences[0]?.cron).toBe("0 7 * * *");
});

test("every problem is reported at once, with path, found, allowed and what was probably meant", async () => {
  const message = await problemsOf({
    "gazette.config.json": JSON.stringify({
      artcles: {},
      newsletters: {
        Weekly: { title: "A" },
        weekly: {
          titel: "A",
          timeZone: "Europe/Pariss",
          schedule: "0 25 * * *",
          from: "nobody",
          selection: { days: 0, stories: "many" },
        },
      },
    }),
    ".env": "DIGEST_TIMEZON=UTC\nDIGEST_DAYS=soon\nSMTP_URL=http://user:hunter2@relay\n",
  });

  expect(message).toContain(
    'artcles: found an unknown key; allowed: articles, out, data, publicUrl, checks, delivery, schedule, newsletters. Did you mean "articles"?',
  );
  expect(message).toMatch(
    /newsletters\.Weekly: found the name "Weekly"; allowed: a short name of lower-case letters/u,
  );
  expect(message).toMatch(
    /newsletters\.weekly\.titel: found an unknown key; allowed: title, .*Did you mean "title"\?/u,
  );
  expect(message).toMatch(
    /newsletters\.weekly\.timeZone: found "Europe\/Pariss"; allowed: .*Did you mean "Europe\/Paris"\?/u,
  );
  expect(message).toMatch(
    /newsletters\.weekly\.schedule: found "0 25 \* \* \*"; allowed: daily, .*five cron fields/u,
  );
  expect(message).toMatch(/newsletters\.weekly\.from: found "nobody"; allowed: an email address/u);
  expect(message).toMatch(/newsletters\.weekly\.selection\.days: found 0; allowed: a number of at least 1/u);
  expect(message).toMatch(/newsletters\.weekly\.selection\.stories: found "many"; allowed: a number/u);
  expect(message).toMatch(
    /DIGEST_TIMEZON: found an unknown name in \.env; .*Did you mean "DIGEST_TIMEZONE"\?/u,
  );
  expect(message).toMatch(/DIGEST_DAYS: found "soon"; allowed: a number of days/u);
  expect(message).toMatch(/SMTP_URL: found \(hidden\); allowed: smtp:/u);
  expect(message).not.toContain("hunter2");
});

test.each(["0 0 30 2 *", "0 0 31 4,6 *"])(
  "a schedule that never comes, %s, is refused, and not waited for",
  async (schedule) => {
    const never = await problemsOf({
      "gazette.config.json": JSON.stringify({ newsletters: { weekly: { schedule } } }),
    });

    expect(never).toContain(
      `newsletters.weekly.schedule: found "${schedule}"; allowed: a schedule with a day that comes`,
    );
  },
);

test("a schedule of leap days is one", async () => {
  const config = await loadConfig(
    temporaryFolder({
      "gazette.config.json": JSON.stringify({ newsletters: { weekly: { schedule: "0 7 29 2 *" } } }),
    }),
  );

  expect(config.newsletters[0].cadences[0]?.cron).toBe("0 7 29 2 *");
});

test("a configuration file that does not parse is named with the parser's reason", async () => {
  expect(await problemsOf({ "gazette.config.json": "{ title: " })).toMatch(
    /gazette\.config\.json cannot be read: .*JSON/u,
  );
  expect(await problemsOf({ "gazette.config.js": "export const a = 1;" })).toMatch(/no default export/u);
});

test("the aliases of a topic are names of the topic, wherever it is spoken of", async () => {
  const folder = temporaryFolder({
    "gazette.config.json": JSON.stringify({
      newsletters: {
        weekly: {
          selection: { topics: [{ key: "tw", match: { aliases: ["Formosa"], keywords: ["Taiwan*"] } }] },
        },
      },
    }),
  });

  const config = await loadConfig(folder);

  expect(config.newsletters[0].selection.topics).toEqual([
    { key: "tw", title: "tw", aliases: ["Formosa"], match: { keywords: ["Taiwan*"] } },
  ]);
});
