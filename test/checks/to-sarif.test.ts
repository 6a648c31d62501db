import { expect, test } from "vitest";
import { checkEdition } from "../../src/checks/check-edition.ts";
import { toSarif } from "../../src/checks/to-sarif.ts";
import { makeEdition, makeOptions, makePage } from "./make-edition.ts";

const bases = {
  version: "1.2.3",
  articles: "file:///home/ada/articles/",
  issue: "file:///home/ada/out/digest/2026-11-22/",
};
const off = new Map([["postal-address", "an internal digest"]] as const);

function findings(): ReturnType<typeof checkEdition> {
  const html = makePage({ body: '<p><a href="/map">The map</a></p><p><a href="/rent">Rent</a></p>' });
  const articles = [
    {
      path: "town hall/#7 brücke?.md",
      title: "Bridge",
      url: undefined,
      publishedAt: undefined,
      source: "\n[The map](/map)",
    },
  ];
  return checkEdition(makeEdition({ html, articles, subject: "", text: "Unsubscribe {{x}}" }), makeOptions());
}

test("each finding is a result of a rule that the log describes, with a level of SARIF", () => {
  const found = findings();
  const log = toSarif(found, off, bases);
  const [run] = log.runs;
  const described = run?.tool.driver.rules ?? [];

  expect(log.version).toBe("2.1.0");
  expect(run?.tool.driver.version).toBe("1.2.3");
  expect(run?.results).toHaveLength(found.length);
  run?.results?.forEach(({ ruleId, ruleIndex = -1, level, message }, index) => {
    expect(described[ruleIndex]?.id).toBe(ruleId);
    expect(ruleId).toBe(found[index]?.rule);
    expect(level).toBe(found[index]?.severity === "info" ? "note" : found[index]?.severity);
    expect(message.text).toContain(found[index]?.message);
  });
});

test("an article's finding names its file, as an address, and its line", () => {
  const [result] =
    toSarif(findings(), off, bases).runs[0]?.results?.filter(({ ruleId }) => ruleId === "link-target") ?? [];

  expect(result?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "town%20hall/%237%20br%C3%BCcke%3F.md", uriBaseId: "ARTICLES" },
        region: { startLine: 2 },
      },
    },
  ]);
});

test("a finding of the page, the text or the subject names a file of the issue's folder", () => {
  const results = toSarif(findings(), off, bases).runs[0]?.results ?? [];
  const uris = results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);

  expect(new Set(uris)).toEqual(
    new Set(["town%20hall/%237%20br%C3%BCcke%3F.md", "index.html", "index.txt", "issue.json"]),
  );
  expect(Object.keys(toSarif([], off, bases).runs[0]?.originalUriBaseIds ?? {})).toEqual([
    "ARTICLES",
    "ISSUE",
  ]);
});

test("a rule that is off is told with its reason", () => {
  const [override] = toSarif([], off, bases).runs[0]?.invocations?.[0]?.ruleConfigurationOverrides ?? [];

  expect(override?.descriptor.id).toBe("postal-address");
  expect(override?.configuration).toEqual({ enabled: false, properties: { reason: "an internal digest" } });
});
