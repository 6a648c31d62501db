import type { SubscriptionView } from "../storage/audience/subscribers.ts";
import { guardCell } from "./cell-guard.ts";

/** The heading of a list as Gazette writes it; what it reads has the same names. */
export const listHeading = "email,name,language,timezone,topics,cadence,state,joined\r\n";

/** One subscriber as a line of CSV (RFC 4180) that an import reads back and no spreadsheet executes. */
export function writeSubscriberRow(row: SubscriptionView): string {
  const state = row.suppressed === null ? row.state : "suppressed";
  const cells = [
    row.address,
    row.name,
    row.language ?? "",
    row.timeZone ?? "",
    row.topics.join("|"),
    row.cadence ?? "",
    state,
  ];
  return `${[...cells, row.joinedAt].map((cell) => quote(guardCell(cell))).join(",")}\r\n`;
}

function quote(cell: string): string {
  return /[",;\t\r\n|]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
