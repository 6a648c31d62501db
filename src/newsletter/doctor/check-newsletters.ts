import { isThisMachine, parseSmtpUrl } from "../../delivery/smtp/smtp-address.ts";
import { GazetteError } from "../../platform/errors.ts";
import { localMinute } from "../../platform/zoned-text.ts";
import { nextSlots } from "../../schedule/slots.ts";
import { assertSender } from "../sending/assert-sender.ts";
import { type DoctorCheck, type DoctorContext, failed, passed, warned } from "./doctor-check.ts";

/** Each newsletter has a sender that can send, and is due some time. */
export function checkNewsletters({ config, now }: DoctorContext): DoctorCheck[] {
  return config.newsletters.flatMap((newsletter) => {
    const { key, timeZone, cadences } = newsletter;
    const slots = cadences.map(({ name, cron }): DoctorCheck => {
      const [next] = nextSlots({ cron, timeZone }, now(), 1);
      const label = `schedule ${key}${cadences.length > 1 ? ` ${name}` : ""}`;
      return next === undefined
        ? failed(label, `"${cron}" is never due`, "Give it another schedule.")
        : passed(label, `next ${localMinute(next, timeZone)} ${timeZone} (${next.toISOString()})`);
    });
    try {
      assertSender({ config, newsletter });
      return [passed(`sender ${key}`, newsletter.from.address), ...slots];
    } catch (error) {
      if (!(error instanceof GazetteError)) throw error;
      return [failed(`sender ${key}`, error.message, error.hint ?? "Set MAIL_FROM in .env."), ...slots];
    }
  });
}

/** Readers can leave with one click (RFC 8058): an HTTPS address and a secret to sign with. */
export function checkLinks({ config }: DoctorContext): DoctorCheck[] {
  const { publicUrl, secret, delivery } = config;
  const isForOthers = delivery.relays.some(({ url }) => !isThisMachine(parseSmtpUrl(url).host));
  const missing = [
    ...(publicUrl?.startsWith("https://") === true ? [] : ["PUBLIC_URL (an https:// address)"]),
    ...(secret === undefined ? ["GAZETTE_SECRET"] : []),
  ];
  if (missing.length === 0) return [passed("unsubscribe", `one click, at ${publicUrl ?? ""}`)];
  const detail = "readers leave by mail only; Gmail and Yahoo ask for one click from those who send much";
  const remedy = `Set ${missing.join(" and ")} in .env; \`openssl rand -hex 32\` makes a secret.`;
  return [isForOthers ? warned("unsubscribe", detail, remedy) : passed("unsubscribe", "by mail")];
}
