import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { environmentNames } from "../../src/config/environment.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { parseSmtpUrl } from "../../src/delivery/smtp/smtp-address.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

beforeEach(() => {
  for (const name of environmentNames) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function problemsOf(config: unknown, env = ""): Promise<string> {
  const folder = temporaryFolder({ "gazette.config.json": JSON.stringify(config), ".env": env });
  const error: unknown = await loadConfig(folder).catch((caught: unknown) => caught);
  if (!(error instanceof Error)) throw new Error("The configuration was accepted.");
  return error.message;
}

test.each(["postgres://me:hunter2@db/news", "mysql://me:hunter2@db/news", "sqlite:news.db"])(
  "DATABASE_URL=%s is refused, because the ledger would be a file on each machine",
  async (url) => {
    const message = await problemsOf({}, `DATABASE_URL=${url}\n`);
    expect(message).toMatch(/DATABASE_URL: found \(hidden\); allowed: no value yet: .*SQLite file/u);
    expect(message).not.toContain("hunter2");
  },
);

test("a setting in the wrong place is told where it belongs", async () => {
  const message = await problemsOf({
    timeZone: "UTC",
    newsletters: {
      weekly: { topics: [], selection: { topics: [{ key: "taiwan", aliases: ["Formosa"] }] }, dir: "a" },
    },
  });

  expect(message).toMatch(/^ {2}timeZone: found an unknown key; .* It belongs in newsletters\.<name>\.$/mu);
  expect(message).toMatch(/weekly\.topics: .* It belongs in newsletters\.weekly\.selection\.$/mu);
  expect(message).toMatch(
    /topics\.0\.aliases: .* It belongs in newsletters\.weekly\.selection\.topics\.0\.match\.$/mu,
  );
  expect(message).toMatch(/weekly\.dir: .* It belongs in articles\.$/mu);
});

test("only what is secret is hidden", async () => {
  const message = await problemsOf({
    delivery: {
      connections: 0,
      hours: "all day",
      relays: [{ url: "http://me:hunter2@relay", oauth2: { clientId: "a", clientSecret: 55555 } }],
    },
  });

  expect(message).toContain("delivery.connections: found 0; allowed: a number of at least 1.");
  expect(message).toContain('delivery.hours: found "all day"; allowed: two times such as 08:00-21:30.');
  expect(message).toContain("delivery.relays.0.url: found (hidden); allowed: smtp://");
  expect(message).toContain("delivery.relays.0.oauth2.clientSecret: found (hidden); allowed: a text");
  expect(message).not.toMatch(/hunter2|55555/u);
  expect(await problemsOf({ delivery: "smtp://me:hunter2@relay" })).not.toContain("hunter2");
  expect(await problemsOf({ delivery: { relays: { url: "smtp://me:hunter2@relay" } } })).not.toContain(
    "hunter2",
  );
});

test("what is allowed is said in plain words: numbers, and the shape of an object", async () => {
  const message = await problemsOf({
    articles: "posts",
    newsletters: [{ title: "A" }],
  });
  expect(await problemsOf({ newsletters: { weekly: { selection: { stories: 2.5 } } } })).toContain(
    "selection.stories: found 2.5; allowed: a whole number.",
  );
  expect(message).toContain(
    "allowed: an object by name, such as { some-name: { title: …, tagline: …, from: …, … } }.",
  );
  expect(message).toContain('articles: found "posts"; allowed: an object with any of dir, baseUrl, ');
});

test("a value whose quotes end too early is refused with the way to write it", async () => {
  const message = await problemsOf({}, 'MAIL_FROM="The Quay" <me@quay.org>\nDIGEST_TITLE="The" Quay\n');

  expect(message).toMatch(
    /MAIL_FROM: found text after the closing quote.*single quotes around the whole value/u,
  );
  expect(message).toContain("DIGEST_TITLE: found text after the closing quote");
});

test("quotes around a whole value, comments and values of several lines are taken", async () => {
  const folder = temporaryFolder({
    ".env": `MAIL_FROM='"The Quay" <me@quay.org>'\nDIGEST_TITLE="The Quay" # ours\nDKIM_PRIVATE_KEY="-----BEGIN\nA=b\n-----"\n`,
  });
  const { newsletters } = await loadConfig(folder);
  expect(newsletters[0]).toMatchObject({
    title: "The Quay",
    from: { name: "The Quay", address: "me@quay.org" },
  });
});

test("of several readers the wrong one is named, and other separators than commas too", async () => {
  expect(await problemsOf({}, "MAIL_TO=ada@example.com, bo@, cy@example.com\n")).toMatch(
    /MAIL_TO: .*separated with commas; "bo@" is not an email address/u,
  );
  expect(await problemsOf({}, "MAIL_TO=ada@example.com; bo@example.com\n")).toMatch(
    /separated with commas \(found a semicolon/u,
  );
});

test.each(["50%off", "100%", "a/b", "a#b", "a?b", "12/b", "12#b"])(
  "a password with special characters as they are (%s) is refused with the way to write them, and not repeated",
  async (password) => {
    const url = `smtp://me:${password}-hunter2@relay.example`;

    for (const message of [
      await problemsOf({}, `SMTP_URL='${url}'\n`),
      await problemsOf({ delivery: { relays: [{ url }] } }),
    ]) {
      expect(message).toMatch(/(?:SMTP_URL|relays\.0\.url): found \(hidden\); allowed: smtp:.*% is %25/u);
      expect(message).not.toContain("hunter2");
    }
  },
);

test("a password whose special characters are percent-encoded is taken", async () => {
  const folder = temporaryFolder({
    ".env": "SMTP_URL=smtp://me%40here:50%25off%2F%23@relay.example:2525/\n",
  });
  const [relay] = (await loadConfig(folder)).delivery.relays;

  expect(parseSmtpUrl(relay?.url ?? "")).toEqual({
    host: "relay.example",
    port: 2525,
    secure: false,
    user: "me@here",
    password: "50%off/#",
  });
});

test("addresses that could not be used as they are meant are refused at once", async () => {
  const message = await problemsOf(
    {
      publicUrl: "https://news.example/?page=1",
      delivery: {
        relays: [
          {
            url: "smtp://relay.example",
            oauth2: { clientId: "a", clientSecret: "b", refreshToken: "c", accessUrl: "tokens.example" },
          },
        ],
      },
    },
    "ALERT_WEBHOOK=https://me:hunter2@chat.example/hook\n",
  );

  expect(message).toMatch(/publicUrl: .*without a question mark/u);
  expect(message).toMatch(/accessUrl: .*https:/u);
  expect(message).toMatch(/ALERT_WEBHOOK: .*without user and password/u);
  expect(message).not.toContain("hunter2");
});

test("a relay with a token and without the user whose token it is is refused at once", async () => {
  const oauth2 = {
    clientId: "a",
    clientSecret: "b",
    refreshToken: "c",
    accessUrl: "https://tokens.example/",
  };
  const message = await problemsOf({ delivery: { relays: [{ url: "smtps://relay.example", oauth2 }] } });

  expect(message).toMatch(/delivery\.relays\.0\.url: found \(hidden\); allowed: with oauth2, the user/u);
});

test("a pattern of articles to pass over that cannot be understood is told at once", async () => {
  const message = await problemsOf({ articles: { ignore: ["*.tmp.md", "[z-a].md"] } });

  expect(message).toMatch(/articles\.ignore\.1: found "\[z-a\]\.md"; allowed: a pattern such as /u);
});
