import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addJoinedReaders } from "../../../src/newsletter/freezing/add-joined-readers.ts";
import { countDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { countEditions, countWithoutEdition } from "../../../src/storage/issues/editions.ts";
import { findIssue, listUnfinishedIssues } from "../../../src/storage/issues/issues.ts";
import { articlesIn, openPressRoom, type PressRoom, type ReceivedMessage } from "../press-room.ts";

const slot = new Date("2026-11-23T07:00:00Z");
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 18, hour));

async function openTownPaper(newsletter: object = {}): Promise<PressRoom> {
  const room = await openPressRoom(newsletter);
  room.write({ name: "ferry", date: at(12), topics: ["Harbour"], title: "Ferry runs aground on the sands" });
  room.write({ name: "mill", date: at(11), topics: ["Town"], title: "Kettle mill turns again" });
  room.write({ name: "choir", date: at(10), topics: ["Music", "Town"], title: "Choir seeks a bass" });
  room.write({ name: "crane", date: at(9), topics: ["Harbour"], title: "New crane lifts its first load" });
  return room;
}

const toReader = (messages: readonly ReceivedMessage[], name: string): ReceivedMessage => {
  const found = messages.filter(({ to }) => to === `${name}@example.com`);
  expect(found).toHaveLength(1);
  const [message] = found;
  if (message === undefined) throw new Error(`${name} got nothing`);
  return message;
};

test("each reader gets the stories of the topics they chose, in the issue's order, and a subject that suits them", async () => {
  const room = await openTownPaper();
  await room.subscribe({ address: "all@example.com" });
  await room.subscribe({ address: "town@example.com", topics: ["town"] });
  await room.subscribe({ address: "harbour@example.com", topics: ["HARBOUR"] });
  await room.subscribe({ address: "chess@example.com", topics: ["Chess"] });

  const issue = await room.freeze(slot);
  if (issue === undefined) throw new Error("nothing was frozen");
  await room.deliver(issue, slot);
  const messages = await room.collect();

  expect(messages.map(({ to }) => to).sort()).toEqual([
    "all@example.com",
    "harbour@example.com",
    "town@example.com",
  ]);
  expect(articlesIn(toReader(messages, "all"))).toEqual(["ferry", "mill", "choir", "crane"]);
  expect(articlesIn(toReader(messages, "town"))).toEqual(["mill", "choir"]);
  expect(articlesIn(toReader(messages, "harbour"))).toEqual(["ferry", "crane"]);
  expect(toReader(messages, "harbour").subject).toMatch(/^Ferry runs aground/u);
  const town = toReader(messages, "town");
  expect(town.subject).toMatch(/^Kettle mill turns again/u);
  expect(town.subject + town.html + town.text).not.toContain("Ferry");
  expect(town.html).toContain(`<title>${town.subject}</title>`);
  expect(await countDeliveries(room.database, issue.id)).toEqual({ accepted: 3, skipped: 1 });
  expect(await countEditions(room.database, issue.id)).toBe(3);
  expect(await countWithoutEdition(room.database, issue.id)).toBe(1);
  expect(await findIssue(room.database, issue.id)).toMatchObject({ state: "complete", recipients: 4 });
});

