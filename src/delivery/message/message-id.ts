import { hash } from "node:crypto";

/**
 * The Message-ID of one issue for one recipient: the same on every retry, and telling nothing of either
 * (RFC 5322 section 3.6.4).
 *
 * @param issueKey What names the issue for good, such as newsletter, cadence and slot.
 * @param address Normalised.
 * @param senderDomain The domain the message comes from.
 */
export function messageIdOf(issueKey: string, address: string, senderDomain: string): string {
  return `<${digest(`${issueKey}\n${address}`)}@${senderDomain}>`;
}

/** 32 hexadecimal digits of a SHA-256: enough that two never meet. */
export function digest(text: string): string {
  return hash("sha256", text, "hex").slice(0, 32);
}
