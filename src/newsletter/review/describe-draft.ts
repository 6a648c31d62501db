import type { NewsletterConfig } from "../../config/config.ts";
import { localMinute } from "../../platform/zoned-text.ts";
import { judgeRefusedFiles, type VerdictKind } from "../../selection/terms/verdict.ts";
import type { IssueManifest, ManifestFinding } from "../manifest.ts";
import type { NoticeItem, NoticePart } from "../notices/notice-page.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";
import { compareWithLast } from "./compare-issues.ts";

export interface DraftDescription {
  readonly newsletter: NewsletterConfig;
  readonly manifest: IssueManifest;
  readonly plan: IssuePlan;
  /** The last issue that went out; undefined: this is the first. */
  readonly last: IssueManifest | undefined;
  /** What changed since the draft the editors have; undefined: they have none. */
  readonly changes: readonly NoticeItem[] | undefined;
  /** Whether that earlier draft is approved, and so goes out unless they approve this one. */
  readonly wasApproved: boolean;
  readonly recipients: number;
  readonly slotHasPassed: boolean;
  /** When it has to be approved by: at its slot, or earlier where readers further east get it at their own time. */
  readonly dueAt: Date;
}

/** Articles of earlier issues and of other weeks are no news to an editor. */
const usual: ReadonlySet<VerdictKind> = new Set(["already-sent", "before-window"]);
const leftOutShown = 30;
const findingsShown = 12;

/** The mail that asks editors for their approval. */
export function describeDraft(draft: DraftDescription): NoticePart[] {
  const { newsletter, manifest, changes, recipients } = draft;
  const { issue } = manifest;
  const hash = issue.hash.slice(0, 12);
  const slot = new Date(issue.slot);
  return [
    {
      kind: "title",
      text: `${newsletter.title}, No. ${issue.number}: ${changes === undefined ? "please review" : "a new draft"}`,
    },
    { kind: "text", text: whatHappens(draft) },
    { kind: "command", text: `gazette send --approve ${hash}` },
    {
      kind: "rows",
      rows: [
        ["Subject", issue.subject],
        ["Preheader", issue.preheader],
        ["Slot", localInstant(slot, newsletter)],
        ...(isAhead(draft)
          ? [["First readers", localInstant(draft.dueAt, newsletter)] satisfies [string, string]]
          : []),
        ["Readers", String(recipients)],
        ["Articles", `${manifest.articles.length} of ${manifest.counts.considered}; ${issue.window}`],
        ["Hash", issue.hash],
      ],
    },
    ...(changes === undefined
      ? []
      : [
          { kind: "heading" as const, text: "Changed since the draft you have" },
          { kind: "items" as const, items: changes },
        ]),
    ...describeFindings(manifest, newsletter.key),
    { kind: "heading", text: "In this issue" },
    {
      kind: "items",
      items: manifest.articles.map(({ title, path, section }) => ({
        title,
        detail: section === "" ? path : `${section} · ${path}`,
      })),
    },
    ...describeLeftOut(draft),
    { kind: "heading", text: "Compared with the last issue" },
    {
      kind: "items",
      items:
        draft.last === undefined
          ? [{ title: "Nothing to compare with: this is the first issue" }]
          : compareWithLast(manifest, draft.last).map((title) => ({ title })),
    },
    {
      kind: "text",
      text: `The issue itself comes in a message of its own, as readers get it. To keep ${draft.wasApproved ? "both this draft and the approved one" : "it"} from going out:`,
    },
    { kind: "command", text: `gazette send --reject ${hash}` },
  ];
}

