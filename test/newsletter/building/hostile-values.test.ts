import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { buildIssue } from "../../../src/newsletter/building/build-issue.ts";
import { planIssue } from "../../../src/newsletter/planning/plan-issue.ts";
import { previewIssue } from "../../../src/newsletter/preview/preview-issue.ts";
import { GazetteError } from "../../../src/platform/errors.ts";
import { isAddress } from "../../../src/platform/mailbox.ts";
import { hostileText } from "../../rendering/hostile-text.ts";
import { openPageForTests } from "../../rendering/open-browser.ts";
import { cleaned, readShape, readTexts } from "../../rendering/read-back.ts";
import { templatesDir } from "../../rendering/render-copy.ts";
import fc from "../../support/fast-check.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { openPressRoom } from "../press-room.ts";

const page = openPageForTests();

const slot = new Date("2026-11-22T07:00:00Z");
const numRuns = process.env["GAZETTE_SOAK"] === undefined ? 25 : 400;

/** A text without what wrapping, folding and isolating add or take. */
function bare(text: string): string {
  return cleaned(text).replace(/[\s\u2066-\u2069]+/gu, "");
}

async function readMessage(raw: string): Promise<{ mail: ParsedMail; html: string; headers: string[] }> {
  const mail = await simpleParser(raw);
  const head = raw.split("\r\n\r\n", 1)[0] ?? "";
  const headers = head
    .split("\r\n")
    .flatMap((line) => /^([\w-]+):/u.exec(line)?.[1] ?? (/^[ \t]/u.test(line) ? [] : [`? ${line}`]));
  return { mail, html: mail.html === false ? "" : mail.html, headers };
}

function addressIn({ to }: ParsedMail): string {
  return [to].flat()[0]?.value[0]?.address ?? "";
}

function nameIn(addresses: AddressObject | AddressObject[] | undefined): string {
  const [first] = [addresses].flat();
  expect(first?.value).toHaveLength(1);
  return first?.value[0]?.name ?? "";
}

/** Copies broadsheet as the project's own theme, with a line that shows an option of `theme.json`. */
function writeTheme(folder: string, motto: string): void {
  const own = join(folder, "templates", "ours");
  cpSync(join(templatesDir, "broadsheet"), own, { recursive: true });
  const edit = (name: string, change: (source: string) => string): void =>
    writeFileSync(join(own, name), change(readFileSync(join(own, name), "utf8")));
  edit("theme.json", (source) => JSON.stringify({ ...(JSON.parse(source) as object), options: { motto } }));
  edit("text.hbs", (source) => `MOTTO {{theme.options.motto}} END\n${source}`);
  edit("issue.mjml.hbs", (source) =>
    source.replace("<h1", '<p class="motto" title="{{theme.options.motto}}">{{theme.options.motto}}</p><h1'),
  );
}

/** Builds an issue whose configuration says nothing but this; undefined where the configuration is refused. */
async function buildFrom(folder: string, text: string) {
  writeTheme(folder, text);
  const quoted = `"${text.replace(/["\\]/gu, "\\$&")}"`;
  const newsletter = {
    title: text,
    tagline: text,
    from: `${quoted} <editor@example.org>`,
    replyTo: `${quoted} <desk@example.org>`,
    to: `${quoted} <reader@example.org>`,
    postalAddress: text,
    reason: text,
    website: `https://example.org/?q=${encodeURIComponent(text)}`,
    theme: "ours",
    selection: { topics: [{ key: "town", title: text }] },
  };
  writeFileSync(join(folder, "gazette.config.json"), JSON.stringify({ newsletters: { weekly: newsletter } }));
  const config = await loadConfig(folder).catch((error: unknown) => {
    if (error instanceof GazetteError && error.code === "config-invalid") return undefined;
    throw error;
  });
  if (config === undefined) return undefined;
  const context = { config, newsletter: config.newsletters[0], cadence: "regular", database: undefined };
  const { files } = await previewIssue(context, await buildIssue(context, await planIssue(context, slot)));
  return { newsletter: config.newsletters[0], ...(await readMessage(readFileSync(files.eml, "utf8"))) };
}

