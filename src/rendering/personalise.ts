import type { Edition, PersonalEdition, Reader } from "./edition.ts";
import { cleanText, splitSlots, type SlotMark, type SlotPlace } from "./slots/slots.ts";

/** Puts one reader's values into an edition, each escaped for where it stands. Linear; no template runs. */
export function personalise(edition: Edition, reader: Reader): PersonalEdition {
  return { html: fill(edition.html, reader), text: fill(edition.text, reader) };
}

function fill(source: string, reader: Reader): string {
  const { literals, marks } = splitSlots(source);
  let out = literals[0] ?? "";
  let skipping: SlotMark | undefined;
  marks.forEach((mark, index) => {
    const literal = literals[index + 1] ?? "";
    const value = reader[mark.name];
    if (skipping === undefined) {
      if (mark.kind === "value") out += escapeFor(mark.place, value);
      else if (mark.kind === "start" && value === "") skipping = mark;
    } else if (mark.kind === "end" && mark.name === skipping.name) skipping = undefined;
    if (skipping === undefined) out += literal;
  });
  return out;
}

/** @param value - What the reader's record says; trusted no more than an article. */
export function escapeFor(place: SlotPlace, value: string): string {
  const line = cleanText(value).replace(/[\r\n\t\u2028\u2029]+/g, " ");
  switch (place) {
    case "text":
      return line;
    case "html":
      return escapeHtml(line);
    case "url":
      return /^(?:https?:\/\/|mailto:)[^\s"<>`\\]+$/i.test(line) ? escapeHtml(line) : "#";
    case "urlPart":
      return encodeURIComponent(line).replaceAll("'", "%27");
  }
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
