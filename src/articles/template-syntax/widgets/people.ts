import { pick, type Arguments } from "../basics/parse-arguments.ts";

/** Names of what shows who somebody is; not a card, a picture or a logo of one. */
const people = /(?:mention|user|person|people|author|member|contributor|profile|handle|friend)s?$/;

/**
 * Who is named by what stands alone within a sentence and is given nothing else, `<Mention name="ada" />`; undefined for anything
 * else: a name alone may be an icon's.
 */
export function namePerson(name: string, given: Arguments): string | undefined {
  if (given.named.size !== 1 || given.positional.length > 0) return undefined;
  const key = name.toLowerCase().replace(/[-_]/g, "");
  const written = people.test(key)
    ? pick(given, "name", "user", "username", "handle", "login")
    : pick(given, "username", "handle");
  return written !== undefined && /^@?[\p{L}\p{N}][\p{L}\p{M}\p{N} ._’'-]{0,60}$/u.test(written)
    ? written
    : undefined;
}
