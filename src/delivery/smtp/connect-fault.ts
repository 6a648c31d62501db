import { GazetteError } from "../../platform/errors.ts";
import type { SmtpAddress } from "./smtp-address.ts";

/** What nodemailer's errors carry beside their message. */
interface ConnectError {
  /** `EPROTOCOL`, `ETLS`, `ESOCKET`, ... */
  readonly code?: unknown;
  /** Of a fault of the network; one of TLS has none, and bears the same code. */
  readonly syscall?: unknown;
  /** What the server said, where it spoke SMTP. */
  readonly responseCode?: unknown;
}

/** What a connection that did not come about means for the operator. Always safe to try again: nothing was sent. */
export function connectFault(error: unknown, { host, port, secure }: SmtpAddress): GazetteError {
  const place = `${host}:${port}`;
  const { code, syscall, responseCode } = (error ?? {}) as ConnectError;
  const said = describe(error);
  const fault = (message: string, hint: string): GazetteError =>
    new GazetteError("smtp-unreachable", `${message}: ${said}.`, {
      hint: `${hint}; nothing was sent.`,
      cause: error,
    });
  if (code === "ETLS" || (code === "ESOCKET" && syscall === undefined)) {
    const form = secure
      ? "`smtps:` is for servers with TLS from the first byte (port 465), `smtp:` for those that begin without (587)"
      : "The server must offer STARTTLS with a certificate for its name";
    return fault(
      `No secure connection to ${place}`,
      `${form}; a certificate of your own authority is named by \`delivery.relays[].tls.caFile\``,
    );
  }
  if (typeof responseCode === "number" && responseCode >= 400)
    return fault(
      `The SMTP server at ${place} takes no connection from here now`,
      "See what it says, and its log",
    );
  if (code === "EPROTOCOL")
    return fault(
      `What answers at ${place} is not an SMTP server`,
      "Check host and port in SMTP_URL (587 with `smtp:`, 465 with `smtps:`)",
    );
  return fault(`No SMTP server answers at ${place}`, "Check SMTP_URL and that the server is up");
}

/** One line, without the full stop; what a server said is cut. */
export function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .replace(/\.$/u, "")
    .slice(0, 300);
}
