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
 * What became of one attempt to hand over one message. `uncertain`: the body may have been read and no reply came, so that
 * the server may have accepted it (RFC 1047); it is never retried without a person.
 */
export interface Outcome {
  readonly state: "accepted" | "deferred" | "failed" | "uncertain";
  readonly reply: SmtpReply;
}

/** How far an attempt got before it ended. */
export interface SmtpAttempt {
  /** Whether any of the body may have reached the server. */
  readonly bodyStarted: boolean;
  readonly reply: SmtpReply;
}

/**
 * What one SMTP dialogue says about one message. Reads reply codes and how far the body got, never message text: a reply
 * is definite; without one, a message whose body never started is safe to retry, any other is uncertain.
 */
export function toOutcome(attempt: SmtpAttempt): Outcome {
  return { state: stateOf(attempt), reply: attempt.reply };
}

function stateOf({ bodyStarted, reply }: SmtpAttempt): Outcome["state"] {
  if (reply.code === undefined) return bodyStarted ? "uncertain" : "deferred";
  if (reply.code >= 200 && reply.code < 300) return "accepted";
  return reply.code >= 500 ? "failed" : "deferred";
}
