import type { Outcome } from "./outcome.ts";

/** One message on its way: what SMTP needs and the bytes, ready. */
export interface OutgoingMessage {
  readonly envelope: { readonly from: string; readonly to: string };
  /** An address of envelope or headers has characters beyond ASCII before its @: the server must offer SMTPUTF8 (RFC 6531). */
  readonly isUtf8: boolean;
  /** Names the file where messages become files. */
  readonly fileName: string;
  /** The bytes, in blocks that messages may share; they end with CRLF, and no line begins with a dot. */
  readonly blocks: readonly Buffer[];
}

/** Hands messages over, one at a time. */
export interface Transport {
  /**
   * @param beforeBody Called at most once, before the first byte of the body may leave. When it rejects, no byte leaves and
   * the rejection is passed on.
   * @param upcoming Asked when the body leaves: the message that is handed over next, where it is known. It may be announced with
   * the body, so that its own is asked for at once; where another one comes instead, that costs a connection.
   */
  deliver(
    message: OutgoingMessage,
    beforeBody: () => Promise<void>,
    upcoming?: () => OutgoingMessage | undefined,
  ): Promise<Outcome>;
  close(): Promise<void>;
}

/** Makes transports; each sends over a connection of its own. */
export interface TransportFactory {
  /** Stable: quotas and warm-up are counted by it, such as `smtp.example.com:587`. */
  readonly name: string;
  /** For people: a folder, or `smtp.example.com:587`. */
  readonly description: string;
  /** @throws GazetteError `smtp-unreachable` or `smtp-refused` where no message can be handed over at all. */
  open(): Promise<Transport>;
}
