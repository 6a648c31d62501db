import type { WindowOptions } from "../window-options.ts";
import type { ReviewOptions } from "./approve-draft.ts";
import type { ResendOptions } from "./resend.ts";

export interface SendOptions extends WindowOptions, ResendOptions, ReviewOptions {
  readonly due?: true;
  readonly to?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}
