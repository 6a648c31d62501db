import type { Outcome } from "./outcome.ts";

/** One message on its way: what SMTP needs and the bytes, ready. */
export interface OutgoingMessage {
  readonly envelope: { readonly from: string; readonly to: string };
  /** Names the file where messages become files. */
  readonly fileName: string;
  readonly raw: Buffer;
}

/** Hands messages over, one at a time. */
export interface Transport {
  /**
   * @param beforeBody Called once, before the first byte of the body may leave. When it rejects, no byte leaves and the
   * rejection is passed on.
   */
  deliver(message: OutgoingMessage, beforeBody: () => Promise<void>): Promise<Outcome>;
  close(): Promise<void>;
}

/** Makes transports; each sends over a connection of its own. */
export interface TransportFactory {
  /** For people: `files in out/outbox` or `smtp.example.com:587`. */
  readonly description: string;
  /** @throws GazetteError `smtp-unreachable` or `smtp-refused` where no message can be handed over at all. */
  open(): Promise<Transport>;
}
