const file = String.raw`(?:[^()<>\n"]|\([^()<>\n"]{0,60}\)){0,300}\.[A-Za-z\d]{2,5}`;

/** A picture, or a link to a file or a site, whose address holds spaces. */
const spaced = new RegExp(
  String.raw`(!?\[[^\]\n]{0,500}\]\([ \t]{0,9})((?:https?://|\.{0,2}/)?[^()<>\s"'\n]{0,300} ${file})((?:[ \t]+"[^"\n]{0,300}")?[ \t]{0,9}\))`,
  "g",
);

/**
 * Sets addresses with spaces between angle brackets, as CommonMark wants them: kramdown and many editors take them as they
 * stand, such as the name of a picture of a screen.
 */
export function bracketAddresses(markdown: string): string {
  if (!/\]\([^()\n"]{1,300} [^()\n"]/.test(markdown)) return markdown;
  return markdown.replace(
    spaced,
    (_all, start: string, address: string, end: string) => `${start}<${address}>${end}`,
  );
}
