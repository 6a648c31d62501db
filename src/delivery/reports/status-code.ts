import { noSuchAddress } from "../consequence.ts";
import type { Verdict } from "./report.ts";

const enhanced = /^([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/u;
/** Only where a code can stand: after a reply code, after `#` (qmail), or first. So no version and no IP address is one. */
const inText = /(?:^|\b[245]\d\d[ :-]{1,3}#?|#)([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/u;
const generic = /^[245]\.0\.0$/u;

/** The enhanced status code (RFC 3463) that a reply or an explanation bears; undefined where it has none. */
export function findStatusCode(text: string): string | undefined {
  return inText.exec(text.trim())?.[1];
}

/**
 * The code of a recipient. What its status field says; where that is only `5.0.0`, or is not there, the code in the far
 * server's own words.
 */
export function chooseStatusCode(field: string | undefined, diagnostic: string): string | undefined {
  const [stated] = enhanced.exec((field ?? "").trim()) ?? [];
  if (stated !== undefined && !generic.test(stated)) return stated;
  const said = findStatusCode(diagnostic.replace(/^[\w-]+\s*;\s*/u, ""));
  return said !== undefined && (stated === undefined || said[0] === stated[0]) ? said : stated;
}

/**
 * What a failure says of its address, by code alone (RFC 3463). Only "no such mailbox" and "no such domain" are hard. Policy
 * (X.7), content (X.6), protocol (X.5) and size (X.3.4) are about us or the message. The rest, and a failure without a code,
 * is soft: it counts, and one of it means nothing.
 */
export function judgeFailure(status: string | undefined): Extract<Verdict, "hard" | "soft" | "policy"> {
  if (status === undefined) return "soft";
  if (noSuchAddress.has(status)) return "hard";
  const [, subject = "", detail = ""] = status.split(".");
  const isAboutUs = ["5", "6", "7"].includes(subject) || (subject === "3" && detail === "4");
  return isAboutUs || status === "5.1.7" || status === "5.1.8" ? "policy" : "soft";
}
