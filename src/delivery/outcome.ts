/** What a server said, in numbers where it gave them. */
export interface SmtpReply {
  /** RFC 5321; undefined: the connection ended without a reply. */
  readonly code: number | undefined;
  /** RFC 3463, such as `5.1.1`. */
  readonly enhancedCode: string | undefined;
  readonly text: string;
  readonly host: string;
}

/**
 * How far an attempt got before it ended. `body`: some of the body may have left, and the final dot has not; `end`: the
 * final dot may have left as well.
 */
export type SmtpPhase = "connect" | "mail" | "rcpt" | "data" | "body" | "end";

/**
 * What became of one attempt to hand over one message. `uncertain`: the whole body may have been read and no reply came,
 * so that the server may have accepted it (RFC 1047); it is never retried without a person.
 */
export interface Outcome {
  readonly state: "accepted" | "deferred" | "failed" | "uncertain";
  readonly phase: SmtpPhase;
  readonly reply: SmtpReply;
}

export interface SmtpAttempt {
  readonly phase: SmtpPhase;
  readonly reply: SmtpReply;
}

/**
 * What one SMTP dialogue says about one message. Reads reply codes and how far the message got, never its text: a reply is
 * definite; without one, a message whose final dot never left is safe to retry (RFC 5321 section 4.1.1.4: without it the
 * server must not deliver), any other is uncertain.
 */
export function toOutcome({ phase, reply }: SmtpAttempt): Outcome {
  return { state: stateOf(phase, reply), phase, reply };
}

function stateOf(phase: SmtpPhase, { code, enhancedCode }: SmtpReply): Outcome["state"] {
  if (code === undefined) return phase === "end" ? "uncertain" : "deferred";
  if (code >= 200 && code < 300) return phase === "end" ? "accepted" : "deferred";
  // A full mailbox may be emptied (RFC 3463, X.2.2), whatever class the server gives it.
  if (code >= 500) return enhancedCode === "5.2.2" ? "deferred" : "failed";
  // A 3xx after the final dot is no answer: nobody knows what became of the message.
  return code < 400 && phase === "end" ? "uncertain" : "deferred";
}