test("a reader's language picks the translation and the words around it; another language keeps the newsletter's", async () => {
  const room = await openTownPaper();
  room.write({
    name: "pont",
    date: at(13),
    language: "fr",
    translationKey: "bridge",
    title: "Le pont rouvre lundi",
  });
  room.write({
    name: "bridge",
    date: at(13),
    language: "en",
    translationKey: "bridge",
    title: "The bridge reopens on Monday",
  });
  await room.subscribe({ address: "fr@example.com", language: "fr-CA" });
  await room.subscribe({ address: "nl@example.com", language: "nl" });
  await room.subscribe({ address: "gb@example.com", language: "en-GB" });

  const issue = await room.freeze(slot);
  if (issue === undefined) throw new Error("nothing was frozen");
  await room.deliver(issue, slot);
  const messages = await room.collect();

  const french = toReader(messages, "fr");
  expect(articlesIn(french)).toEqual(["pont", "ferry", "crane", "mill", "choir"]);
  expect(french.subject).toMatch(/^Le pont rouvre lundi/u);
  expect(french.html).toMatch(/<html lang="fr"/u);
  expect(french.html).toMatch(/<h\d[^>]* lang="en"[^>]*>(?:(?!<\/h\d>).)*Kettle mill/su);
  expect(french.text).toMatch(/Se désabonner|désinscri|désabonn/iu);
  expect(articlesIn(toReader(messages, "nl"))).toEqual(["bridge", "ferry", "crane", "mill", "choir"]);
  expect(toReader(messages, "nl").html).toMatch(/<html lang="en"/u);
  // Nothing differs between these two, so they share the whole issue.
  expect(await countEditions(room.database, issue.id)).toBe(2);
});

test("who joins after an issue went out gets their edition of it as it was frozen, whatever became of the articles", async () => {
  const room = await openTownPaper();
  await room.subscribe({ address: "all@example.com" });
  const issue = await room.freeze(slot);
  if (issue === undefined) throw new Error("nothing was frozen");
  await room.deliver(issue, slot);
  await room.collect();

  room.write({ name: "mill", date: at(11), topics: ["Town"], title: "An edited title" });
  room.remove("choir");
  await room.subscribe({ address: "town@example.com", topics: ["Town"] });
  await room.subscribe({ address: "chess@example.com", topics: ["Chess"] });
  const later = new Date("2026-11-25T07:00:00Z");
  expect(await addJoinedReaders(room.contextOf(), issue, later)).toBe(2);
  expect(await addJoinedReaders(room.contextOf(), issue, later)).toBe(0);
  const again = await findIssue(room.database, issue.id);
  if (again === undefined) throw new Error("the issue is gone");
  await room.deliver(again, later);
  const messages = await room.collect();

  expect(messages.map(({ to }) => to)).toEqual(["town@example.com"]);
  expect(articlesIn(toReader(messages, "town"))).toEqual(["mill", "choir"]);
  expect(toReader(messages, "town").subject).toMatch(/^Kettle mill turns again/u);
  expect(await countDeliveries(room.database, issue.id)).toEqual({ accepted: 2, skipped: 1 });
});

test("the manifest lists the editions, and its hash changes with a visible byte of any of them", async () => {
  const room = await openTownPaper();
  await room.subscribe({ address: "all@example.com" });
  await room.subscribe({ address: "town@example.com", topics: ["Town"] });
  await room.subscribe({ address: "t2@example.com", topics: ["town", "Chess"] });

  const built = await room.build(slot);

  expect(built.manifest.editions).toMatchObject([
    { topics: ["Town"], articles: ["mill.md", "choir.md"], recipients: 2, language: "en" },
    { key: "whole", topics: [], recipients: 1 },
  ]);
  const { hash } = built.manifest.issue;
  expect((await room.build(slot)).manifest.issue.hash).toBe(hash);
  const [first, ...others] = (await room.build(slot)).manifest.editions;
  expect(first?.hash).toMatch(/^[0-9a-f]{64}$/u);
  await room.subscribe({ address: "choir@example.com", topics: ["Music"] });
  const withChoir = await room.build(slot);
  expect(withChoir.manifest.issue.hash).not.toBe(hash);
  expect(withChoir.manifest.editions).toHaveLength(others.length + 2);
  const issue = await room.freeze(slot);
  expect(issue?.hash).toBe(withChoir.manifest.issue.hash);
});

test("a reader who changes their topics between a build and its freezing gets what they chose last", async () => {
  const room = await openTownPaper();
  await room.subscribe({ address: "ada@example.com", topics: ["Town"] });
  const built = await room.build(slot);
  await room.subscribe({ address: "ada@example.com", topics: ["Harbour"] });

  const { freezeBuiltIssue } = await import("../../../src/newsletter/freezing/freeze-built-issue.ts");
  const issue = await freezeBuiltIssue(room.contextOf(), built, "hand", slot);
  if (issue === undefined) throw new Error("nothing was frozen");
  await room.deliver(issue, slot);

  expect(articlesIn(toReader(await room.collect(), "ada"))).toEqual(["ferry", "crane"]);
  expect(issue.hash).not.toBe(built.manifest.issue.hash);
});

