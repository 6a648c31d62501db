interface Token {
  readonly name: string;
  readonly isClosing: boolean;
  readonly given: string;
}

/** What stands on the tabs of one group. */
interface Group {
  /** In the order of the tabs. */
  readonly titles: readonly string[];
  /** By the value that a tab is known by. */
  readonly byValue: ReadonlyMap<string, string>;
  seen: number;
}

/**
 * What stands on the tabs, told to what encloses them: `items="One,Two"` of Hextra, `items={['One', 'Two']}` of Nextra and
 * Fumadocs, Docusaurus' `values={[{label: 'One', value: 'one'}]}`.
 */
const items = /(?:^|\s)(?:items|values)=(?:"([^"]{1,500})"|'([^']{1,500})'|\{\s*\[([^[\]]{1,1500})\]\s*\})/;
const value = /\bvalue=(?:\{\s*)?["'`]([^"'`\n]{1,200})["'`]/;
const quoted = (key: string): RegExp =>
  new RegExp(String.raw`\b${key}:\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')`);
const [labelOfTab, valueOfTab] = [quoted("label"), quoted("value")];

/** Gives each tab without a name the one that the list of names has for it. */
export function nameTabs<T extends Token>(tokens: readonly T[]): T[] {
  if (!tokens.some(({ given }) => /(?:items|values)=/.test(given))) return [...tokens];
  const open: Group[] = [];
  return tokens.map((token) => {
    const name = token.name.toLowerCase();
    if (name === "tabs") {
      if (token.isClosing) open.pop();
      else open.push(readGroup(token.given));
      return token;
    }
    const group = open.at(-1);
    if (group === undefined || token.isClosing || !/^(?:tabs\.)?tab(?:item|panel)?$/.test(name)) return token;
    const known = value.exec(token.given)?.[1];
    const title = (known === undefined ? undefined : group.byValue.get(known)) ?? group.titles[group.seen];
    group.seen++;
    // A title of its own is a quoted word or a name.
    return title === undefined || title === "" || /(?:^|\s)["'`]|\b(?:name|title|label)=/.test(token.given)
      ? token
      : { ...token, given: ` name="${title}"${token.given}` };
  });
}

function readGroup(given: string): Group {
  const [, double, single, list] = items.exec(given) ?? [];
  if (list?.includes("{") === true) {
    const tabs = list.split("}").filter((tab) => tab.includes("{"));
    const read = (pattern: RegExp, tab: string): string | undefined => {
      const found = pattern.exec(tab);
      return (found?.[1] ?? found?.[2])?.replaceAll('"', "");
    };
    const titles = tabs.map((tab) => read(labelOfTab, tab) ?? read(valueOfTab, tab) ?? "");
    const values = tabs.map((tab, at) => [read(valueOfTab, tab) ?? "", titles[at] ?? ""] as const);
    return { titles, byValue: new Map(values), seen: 0 };
  }
  const titles = (double ?? single ?? list ?? "")
    .split(",")
    .map((title) =>
      title
        .trim()
        .replace(/^(["'`])(.*)\1$/, "$2")
        .replaceAll('"', ""),
    )
    .filter((title) => title !== "");
  return { titles, byValue: new Map(titles.map((title) => [title, title])), seen: 0 };
}
