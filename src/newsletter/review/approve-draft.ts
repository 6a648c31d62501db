import type { Config } from "../../config/config.ts";
import { renameInAlert } from "../../storage/schedule/alerts.ts";
import { GazetteError } from "../../platform/errors.ts";
import { localMinute } from "../../platform/zoned-text.ts";
import {
  type DraftKey,
  decideDraft,
  findDraftsByHash,
  listDrafts,
  readFrozen,
} from "../../storage/schedule/drafts.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { findSlot } from "../../storage/schedule/slots.ts";
import { approveManifest } from "../freezing/approve-issue.ts";
import type { IssueManifest } from "../manifest.ts";
import { dueAt } from "../timetable/list-due-slots.ts";
import type { OpenContext, SlotEvent } from "../timetable/schedule-run.ts";
import { compareDrafts } from "./compare-issues.ts";
import { refreshDraft } from "./refresh-draft.ts";
import { tellDraft } from "./tell-draft.ts";

export interface Desk {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
  readonly onEvent: (event: SlotEvent) => void;
}

export interface Approval {
  readonly draft: DraftRow;
  readonly context: OpenContext;
  /** When its first readers get it: at its slot, or earlier where they are further east. */
  readonly dueAt: Date;
  /** Its slot has passed, so that nothing is to be waited for. */
  readonly isLate: boolean;
}

/**
 * Approves a draft by its hash, or the first characters of it: exactly these bytes go out.
 *
 * @param forced Why it goes out although a check found errors.
 * @throws GazetteError `draft-missing`; `draft-outdated` where something was edited since, and then the editors get the
 * new draft; `checks-failed`; `issue-state` where it went out.
 */
export async function approveDraft(desk: Desk, hash: string, forced: string | undefined): Promise<Approval> {
  const { draft, context } = await findDraft(desk, hash);
  const { database, now } = desk;
  const slot = new Date(draft.slot);
  await assertCurrent(desk, context, draft, slot);
  const manifest = approveManifest(JSON.parse(draft.manifest) as IssueManifest, forced);
  const frozen = readFrozen(draft);
  const approved = { ...frozen, issue: { ...frozen.issue, manifest: JSON.stringify(manifest) } };
  if (!(await decideDraft(database, draft, "approved", now(), approved))) throw takenMeanwhile(draft);
  const record = await findSlot(database, slotOf(draft), now());
  const [stored = draft] = (await findDraftsByHash(database, draft.hash)).filter(({ id }) => id === draft.id);
  return {
    draft: stored,
    context,
    dueAt: await dueAt(context, slot),
    isLate: record !== undefined && record.outcome !== "sent",
  };
}

/** Rejects a draft: at its slot nothing is sent. */
export async function rejectDraft(desk: Desk, hash: string): Promise<DraftRow> {
  const { draft } = await findDraft(desk, hash);
  if (draft.state === "superseded") throw await waitsNoMore(desk, draft);
  if (!(await decideDraft(desk.database, draft, "rejected", desk.now()))) throw takenMeanwhile(draft);
  return draft;
}

function slotOf({ newsletter, cadence, slot }: DraftRow): DraftKey {
  return { newsletter, cadence, slot: new Date(slot) };
}

/** Why a draft that was superseded is nobody's to decide on any more. */
async function waitsNoMore({ database }: Desk, draft: DraftRow): Promise<GazetteError> {
  const hint = "`gazette status` names the drafts that wait.";
  const name = `Draft ${short(draft.hash)}`;
  const other = (await listDrafts(database, slotOf(draft))).find(({ state }) => state !== "superseded");
  const message =
    other === undefined
      ? `${name} waits no more: its slot, or a later one, was decided without it.`
      : `${name} was replaced by draft ${short(other.hash)}.`;
  return new GazetteError("draft-outdated", message, { hint });
}

function takenMeanwhile({ hash }: DraftRow): GazetteError {
  return new GazetteError(
    "issue-state",
    `Draft ${short(hash)} went out, or was replaced by a newer one, in this moment.`,
    { hint: "`gazette status` shows which." },
  );
}

const hashPattern = /^[0-9a-f]{8,64}$/u;

