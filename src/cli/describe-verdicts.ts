import type { IssueManifest } from "../newsletter/manifest.ts";

/** `21 considered: 14 selected, 3 in-brief, 2 draft` */
export function describeVerdicts({ considered, ...verdicts }: IssueManifest["counts"]): string {
  const parts = Object.entries(verdicts).map(([kind, count]) => `${count} ${kind}`);
  return `${considered} considered: ${parts.join(", ")}`;
}