test("after a crash between freezing and sending, every edition goes out as it was frozen", async () => {
  const room = await openTownPaper();
  await room.subscribe({ address: "all@example.com" });
  await room.subscribe({ address: "town@example.com", topics: ["Town"] });
  const issue = await room.freeze(slot);
  if (issue === undefined) throw new Error("nothing was frozen");

  // The process is gone; before the next one starts, readers and articles change.
  await room.subscribe({ address: "town@example.com", topics: ["Harbour"], language: "fr" });
  room.write({ name: "mill", date: at(11), topics: ["Harbour"], title: "An edited title" });
  room.remove("choir");
  const [again] = await listUnfinishedIssues(room.database, "weekly");
  if (again === undefined) throw new Error("the issue is gone");
  await room.deliver(again, new Date("2026-11-23T09:00:00Z"));
  const messages = await room.collect();

  expect(articlesIn(toReader(messages, "all"))).toEqual(["ferry", "mill", "choir", "crane"]);
  const town = toReader(messages, "town");
  expect(articlesIn(town)).toEqual(["mill", "choir"]);
  expect(town.html).toMatch(/<html lang="en"/u);
  expect(town.subject).toMatch(/^Kettle mill turns again/u);
});

test("topics that nobody knows are told, with those there are and the one that was most likely meant", async () => {
  const room = await openTownPaper({ selection: { only: ["Harbor", "Town"] } });
  await room.subscribe({ address: "ada@example.com", topics: ["Towm"] });
  await room.subscribe({ address: "bo@example.com", topics: ["towm", "general"] });

  const { findings } = (await room.build(slot)).manifest;

  expect(findings.filter(({ rule }) => rule === "unknown-topic").map(({ message }) => message)).toEqual([
    'DIGEST_TOPICS or selection.only: no article and no setting has the topic "Harbor"; there is Harbour, Town, Music. Did you mean "Harbour"?',
    '1 reader chose it, and no article and no setting has the topic "Towm"; there is Harbour, Town, Music. Did you mean "Town"?',
    '1 reader chose it, and no article and no setting has the topic "towm"; there is Harbour, Town, Music. Did you mean "Town"?',
  ]);
});

test("an editor's own subject goes to readers who get the lead; the others have the titles of their own stories", async () => {
  const room = await openTownPaper();
  writeFileSync(
    join(room.folder, "articles", "issue.md"),
    "---\nslot: 2026-11-23\nsubject: Aground\npreheader: A word of the editor\n---\n",
  );
  await room.subscribe({ address: "harbour@example.com", topics: ["Harbour"] });
  await room.subscribe({ address: "town@example.com", topics: ["Town"] });

  const issue = await room.freeze(slot);
  if (issue === undefined) throw new Error("nothing was frozen");
  await room.deliver(issue, slot);
  const messages = await room.collect();

  expect(toReader(messages, "harbour").subject).toBe("Aground");
  expect(toReader(messages, "harbour").html).toContain("A word of the editor");
  expect(toReader(messages, "town").subject).toMatch(/^Kettle mill turns again/u);
  expect(toReader(messages, "town").html).not.toContain("A word of the editor");
});

test("a story that names no language and is written from right to left is set so in a letter that is not", async () => {
  const room = await openTownPaper();
  writeFileSync(
    join(room.folder, "articles", "quay.md"),
    `---\ntitle: أخبار الرصيف\ndate: ${at(13).toISOString()}\n---\nعادت القوارب إلى الرصيف صباح اليوم.\n`,
  );

  const { edition } = await room.build(slot);

  expect(edition.html).toMatch(/<h2[^>]* lang="und-Arab" dir="rtl"/);
});
