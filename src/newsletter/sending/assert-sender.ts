import { isThisMachine, parseSmtpUrl } from "../../delivery/smtp/smtp-address.ts";
import { GazetteError } from "../../platform/errors.ts";
import { asciiDomainOf } from "../../platform/mailbox.ts";
import type { NewsletterContext } from "../newsletter-context.ts";

/** Domains that never send or receive mail (RFC 2606, RFC 6761). */
const reservedDomain = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)$/iu;

/**
 * Holds back a newsletter that would go out into the world from an address that cannot exist, as one does that
 * nobody gave a sender. A server on this machine may take it: that is how one tries things out.
 *
 * @throws GazetteError `config-invalid`
 */
export function assertSender({ config, newsletter }: Pick<NewsletterContext, "config" | "newsletter">): void {
  const { address } = newsletter.from;
  const remote = config.delivery.relays.find(({ url }) => !isThisMachine(parseSmtpUrl(url).host));
  if (remote === undefined || !reservedDomain.test(asciiDomainOf(address))) return;
  throw new GazetteError(
    "config-invalid",
    `"${newsletter.title}" has no sender of its own: ${address} cannot send mail.`,
    {
      hint: "Set MAIL_FROM in .env, such as MAIL_FROM=The Weekly <weekly@your-domain.org>; nothing was sent.",
    },
  );
}
