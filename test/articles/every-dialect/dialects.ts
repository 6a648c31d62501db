import { stringify as toToml, TomlDate } from "smol-toml";
import yaml from "js-yaml";

/** What an article's front matter says, before it is written in any dialect. */
export interface Fields {
  readonly title: string;
  /** As its author writes it; undefined: the file's name says it. */
  readonly date: string | undefined;
  /** Whether the dialect may write it as a date of its own. */
  readonly isPlainDate: boolean;
  readonly dateKey: string;
  readonly topicKey: string;
  readonly topics: readonly string[];
  readonly author: Author;
  readonly summary: string | undefined;
  readonly language: string;
  readonly draft: boolean;
}

/** An author by name, in a list, as an object or as a list of those. */
export type Author =
  | string
  | readonly string[]
  | { readonly name: string }
  | readonly { readonly name: string; readonly url: string }[];

type Values = Record<string, unknown>;

/** A dialect of front matter, and the template language that comes with it. */
export interface Dialect {
  readonly name: string;
  readonly write: (fields: Fields) => string;
  /** Ending of its files, where that is not `md`. */
  readonly extension?: string;
  /** What its writers put before the first paragraph; none of it is for readers of an email. */
  readonly leadIns: readonly string[];
  /** What they put at the end of a paragraph. */
  readonly tails: readonly string[];
  /** What they set a paragraph in, of which the paragraph stays. */
  readonly frames: readonly (readonly [before: string, after: string])[];
  /** In code, where it stays as it is. */
  readonly code: string;
}

function toValues(fields: Fields): Values {
  return {
    title: fields.title,
    ...(fields.date === undefined ? {} : { [fields.dateKey]: fields.date }),
    [fields.topicKey]: fields.topics,
    author: fields.author,
    ...(fields.summary === undefined ? {} : { description: fields.summary }),
    lang: fields.language,
    ...(fields.draft ? { draft: true } : {}),
  };
}

const dumped = (values: Values): string => yaml.safeDump(values, { lineWidth: 60 });

