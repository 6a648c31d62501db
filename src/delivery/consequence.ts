import type { Outcome } from "./outcome.ts";

/**
 * What one outcome means beyond its own message. `suppress`: the address does not exist. `back-off`: the domain asks for
 * less. `policy`: the domain refuses us by policy, and a person should look. `relay`: the relay itself asks for a pause.
 * `pause-run`: the server refuses our sender or our message as such, so that every further one would fail.
 */
export type Consequence = "none" | "suppress" | "back-off" | "policy" | "relay" | "pause-run";

/** No such mailbox, no such domain, moved without an address, null MX (RFC 3463 section 3.2, RFC 7505). */
export const noSuchAddress = new Set(["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"]);
/** The sender's address is at fault, not the recipient's. */
const badSender = new Set(["5.1.7", "5.1.8"]);

/** Decides by reply code, enhanced code and phase, never by words. */
export function consequenceOf({ state, phase, reply }: Outcome): Consequence {
  const { code, enhancedCode = "" } = reply;
  if (code === undefined) return "none";
  // RFC 5321 section 4.2.2: the service closes, whatever was asked of it; only a word of policy is about the recipient's domain.
  if (code === 421)
    return phase === "connect" || phase === "mail" || !enhancedCode.startsWith("4.7.") ? "relay" : "back-off";
  if (state === "deferred") return enhancedCode.startsWith("4.7.") ? "back-off" : "none";
  if (state !== "failed") return "none";
  if (phase === "connect" || phase === "mail" || badSender.has(enhancedCode)) return "pause-run";
  if (noSuchAddress.has(enhancedCode)) return "suppress";
  return enhancedCode.startsWith("5.7.") ? "policy" : "none";
}
