import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { GazetteError } from "../../platform/errors.ts";
import type { DkimKey } from "./sign-message.ts";

/** Where a signing key is and what it signs for. */
export interface DkimKeySource {
  readonly domain: string;
  readonly selector: string;
  /** A PEM file, absolute; or the PEM itself. */
  readonly key: { readonly file: string } | { readonly pem: string };
}

/** RFC 8301: verifiers refuse less than 1024 bits, and receivers ask for 2048. */
const minimumBits = 2048;

/**
 * Reads a key and lets it prove itself: what it signs, its public half verifies.
 *
 * @throws GazetteError `dkim-invalid`. Without a key that signs, no mail leaves: unsigned by accident is worse than late.
 */
export function loadDkimKey({ domain, selector, key }: DkimKeySource): DkimKey {
  const place = "file" in key ? key.file : "DKIM_PRIVATE_KEY";
  const privateKey = parseKey(key, place);
  const algorithm = algorithmOf(privateKey, place);
  const text = Buffer.from("Gazette signs this to see whether the key can.");
  const digest = algorithm === "rsa-sha256" ? "sha256" : null;
  const signature = sign(digest, text, privateKey);
  if (!verify(digest, text, createPublicKey(privateKey), signature)) {
    throw invalid(place, "what it signs does not verify");
  }
  return { domain, selector, algorithm, privateKey };
}

function parseKey(key: DkimKeySource["key"], place: string): KeyObject {
  try {
    return createPrivateKey("file" in key ? readFileSync(key.file) : key.pem.replaceAll("\\n", "\n"));
  } catch (error) {
    throw invalid(place, error instanceof Error ? error.message : String(error), error);
  }
}

function algorithmOf(key: KeyObject, place: string): DkimKey["algorithm"] {
  if (key.asymmetricKeyType === "ed25519") return "ed25519-sha256";
  if (key.asymmetricKeyType !== "rsa") {
    throw invalid(
      place,
      `it is of the kind ${key.asymmetricKeyType ?? "unknown"}; RSA and Ed25519 sign mail`,
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < minimumBits) throw invalid(place, `it has ${bits} bits; receivers ask for ${minimumBits}`);
  return "rsa-sha256";
}

function invalid(place: string, why: string, cause?: unknown): GazetteError {
  return new GazetteError("dkim-invalid", `The DKIM key ${place} cannot sign: ${why}. Nothing was sent.`, {
    hint: "Make one with `openssl genrsa -out dkim.pem 2048` and name it in DKIM_PRIVATE_KEY_FILE; `gazette doctor` prints its DNS record.",
    cause,
  });
}

/** The TXT record to publish for a key, at `name` (RFC 6376 section 3.6.1, RFC 8463 section 4). */
export function dkimRecord(key: DkimKey): { readonly name: string; readonly value: string } {
  const publicKey = createPublicKey(key.privateKey);
  const name = `${key.selector}._domainkey.${key.domain}`;
  if (key.algorithm === "rsa-sha256") {
    const der = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    return { name, value: `v=DKIM1; k=rsa; p=${der}` };
  }
  // The record has the 32 octets of the key alone, which end its SPKI form.
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
  return { name, value: `v=DKIM1; k=ed25519; p=${raw}` };
}
