import { expect, test } from "vitest";

import { GazetteError } from "../../../src/platform/errors.ts";
import type { Selection } from "../../../src/selection/terms/selection.ts";
import { displayWidth } from "../../../src/platform/display-width.ts";
import { shortenText } from "../../../src/selection/subject/shorten-text.ts";
import { composeSubject } from "../../../src/selection/subject/subject.ts";
import fc from "../../support/fast-check.ts";
import { makeArticle } from "../make-article.ts";
import { select } from "../select.ts";
import { runs } from "../soak.ts";

function issueOf(...titles: string[]): Selection {
  return select(
    titles.map((title, at) => makeArticle({ title, publishedAt: new Date(Date.UTC(2026, 10, 18 - at)) })),
  );
}

const long = "The long way round the lighthouse of the northern islands and back again";

test("the subject is the lead's title, and the preheader goes on with the others", () => {
  const line = composeSubject(issueOf("A harbour opens", long, "Rain"), "Weekly");

  expect(line.subject).toBe("A harbour opens");
  expect(line.preheader).toBe(`${long} · Rain`);
});

test("short titles share the subject while they fit whole", () => {
  const line = composeSubject(
    issueOf("A harbour opens", "Rain on Saturday", "Nine new chairs for the council chamber"),
    "Weekly",
  );

  expect(line.subject).toBe("A harbour opens · Rain on Saturday");
  expect(line.preheader).toBe("Nine new chairs for the council chamber");
});

test("a long title is cut at a word, and is not told again in the preheader", () => {
  const line = composeSubject(issueOf(long, "Rain"), "Weekly");

  expect(line.subject).toBe("The long way round the lighthouse of the northern islands and back…");
  expect(line.preheader).toBe("Rain");
});

test("a title without spaces is cut between its words all the same, and takes no more room than a Latin one", () => {
  const { subject } = composeSubject(issueOf("颱風過後居民只能搭渡船過河".repeat(6)), "Weekly");

  expect(subject).toMatch(/(?:颱風|過後|居民|只能|搭|渡船|過河)…$/u);
  expect(displayWidth(subject)).toBeLessThanOrEqual(70);
  expect(displayWidth(subject)).toBeGreaterThan(60);
});

test("a pattern is filled, and the lead's title gives way first", () => {
  const facts = {
    number: 42,
    slot: new Date("2026-11-23T07:00:00Z"),
    window: { since: new Date("2026-11-15T23:00:00Z"), until: new Date("2026-11-22T23:00:00Z") },
    timeZone: "Europe/Paris",
    language: "en",
  };
  const filled = (pattern: string, ...titles: string[]): string =>
    composeSubject(issueOf(...titles), "The Weekly", { ...facts, pattern }).subject;

  expect(filled("{newsletter} {number}: {lead}", "Rain")).toBe("The Weekly 42: Rain");
  expect(filled("{newsletter} {number}: {lead}", long)).toBe(
    "The Weekly 42: The long way round the lighthouse of the northern…",
  );
  expect(filled("{lead} (+{count}), {date}", long)).toBe(
    "The long way round the lighthouse of the… (+1), 23 November 2026",
  );
  expect(filled("{since} to {until}", "Rain")).toBe("16 November 2026 to 22 November 2026");
});

test("dates in a pattern are written in the newsletter's language", () => {
  const facts = { slot: new Date("2026-11-23T07:00:00Z"), timeZone: "Asia/Taipei", pattern: "{date}" };
  const dateIn = (language: string): string =>
    composeSubject(issueOf("x"), "Weekly", { ...facts, language }).subject;

  expect(dateIn("fr")).toBe("23 novembre 2026");
  expect(dateIn("zh-TW")).toBe("2026年11月23日");
  expect(dateIn("qaa")).toBe("2026-11-23");
});

test("a subject of any script fits the columns and the header line that the checks allow", () => {
  const family = "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}";
  for (const title of [
    family.repeat(40),
    "e\u0301\u0327\u0302\u0304\u0308".repeat(60),
    "1\uFE0F\u20E3".repeat(60),
    "पुस्तकालय की नई इमारत में बच्चों के लिए एक बड़ा कमरा और नदी की ओर खुलती खिड़कियाँ होंगी",
    "நூலகத்தின் புதிய கட்டிடத்தில் குழந்தைகளுக்கான பெரிய அறை மற்றும் ஆற்றை நோக்கிய ஜன்னல்கள்",
  ]) {
    const { subject } = composeSubject(issueOf(title), "Weekly");

    expect(displayWidth(subject)).toBeLessThanOrEqual(70);
    // RFC 2047: three octets are four characters of an encoded word, and a header line holds 998 (RFC 5322, section 2.1.1).
    expect(Buffer.byteLength(subject)).toBeLessThanOrEqual(360);
    expect(subject.length).toBeGreaterThan(20);
  }
});

test("what would turn the direction of a subject is left out where it is made", () => {
  expect(composeSubject(issueOf("Rain \u202Eand\u202C sun\uFDD0"), "Weekly").subject).toBe("Rain and sun");
});

test("an unknown name in a pattern is refused with those it knows", () => {
  expect(() => composeSubject(issueOf("Rain"), "Weekly", { pattern: "{constructor}" })).toThrow(GazetteError);
  const compose = (): unknown => composeSubject(issueOf("Rain"), "Weekly", { pattern: "{leed}" });

  expect(compose).toThrow(GazetteError);
  expect(compose).toThrow('The subject "{leed}" names {leed}, which is nothing it knows.');
});

test("what the editor wrote wins over pattern and titles, as one line", () => {
  const overrides = { subject: "  From the\neditor ", preheader: "" };

  const line = composeSubject(issueOf("Rain", "Sun"), "Weekly", { overrides, pattern: "{number}" });

  expect(line.subject).toBe("From the editor");
  expect(line.preheader).toBe("Rain · Sun");
});

test("an issue without an article is called like the newsletter", () => {
  expect(composeSubject(issueOf(), "Weekly")).toEqual({ subject: "Weekly", preheader: "" });
});

test("a line is never wider than asked, never empty, and never ends in half a character", () => {
  const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 3, max: 80 }), (text, max) => {
      const short = shortenText(text, max);

      expect(displayWidth(short)).toBeLessThanOrEqual(max);
      expect(short).not.toMatch(/[\p{Cc}\n]/u);
      expect(short.isWellFormed()).toBe(true);
      if (text.trim() !== "" && /[\p{L}\p{N}]/u.test(text)) expect(short).not.toBe("");
    }),
    runs(1_000),
  );
});
