import type { WindowOptions } from "../window-options.ts";
import type { CommonOptions } from "../common-options.ts";

export interface ReviewOptions extends CommonOptions {
  readonly approve?: string;
  readonly reject?: string;
  readonly atOnce?: true;
  readonly force?: string;
}

export interface ResendOptions {
  readonly issue?: string;
  /** States, separated by commas. */
  readonly only?: string;
  /** Addresses, separated by commas: of the uncertain, who has the issue. */
  readonly arrived?: string;
  readonly joined?: true;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly cadence?: string;
}

export interface SendOptions extends WindowOptions, ResendOptions, ReviewOptions {
  readonly due?: true;
  readonly to?: string;
}
