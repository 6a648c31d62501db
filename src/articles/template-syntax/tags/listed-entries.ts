import { escapeBrackets } from "../basics/markdown-link.ts";
import { asBlock } from "../basics/cleaning.ts";

/** Names of what an entry of a list of sites or films is called, where it leads, and what it is about. */
const kinds: readonly (readonly [kind: "title" | "name" | "address" | "about", names: RegExp])[] = [
  ["title", /^class_?name$/],
  ["name", /^(?:name|site|title)$/],
  ["address", /^(?:link|url)$/],
  ["about", /^(?:descr?|description|class_?desc)$/],
];

/**
 * The lists in YAML that themes of Hexo make cards and players of (Butterfly's `flink`, Shoka's `links` and `media`), as a list
 * of links with what each is about; pictures, colours and the like go.
 *
 * @returns the text as it is where it is no such list.
 */
export function renderEntries(written: string): string {
  if (!/^[ \t]*-[ \t]+(?:\w+:[ \t]|https?:)/m.test(written)) return written;
  const shown: string[] = [];
  let entry = new Map<string, string>();
  const end = (): void => {
    const [name = "", address, about] = [entry.get("name"), entry.get("address"), entry.get("about")];
    const words = escapeBrackets(name);
    if (entry.has("title")) shown.push(`\n**${entry.get("title") ?? ""}**\n`);
    if (address !== undefined)
      shown.push(`- [${words === "" ? address : words}](<${address}>) ${about ?? ""}`.trimEnd());
    else if (name !== "" || about !== undefined) shown.push("", [name, about ?? ""].join(" ").trim(), "");
    entry = new Map();
  };
  for (const line of written.split("\n")) {
    const [, dash, key, value = ""] =
      /^[ \t]*(-[ \t]+)?(?:(\w{1,20}):(?:[ \t]+|$))?(\S.*)?$/.exec(line.replace(/[ \t]+$/, "")) ?? [];
    if (dash !== undefined) end();
    const text = value.replace(/^(["'])(.*)\1$/, "$2");
    const kind = kinds.find(([, names]) => names.test(key ?? ""))?.[0];
    if (kind !== undefined && text !== "") entry.set(kind, text);
    else if (key === undefined && /^https?:\/\/\S+$/.test(text)) shown.push(`- <${text}>`);
    else if (key !== undefined && text === "") end();
  }
  end();
  return asBlock(shown.join("\n"));
}