/** YAML as people write it: nothing quoted that need not be. */
function writeByHand(fields: Fields): string {
  const quote = (text: string): string =>
    /^[\p{L}\p{M}\d][^:#"'“”„«»]*$/u.test(text) ? text : JSON.stringify(text);
  const lines = [
    `title: ${quote(fields.title)}`,
    ...(fields.date === undefined ? [] : [`${fields.dateKey}: ${fields.date}`]),
    `${fields.topicKey}: [${fields.topics.map(quote).join(", ")}]`,
    yaml.safeDump({ author: fields.author }).trim(),
    ...(fields.summary === undefined ? [] : [`description: ${quote(fields.summary)}`]),
    `lang: ${fields.language}`,
    ...(fields.draft ? ["draft: true"] : []),
  ];
  return lines.join("\n");
}

function toTomlText(fields: Fields, tables: boolean): string {
  const { author, lang, [fields.topicKey]: topics, ...rest } = toValues(fields);
  const date =
    fields.date !== undefined && fields.isPlainDate ? { [fields.dateKey]: new TomlDate(fields.date) } : {};
  return tables && /^(?:tags|categories)$/.test(fields.topicKey)
    ? toToml({ ...rest, ...date, taxonomies: { [fields.topicKey]: topics }, extra: { author, lang } })
    : toToml({ ...rest, ...date, [fields.topicKey]: topics, author, lang });
}

function nameAuthors(author: Author): string {
  return typeof author === "string"
    ? author
    : [author]
        .flat()
        .map((one) => (typeof one === "string" ? one : one.name))
        .join(", ");
}

/** MultiMarkdown's and Pelican's: a name, a colon, a value. */
function writeHeaders(fields: Fields): string {
  const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
  return [
    `Title: ${fields.title}`,
    ...(fields.date === undefined ? [] : [`${capital(fields.dateKey)}: ${fields.date}`]),
    `${capital(fields.topicKey)}: ${fields.topics.join(", ")}`,
    `Author: ${nameAuthors(fields.author)}`,
    ...(fields.summary === undefined ? [] : [`Description: ${fields.summary}`]),
    `Lang: ${fields.language}`,
    ...(fields.draft ? ["Status: draft"] : []),
  ].join("\n");
}

const anywhere: readonly (readonly [string, string])[] = [
  ["> ", ""],
  ["- ", ""],
  ["<details>\n<summary>+</summary>\n\n", "\n\n</details>"],
  ['<div class="box" markdown="1">\n\n', "\n\n</div>"],
];
const liquid = {
  leadIns: [
    "{% include toc.html %}",
    "{% assign boats = site.data.boats %}",
    "{% comment %}Ask the mill for a picture.{% endcomment %}",
    "* TOC\n{:toc}",
    '{::options parse_block_html="true" /}',
    '![](/assets/boat.jpg){: .right width="300" }',
    "{% if site.data.boats.size > 3 %}{% include boats.html %}{% endif %}",
    "{%- capture price -%}2.50{%- endcapture -%}",
    "<!--\n{% raw %}later{% endraw %}\n-->",
    '{% include figure.html src="/boat.jpg" %}',
  ],
  tails: [
    "{: .lead}",
    "\n{: .lead #first}",
    "{% comment %}so?{% endcomment %}",
    "[^1]\n\n[^1]: A note.",
    "  ",
  ],
  frames: [
    ...anywhere,
    ["{% note info %}\n", "\n{% endnote %}"],
    ["{% raw %}", "{% endraw %}"],
    ["{% if true %}", "{% endif %}"],
    ["> [!NOTE]\n> ", ""],
    ["", "\n{: .prompt-tip }"],
    ["::: tip\n", "\n:::"],
  ],
  code: "{% for boat in boats %}{{ boat.name }}{% endfor %}",
} satisfies Partial<Dialect>;
const hugo = {
  leadIns: [
    "{{< toc >}}",
    '{{< figure src="boat.jpg" alt="A boat" >}}',
    "{{% notice-banner %}}",
    "[TOC]",
    "<!-- a note to the editor -->",
    '{{< img src="boat.jpg" />}}',
    "{{<columns>}}{{</columns>}}",
    "{{% comment %}}Ask the mill.{{% /comment %}}",
    "![](boat.jpg)\n{.full}",
  ],
  tails: ["{{< br >}}", " {.lead}", "\n{.lead #first}", "[^1]\n\n[^1]: A note.", "<!-- so? -->"],
  frames: [
    ...anywhere,
    ["{{< notice tip >}}\n", "\n{{< /notice >}}"],
    ['{{% alert color="warning" %}}\n', "\n{{% /alert %}}"],
    ['{{< details "+" >}}\n', "\n{{< /details >}}"],
    ["{{< highlight-box >}}", "{{< /highlight-box >}}"],
    ["> [!TIP]\n> ", ""],
    ['{{< tabs >}}\n{{< tab "+" >}}\n', "\n{{< /tab >}}\n{{< /tabs >}}"],
  ],
  code: '{{< ref "boats.md" >}}',
} satisfies Partial<Dialect>;
const mdx = {
  leadIns: [
    'import Boat from "../components/Boat.astro";\nimport { rope } from "@/lib/rope";',
    "export const fare = 2.5;",
    "<Boat client:load fare={fare} />",
    "{/* a note to the editor */}",
    "[[toc]]",
    "![A boat](../../assets/boat.jpg)",
    "<Boat\n  fare={2.5}\n  rope={{ long: true }}\n/>",
  ],
  tails: ["", " {/* so? */}", "[^1]\n\n[^1]: A note."],
  frames: [
    ["> ", ""],
    ["- ", ""],
    ['<Callout type="info">\n\n', "\n\n</Callout>"],
    ["<Callout>\n  ", "\n</Callout>"],
    [":::note\n\n", "\n\n:::"],
    [":::tip[+]\n", "\n:::"],
    ['<Tabs>\n<TabItem value="a" label="+">\n\n', "\n\n</TabItem>\n</Tabs>"],
    ["<details>\n<summary>+</summary>\n\n", "\n\n</details>"],
    ["> [!NOTE]\n> ", ""],
  ],
  code: "<Boat fare={2.5} />",
} satisfies Partial<Dialect>;
const notes = {
  leadIns: [
    "%% a note to myself %%",
    "![[boat.jpg|300]]",
    "<!-- toc -->",
    "[TOC]",
    "![boat](boat.jpg)",
    "```dataview\nTABLE fare FROM #boats\n```",
    "[[_TOC_]]",
  ],
  tails: [" ^first", " %%so?%%", "[^1]\n\n[^1]: A note.", ""],
  frames: [
    ...anywhere,
    ["> [!info] +\n> ", ""],
    ["> [!tip]- +\n> ", ""],
    ["==", "=="],
    ['!!! note "+"\n\n    ', ""],
    ["??? tip\n    ", ""],
  ],
  code: "[[boats]]",
} satisfies Partial<Dialect>;
const zola = {
  leadIns: [
    '{{ youtube(id="abcdefghijk") }}',
    "{# a note #}",
    "<!-- toc -->",
    "{{ toc() }}",
    "![](boat.jpg)",
  ],
  tails: ["{# so? #}", "[^1]\n\n[^1]: A note.", ""],
  frames: [...anywhere, ["{% note() %}\n", "\n{% end %}"], ['{% quote(author="+") %}\n', "\n{% end %}"]],
  code: "{{ fare(id=1) }}",
} satisfies Partial<Dialect>;

export const dialects: readonly Dialect[] = [
  { name: "YAML by hand", write: (fields) => `---\n${writeByHand(fields)}\n---\n\n`, ...liquid },
  { name: "YAML of a library", write: (fields) => `---\n${dumped(toValues(fields))}---\n`, ...mdx },
  { name: "YAML of Obsidian", write: (fields) => `---\n${writeByHand(fields)}\n---\n`, ...notes },
  {
    name: "YAML in lists",
    write: (fields) => `---\n${yaml.safeDump(toValues(fields), { flowLevel: -1 })}---\n\n`,
    ...hugo,
  },
  {
    name: "YAML in one flow",
    write: (fields) =>
      `---\n${yaml.safeDump(toValues(fields), { flowLevel: 0, lineWidth: -1 }).trim()}\n---\n`,
    ...hugo,
  },
  { name: "YAML that ends in dots", write: (fields) => `---\n${writeByHand(fields)}\n...\n\n`, ...liquid },
  { name: "Hexo's YAML", write: (fields) => `${writeByHand(fields)}\n---\n\n`, ...liquid },
  { name: "TOML", write: (fields) => `+++\n${toTomlText(fields, false)}\n+++\n\n`, ...hugo },
  { name: "TOML with Zola's tables", write: (fields) => `+++\n${toTomlText(fields, true)}\n+++\n`, ...zola },
  {
    name: "TOML marked as such",
    write: (fields) => `---toml\n${toTomlText(fields, false)}\n---\n\n`,
    ...mdx,
  },
  { name: "JSON", write: (fields) => `${JSON.stringify(toValues(fields), null, 2)}\n\n`, ...hugo },
  {
    name: "JSON marked as such",
    write: (fields) => `---json\n${JSON.stringify(toValues(fields))}\n---\n`,
    ...mdx,
  },
  {
    name: "Hexo's JSON",
    write: (fields) => `${JSON.stringify(toValues(fields), null, 2).slice(2, -2)}\n;;;\n\n`,
    ...liquid,
  },
  { name: "MDX", extension: "mdx", write: (fields) => `---\n${writeByHand(fields)}\n---\n\n`, ...mdx },
  {
    name: "an exported object",
    extension: "mdx",
    write: (fields) => `export const metadata = ${JSON.stringify(toValues(fields), null, 2)};\n\n`,
    ...mdx,
  },
  {
    name: "EDN",
    write: (fields) =>
      `{${Object.entries(toValues(fields))
        .map(([key, value]) => ` :${key} ${JSON.stringify(value).replace(/"(\w+)":/g, ":$1 ")}`)
        .join("\n")}}\n\n`,
    ...notes,
  },
  {
    name: "Nikola's comment",
    write: (fields) =>
      `<!--\n${writeHeaders(fields).replace(/^(\w+):/gm, (_all, key: string) => `.. ${key.charAt(0).toLowerCase()}${key.slice(1)}:`)}\n-->\n\n`,
    ...notes,
  },
  { name: "headers", write: (fields) => `${writeHeaders(fields)}\n\n`, ...notes },
  { name: "headers between dashes", write: (fields) => `---\n${writeHeaders(fields)}\n---\n\n`, ...notes },
];