function whatHappens(draft: DraftDescription): string {
  const { newsletter, slotHasPassed, wasApproved } = draft;
  const exactly = "exactly as it is in the message that comes with this one";
  if (slotHasPassed)
    return `Its slot has passed without an approval, so it is held. Approving it sends it at once, ${exactly}.`;
  const zone = newsletter.timeZone;
  const by = isAhead(draft)
    ? `${localMinute(draft.dueAt, zone)} ${zone}, when its first readers get it,`
    : "its slot";
  const goes = isAhead(draft)
    ? "it goes out from then on, to each reader at the slot's time of day in their own time zone"
    : "it goes out at its slot";
  if (wasApproved) {
    return `The earlier draft is approved, and goes out as it was unless you approve this one by ${by.replace(/,$/u, "")}. Approved, this one takes its place: ${goes}, ${exactly}.`;
  }
  return newsletter.review.mode === "required"
    ? `Without an editor's approval by ${by} it is held. Approved, ${goes}, ${exactly}.`
    : `Without a word from you ${goes}. Approving it makes sure that it goes ${exactly}, whatever is edited until then.`;
}

/** Whether its first readers get it before its slot. */
function isAhead({ manifest, dueAt }: DraftDescription): boolean {
  return dueAt < new Date(manifest.issue.slot);
}

function localInstant(instant: Date, { timeZone }: NewsletterConfig): string {
  return `${localMinute(instant, timeZone)} ${timeZone} (${instant.toISOString().slice(0, 16)}Z)`;
}

/** What is for people who make themes is counted and not listed: it is the same in every issue. */
function describeFindings({ findings }: IssueManifest, key: string): NoticePart[] {
  const listed = `\`gazette build ${key}\`, then \`gazette check\`, lists them`;
  const pressing = [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
  ];
  const kinds = groupByKind(pressing);
  const items: NoticeItem[] = kinds.slice(0, findingsShown).map(describeKind);
  const unsaid = kinds.slice(findingsShown).flat().length;
  if (unsaid > 0) items.push({ title: `and ${unsaid} more: ${listed}` });
  if (items.length === 0) items.push({ title: "No error and no warning" });
  const notes = findings.length - pressing.length;
  if (notes > 0) items.push({ mark: "info", title: `${notes} ${notes === 1 ? "note" : "notes"}: ${listed}` });
  return [
    { kind: "heading", text: "What the checks found" },
    { kind: "items", items },
  ];
}

/** The same fault in twenty articles is one thing to read. In the order of the first of each kind. */
function groupByKind(findings: readonly ManifestFinding[]): ManifestFinding[][] {
  const kinds = new Map<string, ManifestFinding[]>();
  for (const finding of findings) {
    const kind = JSON.stringify([finding.severity, finding.rule, finding.remedy]);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [finding]);
    else known.push(finding);
  }
  return [...kinds.values()];
}

const placesShown = 4;

function describeKind([first, ...others]: readonly ManifestFinding[]): NoticeItem {
  if (first === undefined) throw new Error("A kind of finding without one.");
  const title = `${first.place}: ${first.message}`;
  if (others.length === 0) return { mark: first.severity, title, detail: first.remedy };
  const places = [...new Set(others.map(({ place }) => place))];
  const rest = places.length > placesShown ? ` and ${places.length - placesShown} more places` : "";
  const more = `${others.length} more like it: ${places.slice(0, placesShown).join(", ")}${rest}.`;
  return { mark: first.severity, title, detail: `${first.remedy} ${more}` };
}

function describeLeftOut({ plan }: DraftDescription): NoticePart[] {
  const refused = judgeRefusedFiles(plan.scan.refused).map(({ path, reason }) => ({
    title: path,
    detail: reason,
  }));
  const out = plan.selection.verdicts
    .filter(({ inIssue, kind }) => !inIssue && !usual.has(kind))
    .map(({ article, reason, kind }) => ({
      title: article.title,
      detail: `${kind}: ${reason} · ${article.path}`,
    }));
  const items: NoticeItem[] = [...refused, ...out];
  if (items.length === 0) return [];
  const shown = items.slice(0, leftOutShown);
  if (items.length > leftOutShown)
    shown.push({ title: `and ${items.length - leftOutShown} more: \`gazette explain\` lists them` });
  return [
    { kind: "heading", text: "Left out, and why" },
    { kind: "items", items: shown },
  ];
}
