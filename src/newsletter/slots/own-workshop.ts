import { decideSlot } from "./decide-slot.ts";
import { recordAlongside } from "./record-alongside.ts";
import { freezeDraft } from "../review/freeze-draft.ts";
import { isUntold, refreshDraft } from "../review/refresh-draft.ts";
import { tellDraft } from "../review/tell-draft.ts";
import type { Workshop } from "../timetable/schedule-run.ts";

/** Makes issues in this process, which then holds articles, templates and all that renders them. */
export const ownWorkshop: Workshop = {
  decideSlot,
  freezeApproved: async (run, context, draft) => {
    const alongside = await recordAlongside(run, context, new Date(draft.slot));
    return freezeDraft(context, draft, run.now(), alongside);
  },
  makeDraft: async (run, context, slot) => {
    const state = await refreshDraft(run, context, slot);
    const { editors } = context.newsletter.review;
    if (state.kind !== "nothing" && isUntold(state.draft, editors)) await tellDraft(run, context, state);
  },
};
