// Writes src/checks/clients/client-support.json from the npm package caniemail: `node docs/make-client-support.ts`.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ClientFeature, ClientSupport, FeatureTrace } from "../src/checks/clients/client-support.ts";
import { specialTraces } from "./client-support-traces.ts";

const file = join(import.meta.dirname, "..", "src", "checks", "clients", "client-support.json");

/** The programs we look at: those most readers use, by their name in the data. */
const clients = [
  ["gmail", "desktop-webmail", "Gmail", "web"],
  ["gmail", "ios", "Gmail", "iOS"],
  ["gmail", "android", "Gmail", "Android"],
  ["outlook", "windows", "Outlook", "Windows, classic"],
  ["outlook", "outlook-com", "Outlook", "web and new Windows"],
  ["outlook", "macos", "Outlook", "macOS"],
  ["outlook", "ios", "Outlook", "iOS"],
  ["outlook", "android", "Outlook", "Android"],
  ["apple-mail", "macos", "Apple Mail", "macOS"],
  ["apple-mail", "ios", "Apple Mail", "iOS"],
  ["yahoo", "desktop-webmail", "Yahoo Mail", "web"],
  ["yahoo", "ios", "Yahoo Mail", "iOS"],
  ["yahoo", "android", "Yahoo Mail", "Android"],
  ["samsung-email", "android", "Samsung Email", "Android"],
  ["thunderbird", "macos", "Thunderbird", "desktop"],
] as const;

interface SourceFeature {
  readonly slug: string;
  readonly title: string;
  readonly category: string;
  readonly stats: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

interface SourceData {
  readonly last_update_date: string;
  readonly data: readonly SourceFeature[];
}

/** The reduced data: features that at least one of the programs is known to lack, wholly or in part. */
export function reduceSupport(): ClientSupport {
  const require = createRequire(import.meta.url);
  const source = require("caniemail/caniemail.json") as SourceData;
  const { version } = require("caniemail/package.json") as { readonly version: string };
  const folder = join(require.resolve("caniemail/package.json"), "..");
  return {
    source: `https://www.caniemail.com by Rémi Parmentier (HTeuMeuLeu), through the npm package caniemail ${version}`,
    licence: `Data: Copyright (c) 2019 HTeuMeuLeu. Package:\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}`,
    date: source.last_update_date.slice(0, 10),
    clients: clients.map(([, , family, platform]) => ({ family, platform })),
    features: source.data.flatMap(reduceFeature),
  };
}

function reduceFeature({ slug, title, category, stats }: SourceFeature): ClientFeature[] {
  const trace = category === "others" ? undefined : traceOf(slug, title);
  const support = clients
    .map(([family, platform]) => newest(stats[family]?.[platform] ?? {})?.charAt(0) ?? "u")
    .join("");
  return trace === undefined || !/[na]/u.test(support) ? [] : [{ slug, title: title.trim(), trace, support }];
}

/** The data lists the oldest version first. */
function newest(versions: Readonly<Record<string, string>>): string | undefined {
  return Object.values(versions).at(-1);
}

/** What to look for: from the title where that says it, else from our own table; undefined: we do not look. */
function traceOf(slug: string, title: string): FeatureTrace | undefined {
  if (Object.hasOwn(specialTraces, slug)) return specialTraces[slug];
  const plain = title.trim();
  const [, element] = /^<(\w+)> element$/u.exec(plain) ?? [];
  if (element !== undefined) return { kind: "element", names: [element] };
  const [, attribute] = /^([\w-]+) attribute$/u.exec(plain) ?? [];
  if (attribute !== undefined) return { kind: "attribute", names: [attribute] };
  const [, type] = /^<input type="(\w+)"> element$/u.exec(plain) ?? [];
  if (type !== undefined)
    return { kind: "element-attribute", element: "input", attribute: "type", starts: type };
  if (slug.startsWith("html-") && /^<?\w+>?$/u.test(plain))
    return { kind: "element", names: [plain.replace(/[<>]/gu, "")] };
  const [, pseudo] = /^::?([\w-]+)(?:\(\))?$/u.exec(plain) ?? [];
  if (pseudo !== undefined) return { kind: "pseudo", name: pseudo };
  const [, unit] = /^(\S+) unit$/u.exec(plain) ?? [];
  if (unit !== undefined) return { kind: "unit", name: unit };
  const [, call] = /^([\w-]+)\(\)$/u.exec(plain) ?? [];
  if (call !== undefined) return { kind: "function", names: [call] };
  const [, atRule] = /^@([\w-]+)$/u.exec(plain) ?? [];
  if (atRule !== undefined) return { kind: "at-rule", name: atRule };
  const [, property] = /^([a-z-]+)(?: property| shorthand)?$/u.exec(plain) ?? [];
  return property === undefined ? undefined : { kind: "property", names: [property] };
}

/** As the file holds it: a feature a line. */
export function printSupport({ features, ...rest }: ClientSupport): string {
  const lines = features.map((feature) => `    ${JSON.stringify(feature)}`);
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "features": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, printSupport(reduceSupport()));
