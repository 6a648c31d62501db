import type { CheckOptions } from "../../checks/checked-edition.ts";
import type { Finding } from "../../checks/finding.ts";
import { splitSlots } from "../../rendering/slots/slots.ts";
import type { EditionsOfWishes } from "../editions/choose-editions.ts";
import { type ComposedEdition, wholeIssue } from "../editions/edition-press.ts";

/** So many editions, the largest, are looked at by every rule. One takes some 50 ms, and all are made of the same parts. */
const checkedWhole = 3;
/** More of a kind tell a person no more. */
const shownFindings = 20;

/**
 * Checks the editions of an issue beside the whole one: the largest by every rule, all of them by size and by what every
 * message needs. A finding that the whole issue has too is not repeated.
 *
 * @param check - Every rule, for one edition.
 */
export function checkEditions(
  { editions }: Pick<EditionsOfWishes, "editions">,
  known: readonly Finding[],
  check: (edition: ComposedEdition) => readonly Finding[],
  { budgetBytes, off }: Pick<CheckOptions, "budgetBytes" | "off">,
): Finding[] {
  const others = editions.map(({ edition }) => edition).filter(({ key }) => key !== wholeIssue);
  const largest = others.toSorted((a, b) => b.bytes.html - a.bytes.html).slice(0, checkedWhole);
  const told = new Set(known.map(({ rule, message }) => `${rule} ${message}`));
  const findings: Finding[] = [];
  for (const edition of largest) {
    for (const finding of check(edition)) {
      const name = `${finding.rule} ${finding.message}`;
      if (told.has(name)) continue;
      told.add(name);
      findings.push({ ...finding, place: `edition ${edition.key}: ${finding.place}` });
    }
  }
  const checked = new Set(largest);
  const hasSlot = createSlotFinder();
  const faults = others
    .filter((edition) => !checked.has(edition))
    .flatMap((edition) => findFaults(edition, budgetBytes, hasSlot))
    .filter(({ rule }) => !off.has(rule));
  return [...findings, ...faults.slice(0, shownFindings)];
}

function findFaults(edition: ComposedEdition, budgetBytes: number, hasSlot: SlotFinder): Finding[] {
  const { key, subject, bytes, html, text } = edition;
  const found = (
    rule: Finding["rule"],
    severity: Finding["severity"],
    message: string,
    remedy: string,
  ): Finding => ({
    rule,
    severity,
    message,
    place: `edition ${key}`,
    remedy,
    location: { kind: "issue" },
  });
  const faults: Finding[] = [];
  if (bytes.html > budgetBytes) {
    const message = `The HTML of an edition has ${Math.ceil(bytes.html / 1024)} KB; more than ${Math.floor(budgetBytes / 1024)} KB may be clipped.`;
    faults.push(
      found("html-size", "warning", message, "Show fewer stories (selection.stories, selection.inBrief)."),
    );
  }
  if (subject.trim() === "")
    faults.push(found("subject-length", "error", "An edition has no subject.", "Give the articles titles."));
  if (!text.some((piece) => piece.trim() !== ""))
    faults.push(found("text-part", "error", "An edition has no plain text.", "Mend the theme's text.hbs."));
  if (!hasSlot(html, "unsubscribeUrl") || !hasSlot(text, "unsubscribeUrl")) {
    const message = "An edition has no link to unsubscribe with.";
    faults.push(
      found(
        "unsubscribe-link",
        "error",
        message,
        'Put {{slot "unsubscribeUrl"}} where every edition has it.',
      ),
    );
  }
  return faults;
}

type SlotFinder = (pieces: readonly string[], name: string) => boolean;

/** Most pieces stand in thousands of editions, and are looked at once. */
function createSlotFinder(): SlotFinder {
  const slotsIn = new Map<string, readonly string[]>();
  return (pieces, name) =>
    pieces.some((piece) => {
      const slots = slotsIn.get(piece) ?? splitSlots(piece).marks.map((mark) => mark.name);
      slotsIn.set(piece, slots);
      return slots.includes(name);
    });
}