test("no text of a configuration or of theme.json changes the structure of a message, and each is read back as it was written", async () => {
  const folder = temporaryFolder({
    "articles/one.md": "---\ntitle: One\ndate: 2026-11-20\ntopics: [town]\n---\n\nThe text of one.\n",
    "articles/two.md": "---\ntitle: Two\ndate: 2026-11-19\ntopics: [town]\n---\n\nThe text of two.\n",
  });
  const plain = await buildFrom(folder, "x");
  if (plain === undefined) throw new Error("x is refused");
  const shape = await readShape(page(), plain.html);
  let built = 0;
  await fc.assert(
    fc.asyncProperty(hostileText, async (raw) => {
      // Control characters are refused with the configuration, which others hold; here the rest has to come through.
      const text = raw
        .toWellFormed()
        .replace(/\p{Cc}/gu, "")
        .trim();
      const message = await buildFrom(folder, text);
      if (message === undefined) return;
      built += 1;
      const { mail, html, headers, newsletter } = message;
      expect(headers).toEqual(plain.headers);
      expect(bare(nameIn(mail.from))).toBe(bare(newsletter.from.name));
      expect(bare(nameIn(mail.replyTo))).toBe(bare(newsletter.replyTo?.name ?? ""));
      expect(bare(nameIn(mail.to))).toBe(bare(newsletter.to[0]?.name ?? ""));
      expect(bare(newsletter.from.name)).toBe(bare(text));
      expect(await readShape(page(), html)).toBe(shape);
      const shown = async (selector: string) => (await readTexts(page(), html, selector)).map(bare);
      expect((await shown("h1"))[0]).toBe(bare(text));
      expect(await shown(".motto")).toEqual([bare(text)]);
      expect(await shown("h2")).toContain(bare(text));
      const footer = (await shown("[role=contentinfo]")).join("");
      expect(footer).toContain(bare(`${text}${text}`));
      const plainText = bare(mail.text ?? "");
      expect(plainText).toContain(`MOTTO${bare(text)}END`);
      expect(plainText).toContain(bare(`${text}, ${text}`));
    }),
    { numRuns },
  );
  expect(built).toBeGreaterThan(numRuns / 2);
}, 120_000);

test("no value of a subscriber changes the structure of what anyone is sent", async () => {
  const room = await openPressRoom({ selection: { topics: [{ key: "town", title: "Town" }] } });
  room.write({ name: "one", date: new Date("2026-11-20T00:00:00Z"), topics: ["town"] });
  room.write({ name: "two", date: new Date("2026-11-19T00:00:00Z"), topics: ["town"] });
  const locals = fc
    .string({ unit: fc.constantFrom(...Array.from("ab.+-_'`{}|/?=!#$%&*~^é")), minLength: 1, maxLength: 20 })
    .filter((local) => isAddress(`${local}@example.org`));
  // A list is decoded from bytes, so that no half of a character is in it.
  const value = hostileText.map((text) => text.toWellFormed());
  const readers = fc.sample(fc.tuple(value, value, value, locals), { numRuns, seed: 7 });
  await room.subscribe({ address: "plain@example.org", name: "Plain" });
  const names = new Map<string, string>();
  for (const [index, [name, topic, language, local]] of readers.entries()) {
    const address = `${index}${local}@example.org`;
    names.set(address, name);
    const topics = index % 2 === 0 ? [topic, "town"] : null;
    await room.subscribe({ address, name, topics, language: index % 3 === 0 ? language : null });
  }
  const issue = await room.freeze(slot);
  if (issue === undefined) throw new Error("nothing to send");
  await room.deliver(issue, slot);
  const messages = await Promise.all(room.server.completed.splice(0).map(({ raw }) => readMessage(raw)));
  const plain = messages.find(({ mail }) => addressIn(mail) === "plain@example.org");
  if (plain === undefined) throw new Error("the plain reader got nothing");
  const shape = await readShape(page(), plain.html);
  expect(messages.length).toBeGreaterThan(numRuns / 2);
  for (const { mail, html, headers } of messages) {
    const address = addressIn(mail);
    expect(headers).toEqual(plain.headers);
    if (names.has(address)) expect(bare(nameIn(mail.to))).toBe(bare(names.get(address) ?? ""));
    expect(await readShape(page(), html)).toBe(shape);
    expect((await readTexts(page(), html, "[role=contentinfo]")).join("")).toContain(address);
    expect(mail.text).toContain(address);
  }
}, 120_000);