async function findDraft(
  { config, database }: Desk,
  hash: string,
): Promise<{ readonly draft: DraftRow; readonly context: OpenContext }> {
  const prefix = hash.trim().toLowerCase();
  if (!hashPattern.test(prefix)) {
    throw new GazetteError(
      "usage",
      `A draft is named by at least 8 characters of its hash; found "${hash}".`,
      {
        hint: "It stands in the editors' mail, and `gazette status` names the drafts that wait.",
      },
    );
  }
  const [draft, ...others] = await findDraftsByHash(database, prefix);
  const newsletter = config.newsletters.find(({ key }) => key === draft?.newsletter);
  if (draft !== undefined && newsletter === undefined) {
    throw new GazetteError(
      "draft-missing",
      `Draft ${short(draft.hash)} is of the newsletter "${draft.newsletter}", and none is called that any more.`,
      {
        hint: "Where the newsletter was renamed, call it so again; `gazette status` names the drafts that wait.",
      },
    );
  }
  if (draft === undefined || newsletter === undefined) {
    throw new GazetteError("draft-missing", `There is no draft ${hash}.`, {
      hint: "`gazette status` names the drafts that wait.",
    });
  }
  if (newsletter.cadences.every(({ name }) => name !== draft.cadence)) {
    throw new GazetteError(
      "draft-missing",
      `Draft ${short(draft.hash)} is of the cadence "${draft.cadence}", which "${newsletter.title}" has no more.`,
      {
        hint: "Where the cadence was renamed, call it so again; `gazette status` names the drafts that wait.",
      },
    );
  }
  if (others.some((other) => other.hash !== draft.hash))
    throw new GazetteError("usage", `Several drafts begin with ${hash}.`, { hint: "Give more of the hash." });
  if (draft.state === "sent") {
    throw new GazetteError("issue-state", `Draft ${short(draft.hash)} went out already.`, {
      hint: "`gazette status` shows its issue.",
    });
  }
  // A slot has one issue: what is left of its drafts can neither go out nor be kept from going out.
  const record = await findSlot(database, slotOf(draft));
  if (record?.outcome === "sent") {
    const slot = `${localMinute(record.slot, newsletter.timeZone)} ${newsletter.timeZone}`;
    throw new GazetteError(
      "issue-state",
      `Draft ${short(draft.hash)} is of ${slot}, whose issue went out already, without it.`,
      { hint: "`gazette status` shows that issue, and the drafts that wait." },
    );
  }
  return { draft, context: { config, newsletter, cadence: draft.cadence, database } };
}

/** An edit since the draft makes a new one, and the old one is not sent by mistake. */
async function assertCurrent(desk: Desk, context: OpenContext, draft: DraftRow, slot: Date): Promise<void> {
  // Already approved: it goes out whatever was edited since, and saying it twice changes nothing.
  if (draft.state === "approved") return;
  const { newsletter, cadence } = draft;
  const drafts = await listDrafts(desk.database, slotOf(draft));
  if (drafts.every(({ state }) => state === "superseded")) throw await waitsNoMore(desk, draft);
  const state = await refreshDraft(desk, context, slot);
  if (state.kind === "made") {
    await tellDraft(desk, context, state);
    // Of a slot that was held, the operator was told the old one's hash.
    const key = `slot:${newsletter}:${cadence}:${slot.toISOString()}`;
    await renameInAlert(desk.database, key, short(draft.hash), short(state.draft.hash));
  }
  if (state.kind === "nothing") {
    throw new GazetteError("draft-outdated", `There is nothing left to send: ${state.reason}.`, {
      hint: "`gazette explain` says what became of each article.",
    });
  }
  if (state.draft.hash === draft.hash) return;
  const changes = compareDrafts(describeContent(state.draft), describeContent(draft))
    .map(({ mark, title, detail }) => `  ${mark ?? ""} ${title}${detail === undefined ? "" : ` (${detail})`}`)
    .join("\n");
  throw new GazetteError(
    "draft-outdated",
    `Something was edited after draft ${short(draft.hash)}, so nothing was approved:\n${changes}`,
    {
      hint: `The editors have the new draft; \`gazette send --approve ${short(state.draft.hash)}\` approves it.`,
    },
  );
}

function describeContent(draft: DraftRow): Parameters<typeof compareDrafts>[0] {
  return { manifest: JSON.parse(draft.manifest) as IssueManifest, articles: readFrozen(draft).articles };
}

function short(hash: string): string {
  return hash.slice(0, 12);
}
