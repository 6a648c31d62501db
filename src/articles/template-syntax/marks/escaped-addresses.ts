/**
 * Takes the backslashes out of addresses that stand in a text, `https://example.org/a\\_b`: who turns HTML into Markdown
 * escapes every underscore, and an address that is a link by itself keeps what it is written with.
 */
export function unescapeAddresses(markdown: string): string {
  if (!/\\[_*~&#=+-]/.test(markdown)) return markdown;
  return markdown.replace(/(?<![<\w])(?:https?:\/\/|www\.)[^\s<>"'`]{1,2000}/gi, (address) =>
    address.replace(/\\([_*~&#=+-])/g, "$1"),
  );
}
