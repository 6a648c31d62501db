import { cleanLine } from "../../platform/clean-text.ts";
import { escapeHtml } from "../../platform/escape-html.ts";
import type { SlotPlace } from "./slots.ts";

/**
 * A reader's value as it goes into the place of a slot: one line, with nothing that could end the place early.
 *
 * @param value - What the reader's record says; trusted no more than an article.
 * @returns For a whole address that is not http, https or mailto: `#`.
 */
export function escapeSlot(place: SlotPlace, value: string): string {
  const line = cleanLine(value);
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
