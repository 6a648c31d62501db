import type { HeaderField } from "../dkim/sign-message.ts";

/** A line break that does not fold (RFC 5322 section 2.2.3): bare, or before a line with nothing on it, which ends the headers. */
const brokenFold = /\r(?!\n[ \t]+\S)|(?<!\r)\n/u;

/**
 * The fields as they stand in a message, each with its line end.
 *
 * @throws Error where a value would end the headers early or begin another: that is a fault of ours, and nobody is sent such a
 *   message.
 */
export function writeFields(fields: readonly HeaderField[]): string {
  let text = "";
  for (const { name, value } of fields) {
    if (brokenFold.test(value)) throw new Error(`The header ${name} is folded wrongly.`);
    text += `${name}: ${value}\r\n`;
  }
  return text;
}
