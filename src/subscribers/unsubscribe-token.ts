import { createHmac, timingSafeEqual } from "node:crypto";
import { normaliseAddress } from "../platform/mailbox.ts";

/** Who leaves what, as a link in a message says it. */
export interface UnsubscribeClaim {
  readonly newsletter: string;
  /** Normalised. */
  readonly address: string;
}

/** Octets of the signature: 128 bits, more than anyone can try. */
const signatureBytes = 16;

/** A text for a link that only the holder of the secret can make: the claim, readable, and its signature. */
export function signUnsubscribe({ newsletter, address }: UnsubscribeClaim, secret: string): string {
  const claim = Buffer.from(JSON.stringify([newsletter, address])).toString("base64url");
  return `${claim}.${signatureOf(claim, secret).toString("base64url")}`;
}

/** @returns Undefined for anything that was not made with this secret. */
export function readUnsubscribe(token: string, secret: string): UnsubscribeClaim | undefined {
  const [claim = "", signature = "", ...rest] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(claim, secret);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return undefined;
  const [newsletter, address] = JSON.parse(Buffer.from(claim, "base64url").toString()) as [string, string];
  // Links of earlier issues name the address as it was kept then.
  return { newsletter, address: normaliseAddress(address) };
}

function signatureOf(claim: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`unsubscribe ${claim}`).digest().subarray(0, signatureBytes);
}
