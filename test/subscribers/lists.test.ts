import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { SubscriptionView } from "../../src/storage/audience/subscribers.ts";
import { guardCell, unguardCell } from "../../src/subscribers/cell-guard.ts";
import { readSubscriberRows, type SubscriberRow } from "../../src/subscribers/read-subscriber-rows.ts";
import { listHeading, writeSubscriberRow } from "../../src/subscribers/write-subscriber-rows.ts";
import fc from "../support/fast-check.ts";

async function readList(list: string | Buffer, chunkBytes = 7): Promise<SubscriberRow[]> {
  const bytes = Buffer.from(list);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
  const rows: SubscriberRow[] = [];
  for await (const row of readSubscriberRows(Readable.from(chunks))) rows.push(row);
  return rows;
}

const people = async (list: string | Buffer) =>
  (await readList(list)).map((row) =>
    row.kind === "row"
      ? [row.subscription.address, row.subscription.name, (row.subscription.topics ?? []).join("|")]
      : [row.line, row.reason],
  );

const ada = ["ada@example.com", "Ada Ångström", ""];
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

test.each<readonly [string, string | Buffer]>([
  [
    "Mailchimp",
    "Email Address,First Name,Last Name,MEMBER_RATING,TAGS\r\nada@example.com,Ada,Ångström,2,\r\n",
  ],
  ["Excel's UTF-8, with a byte order mark", "\uFEFFEMAIL;NAME\r\nada@example.com;Ada Ångström\r\n"],
  ["Excel's own separator line", 'sep=;\r\nE-Mail;Full_Name\r\nada@example.com;"Ada Ångström"\r\n'],
  ["Excel's Unicode text", utf16("\uFEFFe-mail\tdisplay name\r\nada@example.com\tAda Ångström\r\n")],
  ["UTF-16 without a mark", utf16("email,name\r\nada@example.com,Ada Ångström\r\n")],
  ["UTF-16, the other way round", utf16("\uFEFFemail,name\nada@example.com,Ada Ångström\n").swap16()],
  [
    "Excel's plain CSV in Windows-1252",
    Buffer.from("email,name\r\nada@example.com,Ada Ångström\r\n", "latin1"),
  ],
  [
    "a quoted line break in a column nobody reads",
    'Name,Notes,Email\n"Ada Ångström","two\nlines; here",ada@example.com\n',
  ],
  ["old Mac line ends", "email,name\rada@example.com,Ada Ångström\r"],
  ["capitals and spaces", "  E-MAIL ADDRESS , Name \n ADA@Example.COM , Ada Ångström \n"],
])("a list as %s writes it", async (_, list) => {
  expect(await people(list)).toEqual([ada]);
});

test("semicolons in a list with commas separate topics, not columns", async () => {
  expect(await people("email,topics,name\nada@example.com,tides;boats,Ada Ångström\n")).toEqual([
    ["ada@example.com", "Ada Ångström", "tides|boats"],
  ]);
});

test("whoever is called anything but subscribed stays out, with line and reason", async () => {
  const list =
    "email,status\na@example.com,subscribed\nb@example.com,Unsubscribed\nc@example.com,cleaned\nd@example.com,\n";

  expect(await people(list)).toEqual([
    ["a@example.com", "", ""],
    [3, 'it is not subscribed: "Unsubscribed"'],
    [4, 'it is not subscribed: "cleaned"'],
    ["d@example.com", "", ""],
  ]);
});

const trimmed = fc
  .string({ unit: "grapheme", maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\uFFFD\uFEFF]/gu, "").trim())
  .filter((text) => text.isWellFormed());
const formula = fc.constantFrom(
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2",
  "@SUM(A1)",
  "'=x",
  "''=x",
  "＝1",
  "'",
  "''",
  '"',
  ",",
  "a;b",
  "a;=1+1",
  'a,"=1+1',
  "a|'-2",
);
const name = fc.oneof(
  trimmed,
  formula,
  fc.tuple(formula, trimmed).map(([first, rest]) => (first + rest).trim()),
);
const view: fc.Arbitrary<SubscriptionView> = fc.record({
  newsletter: fc.constant("weekly"),
  address: fc
    .tuple(fc.stringMatching(/^[=+\-'a-z0-9]{1,20}$/u), fc.stringMatching(/^[a-z]{1,9}$/u))
    .map(([local, domain]) => `${local}@${domain}.example`),
  name,
  language: fc.constantFrom(null, "en", "zh-Hant"),
  timeZone: fc.constantFrom(null, "Europe/Paris", "UTC"),
  topics: fc.array(
    fc.stringMatching(/^[a-z0-9-]{1,8}$/u).filter((topic) => !topic.startsWith("-")),
    { maxLength: 3 },
  ),
  cadence: fc.constantFrom(null, "daily"),
  state: fc.constant("active" as const),
  joinedAt: fc.constant("2026-11-23T07:00:00.000Z"),
  suppressed: fc.constant(null),
});

/** The cells of a list in a spreadsheet set to the separator: a cell's quotes count only where they open it. */
function cellsOf(list: string, separator: string): string[] {
  const records = parse(list, {
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
  });
  return records.flat();
}

test("what is exported is read back as it was, and no cell of it is a formula", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(view, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 64 }),
      async (rows, size) => {
        const list = `${listHeading}${rows.map(writeSubscriberRow).join("")}`;
        const back = await readList(list, size);

        expect(back.map((row) => (row.kind === "row" ? row.subscription : row.reason))).toEqual(
          rows.map(({ address, name: called, language, timeZone, topics, cadence }) => ({
            address,
            name: called,
            language,
            timeZone,
            topics,
            cadence,
          })),
        );
        for (const separator of [",", ";", "\t", "|"]) {
          for (const cell of cellsOf(list, separator)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("guarding a cell and reading it are each other's opposite", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), name), (text) => {
      expect(unguardCell(guardCell(text))).toBe(text);
      expect(guardCell(text)).not.toMatch(/(?:^|[,;|\t])"*[=+\-@\t\r]/u);
    }),
  );
});

test("no list, however broken, is more than rows and one clear refusal", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400 })),
      async (rubbish) => {
        const list = Buffer.concat([Buffer.from("email,name\n"), Buffer.from(rubbish as string)]);
        const rows = await readList(list).catch((error: unknown) => {
          expect(error).toMatchObject({ code: "usage" });
          return [];
        });
        for (const row of rows) expect(["row", "rejected"]).toContain(row.kind);
      },
    ),
    { numRuns: 300 },
  );
});
