import type { LinkConfig } from "../readers/address-reader.ts";
import type { ManifestFinding } from "../manifest.ts";

/**
 * What to know of the links that messages carry to `PUBLIC_URL`: nothing of ours answers there, and a reader who cannot
 * leave calls the mail spam. Undefined: messages carry none, and none was wished for.
 */
export function doubtLinks({ publicUrl, secret }: LinkConfig): ManifestFinding | undefined {
  if (publicUrl === undefined) return undefined;
  const finding = { rule: "public-address", severity: "warning" as const, place: "PUBLIC_URL" };
  if (secret === undefined || !publicUrl.startsWith("https://")) {
    const missing = secret === undefined ? "GAZETTE_SECRET is not set" : "it is not an https:// address";
    return {
      ...finding,
      message: `PUBLIC_URL is set and messages carry no link to it, because ${missing}.`,
      remedy: "Set both, or neither: then readers unsubscribe by mail.",
    };
  }
  return {
    ...finding,
    message: `The unsubscribe link of every message leads to ${publicUrl.replace(/\/+$/u, "")}/unsubscribe/, where Gazette itself does not answer.`,
    remedy:
      "Make sure that a program of yours takes the POST there (docs/delivery.md says what comes), or unset PUBLIC_URL: then readers unsubscribe by mail.",
  };
}
