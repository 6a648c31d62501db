import { accessSync, constants } from "node:fs";
import type { RelayConfig } from "../../config/config.ts";
import { isThisMachine, parseSmtpUrl } from "../../delivery/smtp/smtp-address.ts";
import { connectSmtp } from "../../delivery/smtp/smtp-connect.ts";
import { GazetteError } from "../../platform/errors.ts";
import { type DoctorCheck, type DoctorContext, failed, passed, warned } from "./doctor-check.ts";

const connectMs = 10_000;

/** Each SMTP server answers, does TLS and takes the login. Nothing is sent. */
export async function checkRelays({ config }: DoctorContext): Promise<DoctorCheck[]> {
  const { relays, sendmail } = config.delivery;
  if (relays.length > 0) return Promise.all(relays.map(checkRelay));
  if (sendmail === undefined)
    return [
      warned(
        "smtp",
        "no server is configured: messages become files in out/outbox/",
        "Set SMTP_URL in .env to send for real.",
      ),
    ];
  try {
    accessSync(sendmail, constants.X_OK);
    return [passed("sendmail", `${sendmail} can be run`)];
  } catch {
    return [failed("sendmail", `${sendmail} cannot be run`, "Check delivery.sendmail in the configuration.")];
  }
}

async function checkRelay({ url, tls, oauth2 }: RelayConfig): Promise<DoctorCheck> {
  const address = parseSmtpUrl(url);
  const name = `smtp ${address.host}:${address.port}`;
  try {
    const { channel, extensions } = await connectSmtp({ address, tls, oauth2, connectMs });
    channel.write("QUIT\r\n");
    channel.close();
    const security = isThisMachine(address.host) ? "on this machine" : "TLS with a valid certificate";
    const login = address.user === "" ? "no login" : "logged in";
    const offered = [
      ...(extensions.pipelining ? ["PIPELINING"] : []),
      ...(extensions.smtpUtf8 ? ["SMTPUTF8"] : []),
    ];
    return passed(
      name,
      [security, login, `offers ${offered.join(", ") || "neither PIPELINING nor SMTPUTF8"}`].join("; "),
    );
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    return failed(name, error.message, error.hint ?? "Check SMTP_URL.");
  }
}
