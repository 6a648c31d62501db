import { z } from "zod";

/** An SMTP server with what logs in there. What is wrong is said without quoting any of it: it may hold a password. */
export const smtpUrl = z.string().superRefine((value, context) => {
  const message = problemOfSmtpUrl(value);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

const smtpForm = "smtp://user:password@host:587 or smtps://user:password@host:465";

/** An `@`, `/`, `#` or `?` of a password ends the part of the address that it stands in. */
const encoded =
  "special characters of user and password percent-encoded (% is %25, @ is %40, / is %2F, # is %23)";

function problemOfSmtpUrl(value: string): string | undefined {
  if (!/^smtps?:\/\//iu.test(value)) return smtpForm;
  if (!URL.canParse(value)) return `${smtpForm}, ${encoded}`;
  const { hostname, username, password, pathname, search, hash } = new URL(value);
  if (hostname === "") return smtpForm;
  if (!isDecodable(username) || !isDecodable(password)) return `${smtpForm}, ${encoded}`;
  const rest = `${pathname.replace(/^\/$/u, "")}${search}${hash}`;
  return rest === "" ? undefined : `${smtpForm} and nothing after the port, ${encoded}`;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const form = "an address that starts with https://";

export const webAddress = z
  .string()
  .refine((value) => /^https?:\/\/[^\s/]/iu.test(value) && URL.canParse(value), form);

/** One that other addresses are made from by writing on. */
export const baseAddress = webAddress.refine(
  (value) => !/[?#]/u.test(value),
  `${form}, without a question mark or #`,
);

/** One that this process asks: `fetch` refuses a user and password in it. */
export const askedAddress = webAddress.refine((value) => {
  const { username, password } = URL.canParse(value) ? new URL(value) : { username: "", password: "" };
  return username === "" && password === "";
}, `${form}, without user and password in it`);
