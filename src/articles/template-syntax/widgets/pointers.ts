import { escapeHtml } from "../../../platform/escape-html.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";

const documentKeys = ["src", "source", "url", "file", "filename", "path", "href", "link", "pdf"];

/**
 * A link to what a shortcode of any name is given: a mailbox that it keeps from programs, or a document that it embeds.
 *
 * @returns undefined where it is given neither.
 */
export function renderPointer(given: Arguments): string | undefined {
  const [first] = given.positional;
  const mailbox = pick(given, "address", "email", "mail") ?? first ?? "";
  if (/^[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,24}$/u.test(mailbox)) {
    const words = pick(given, "display", "text", "title") ?? given.positional[1] ?? mailbox;
    return `<a href="mailto:${escapeHtml(mailbox)}">${escapeHtml(words)}</a>`;
  }
  const file = pick(given, ...documentKeys) ?? first ?? "";
  if (!/[^/]\.pdf$/i.test(file)) return undefined;
  const words = pick(given, "title", "caption", "text", "name") ?? file.slice(file.lastIndexOf("/") + 1);
  return `<a href="${escapeHtml(file)}">${escapeHtml(words)}</a>`;
}

/** A link to a file that readers are given to keep, by its name; undefined where none is named. */
export function renderFile(given: Arguments): string | undefined {
  const file = pick(given, "src") ?? "";
  if (!/[^/]\.\w{1,8}$/.test(file)) return undefined;
  return `<a href="${escapeHtml(file)}">${escapeHtml(file.slice(file.lastIndexOf("/") + 1))}</a>`;
}
