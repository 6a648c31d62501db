import { type Fields, firstField, parseHeaders } from "./parse-fields.ts";
import { findAddresses } from "./report-addresses.ts";
import type { OriginalMessage } from "./report.ts";

const messageIdForm = /<[^\s<>]{1,250}>/u;

export const noOriginal: OriginalMessage = { messageId: undefined, to: [], returnPaths: [] };

/** What the returned message, or its headers alone, say of themselves. */
export function readOriginal(text: string): OriginalMessage {
  const fields = parseHeaders(text);
  return {
    messageId: findMessageId(firstField(fields, "message-id")),
    to: addressesIn(fields, ["to", "x-original-to", "delivered-to", "envelope-to"]),
    returnPaths: addressesIn(fields, ["return-path"]),
  };
}

/** The Message-ID in a header, with its angle brackets. */
export function findMessageId(value: string | undefined): string | undefined {
  return messageIdForm.exec(value ?? "")?.[0];
}

/** The addresses in headers of these names, each once. */
export function addressesIn(fields: Fields, names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => (fields.get(name) ?? []).flatMap(findAddresses)))];
}
