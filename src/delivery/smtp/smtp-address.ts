export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
}

/** Reads an `smtp:` or `smtps:` address; the ports are those of RFC 6409 and RFC 8314. */
export function parseSmtpUrl(smtpUrl: string): SmtpAddress {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** Whether what is sent to a host stays on this machine. */
export function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./u.test(host);
}
