import { join } from "node:path";
import type { Config, DeliveryConfig, NewsletterConfig } from "../../config/config.ts";
import { loadDkimKey } from "../../delivery/dkim/load-dkim-key.ts";
import { createSigner, type MessageSigner } from "../../delivery/dkim/sign-message.ts";
import { type DeliveryPolicy, defaultPolicy, type Relay } from "../../delivery/delivery-policy.ts";
import { createSmtpTransport } from "../../delivery/smtp/smtp-transport.ts";
import { createOutboxTransport } from "../../delivery/transports/outbox-transport.ts";
import { createSendmailTransport } from "../../delivery/transports/sendmail-transport.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const noQuota = { perDay: undefined, warmUp: [] };

/** The ways out: SMTP servers, else a sendmail program, else files in `out/outbox/`. Never empty. */
export function chooseRelays({ delivery, out }: Pick<Config, "delivery" | "out">): [Relay, ...Relay[]] {
  const [first, ...others] = delivery.relays.map(
    ({ url, tls, oauth2, share, connections, perDay, warmUp }): Relay => ({
      transport: createSmtpTransport({ url, tls, oauth2 }),
      share,
      connections,
      daily: { perDay, warmUp },
    }),
  );
  if (first !== undefined) return [first, ...others];
  const transport =
    delivery.sendmail === undefined
      ? createOutboxTransport(join(out, "outbox"))
      : createSendmailTransport(delivery.sendmail);
  return [{ transport, share: 1, connections: 4, daily: noQuota }];
}

/** The configured pace and patience over the defaults. */
export function policyOf(delivery: DeliveryConfig, newsletter: NewsletterConfig): DeliveryPolicy {
  const { errorBudget, retryMinutes, expireHours } = delivery;
  return {
    ...defaultPolicy,
    perSecond: delivery.perSecond ?? Infinity,
    hours: delivery.hours,
    timeZone: newsletter.timeZone,
    domains: new Map(Object.entries(delivery.domains)),
    retry: {
      ...defaultPolicy.retry,
      ...(retryMinutes === undefined ? {} : { firstMs: retryMinutes * minuteMs }),
    },
    expireAfterMs: expireHours === undefined ? defaultPolicy.expireAfterMs : expireHours * hourMs,
    errorBudget:
      errorBudget === false
        ? undefined
        : errorBudget === undefined
          ? defaultPolicy.errorBudget
          : { window: errorBudget.of, minimum: errorBudget.minimum, share: errorBudget.percent / 100 },
  };
}

/**
 * The signer of the configured keys; undefined where none is configured.
 *
 * @throws GazetteError `dkim-invalid` for a key that cannot sign.
 */
export function openSigner({ dkim }: DeliveryConfig): MessageSigner | undefined {
  return dkim.length === 0 ? undefined : createSigner(dkim.map(loadDkimKey));
}
