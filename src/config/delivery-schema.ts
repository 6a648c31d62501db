import { z } from "zod";
import { askedAddress, smtpUrl } from "./address-schema.ts";
import { isAddress } from "../platform/mailbox.ts";

const count = (min: number, max: number): z.ZodNumber =>
  z
    .number()
    .int("a whole number")
    .min(min, `a number of at least ${min}`)
    .max(max, `a number of at most ${max}`);
const text = z.string().trim().min(1, "a text that is not empty").max(2000, "at most 2000 characters");
const positive = z.number().gt(0, "a number above 0");

const relay = z
  .strictObject({
    url: smtpUrl,
    share: positive.optional(),
    connections: count(1, 200).optional(),
    perDay: count(1, 100_000_000).optional(),
    warmUp: z.array(count(1, 100_000_000)).max(365, "at most 365 days").optional(),
    tls: z
      .strictObject({ certFile: text.optional(), keyFile: text.optional(), caFile: text.optional() })
      .optional(),
    oauth2: z
      .strictObject({ clientId: text, clientSecret: text, refreshToken: text, accessUrl: askedAddress })
      .optional(),
  })
  .superRefine(({ url, oauth2 }, context) => {
    // A token is a user's: without one there would be no login, and the server would refuse every message.
    if (oauth2 === undefined || URL.parse(url)?.username !== "") return;
    const message = "with oauth2, the user whose token it is as well: smtps://user@host:465";
    context.addIssue({ code: "custom", path: ["url"], message });
  });

const clock = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/u;

/** `08:00-21:30` as minutes after midnight. */
const hours = z.string().transform((value, context) => {
  const [, fromHour, fromMinute, untilHour, untilMinute] = (clock.exec(value.trim()) ?? []).map(Number);
  if (fromHour === undefined || untilHour === undefined) {
    context.addIssue({ code: "custom", message: "two times such as 08:00-21:30" });
    return z.NEVER;
  }
  return {
    fromMinute: fromHour * 60 + (fromMinute ?? 0),
    untilMinute: untilHour * 60 + (untilMinute ?? 0),
  };
});

/** How messages leave: relays, pace, retries, signing. */
export const deliverySchema = z.strictObject({
  connections: count(1, 200).optional(),
  relays: z.array(relay).optional(),
  sendmail: text.optional(),
  perSecond: positive.optional(),
  hours: hours.optional(),
  domains: z
    .record(
      z.string(),
      z.strictObject({ connections: count(1, 200).optional(), perSecond: positive.optional() }),
    )
    .optional(),
  retryMinutes: positive.optional(),
  expireHours: positive.optional(),
  errorBudget: z
    .union([
      z.literal(false),
      z.strictObject({
        percent: z.number().min(1, "a number from 1 to 100").max(100, "a number from 1 to 100"),
        of: count(10, 10_000).optional(),
        minimum: count(1, 10_000).optional(),
      }),
    ])
    .optional(),
  returnPath: z.string().refine(isAddress, "an email address such as bounces@example.com").optional(),
  verp: z.boolean().optional(),
  softBounces: z
    .strictObject({ count: count(1, 100).optional(), days: count(1, 3660).optional() })
    .optional(),
  dkim: z.array(z.strictObject({ domain: text, selector: text, privateKeyFile: text })).optional(),
});

export type ParsedDelivery = z.output<typeof deliverySchema>;
