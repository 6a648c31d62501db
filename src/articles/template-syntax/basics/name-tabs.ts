interface Token {
  readonly name: string;
  readonly isClosing: boolean;
  readonly given: string;
}

/** What stands on the tabs, told to what encloses them: `items="One,Two"` of Hextra, `items={['One', 'Two']}` of Nextra. */
const items = /(?:^|\s)items=(?:"([^"]{1,500})"|'([^']{1,500})'|\{\s*\[([^[\]]{1,500})\]\s*\})/;

/** Gives each tab without a name the one that the list of names has for it. */
export function nameTabs<T extends Token>(tokens: readonly T[]): T[] {
  if (!tokens.some(({ given }) => given.includes("items="))) return [...tokens];
  const open: { readonly name: string; readonly titles: string[] }[] = [];
  return tokens.map((token) => {
    const name = token.name.toLowerCase();
    if (token.isClosing) {
      if (open.at(-1)?.name === name) open.pop();
      return token;
    }
    const isTab = /^(?:tabs\.)?tab$/.test(name);
    if (isTab) {
      const title = open.at(-1)?.titles.shift();
      // A title of its own is a quoted word or a name.
      return title === undefined || /["'`]|\b(?:name|title|label)=/.test(token.given)
        ? token
        : { ...token, given: ` name="${title}"${token.given}` };
    }
    const [, double, single, list] = items.exec(token.given) ?? [];
    const titles = (double ?? single ?? list ?? "").split(",").map((title) =>
      title
        .trim()
        .replace(/^(["'`])(.*)\1$/, "$2")
        .replaceAll('"', ""),
    );
    if (name === "tabs") open.push({ name, titles: titles.filter((title) => title !== "") });
    return token;
  });
}
