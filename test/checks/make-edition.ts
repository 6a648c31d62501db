import type { CheckedEdition, CheckOptions } from "../../src/checks/checked-edition.ts";
import { checkEdition } from "../../src/checks/check-edition.ts";
import type { Finding } from "../../src/checks/finding.ts";
import { loadClientSupport } from "../../src/checks/load-client-support.ts";
import type { CheckRuleId } from "../../src/config/check-rules.ts";

const support = await loadClientSupport();

export function makeOptions(over: Partial<CheckOptions> = {}): CheckOptions {
  return { budgetBytes: 90 * 1024, off: new Map(), support, ...over };
}

export interface PageParts {
  readonly root?: string;
  readonly head?: string;
  readonly body?: string;
}

const story = `<h2><a href="https://harbour.town/bridge" style="color:#1d1b18">The bridge reopens on Monday</a></h2>
<p>After eleven months of works the old bridge carries traffic again.</p>`;

/** A page that no rule has anything to say about, with parts of it replaced. */
export function makePage({ root = 'lang="en" dir="ltr"', head = "", body = story }: PageParts = {}): string {
  return `<!doctype html>
<html ${root}>
<head><title>The bridge reopens on Monday</title>${head}</head>
<body style="background-color:#ffffff;color:#1d1b18;font-size:16px;line-height:2.75">
<h1>The Harbour Letter</h1>
${body}
<p>3 Quay Street, Port Ellery<br><a href="https://harbour.town/unsubscribe/abc" style="color:#333333">Unsubscribe</a></p>
</body>
</html>
`;
}

export function makeEdition(over: Partial<CheckedEdition> = {}): CheckedEdition {
  return {
    html: makePage(),
    text: `THE HARBOUR LETTER

The bridge reopens on Monday
After eleven months of works the old bridge carries traffic again.
[1] https://harbour.town/bridge

3 Quay Street, Port Ellery
Unsubscribe: https://harbour.town/unsubscribe/abc
`,
    subject: "The bridge reopens on Monday",
    preheader: "Also: a bakery moves, and the ferry's timetable for the winter.",
    now: new Date("2026-11-22T08:00:00Z"),
    slot: new Date("2026-11-22T07:00:00Z"),
    since: new Date("2026-11-15T00:00:00Z"),
    until: new Date("2026-11-22T00:00:00Z"),
    images: [],
    losses: [],
    articles: [
      {
        path: "bridge.md",
        title: "The bridge reopens on Monday",
        url: "https://harbour.town/bridge",
        publishedAt: new Date("2026-11-18T08:00:00Z"),
        source: undefined,
      },
    ],
    postalAddress: "3 Quay Street, Port Ellery",
    unsubscribeWords: ["Unsubscribe"],
    linkStates: [],
    ...over,
  };
}

/** What one rule says of an edition. */
export function findingsOf(rule: CheckRuleId, edition: CheckedEdition, options = makeOptions()): Finding[] {
  return checkEdition(edition, options).filter((finding) => finding.rule === rule);
}
