import type { ScheduleRun, Workshop } from "../timetable/schedule-run.ts";

/** Where the issues of a run are made. What this process would need for it is loaded only where it does that itself. */
export async function openWorkshop({ workshop }: ScheduleRun): Promise<Workshop> {
  return workshop ?? (await import("./own-workshop.ts")).ownWorkshop;
}
