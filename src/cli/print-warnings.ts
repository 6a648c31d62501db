import { styleText } from "node:util";
import type { Config } from "../config/config.ts";
import { doubtLinks } from "../newsletter/building/doubt-links.ts";
import { toTerminal } from "./terminal-text.ts";

/** What an editor should know now, on stderr. */
export function printWarnings(warnings: readonly string[]): void {
  for (const warning of warnings)
    process.stderr.write(
      `${styleText("yellow", "warning:", { stream: process.stderr })} ${toTerminal(warning)}\n`,
    );
}

/** Says where the links of a message lead to, where that is somewhere that Gazette does not answer. */
export function printLinkDoubt(config: Config): void {
  const doubt = doubtLinks(config);
  if (doubt !== undefined) printWarnings([`${doubt.message} ${doubt.remedy}`]);
}
