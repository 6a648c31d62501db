import { siteMark, unknownValue, type Cleaning } from "../basics/cleaning.ts";

/** Where an address starts, in Markdown and in HTML. */
const start = String.raw`(\]\(<?|\]:[ \t]{0,20}<?|(?:href|src)=["'])`;

/** How generators write where a link leads, each with what stands for it here. */
const forms: readonly (readonly [mark: string, written: RegExp, address: string])[] = [
  // Pelican's, to another file of its folder, or to a page that it makes.
  ["{", new RegExp(String.raw`${start}\{(?:filename|static|attach)\}`, "g"), "$1"],
  ["|", new RegExp(String.raw`${start}\|(?:filename|static|attach)\|`, "g"), "$1"],
  ["{", new RegExp(String.raw`${start}\{(?:tag|category|author|index)\}`, "g"), `$1${unknownValue}`],
  // The site's own address, as build tools name it.
  [
    "BASE_URL}",
    new RegExp(String.raw`${start}\$?\{(?:import\.meta\.env\.)?BASE_URL\}`, "g"),
    `$1${siteMark}`,
  ],
  // Nikola's.
  ["link://", new RegExp(`${start}link://(?:slug|filename)/`, "g"), "$1gazette-post:"],
  ["link://", new RegExp(`${start}link://`, "g"), `$1${unknownValue}`],
  // Docusaurus': what its site serves as it is, by its path there and by its path in the repository.
  ["pathname:///", new RegExp(`${start}pathname:///`, "g"), "$1/"],
  ["@site/static/", new RegExp(`${start}@site/static/`, "g"), "$1/"],
  // MyST's, to other files of the project, and to what stands elsewhere.
  ["project:", new RegExp(`${start}project:`, "g"), "$1"],
  ["path:", new RegExp(`${start}path:(?=[\\w./])`, "g"), "$1"],
  ["wiki:", new RegExp(`${start}wiki:(?=\\w)`, "g"), "$1https://en.wikipedia.org/wiki/"],
  ["doi:", new RegExp(`${start}doi:(?=10\\.)`, "g"), "$1https://doi.org/"],
  [
    "<project:",
    /<(?:project|path):([\w./-]{0,200}?([\w-]{1,80}))\.(?:md|ipynb|rst)(#[\w-]{1,80})?>/g,
    "[$2]($1.md$3)",
  ],
  ["<wiki:", /<wiki:([^<>\s]{1,200})>/g, "[$1](https://en.wikipedia.org/wiki/$1)"],
  ["<doi:", /<doi:(10\.[^<>\s]{1,200})>/g, "[$1](https://doi.org/$1)"],
  ["<inv:", /[ \t]?<inv:[^<>\s]{1,200}>/g, ""],
  // Documenter's, to what stands elsewhere in the documentation.
  ["](@", /\[\]\(@(?:ref|extref)\b[^()\n]{0,200}\)|\[[^\][\n]{1,200}\]\(@cite[a-z]?\*?\)/g, ""],
  [
    "](@",
    /\[([^\][\n]{1,300})\]\(@(?:ref|id|extref|cite[a-z]?)(?:[ \t]{1,9}(?:[^()\n]|\([^()\n]{0,200}\)){0,200})?\)/g,
    "$1",
  ],
  // Craft's, to an entry or a file by its number, with where that is as far as it knew.
  [
    "{",
    new RegExp(
      String.raw`${start}\{(?:entry|asset|category|user):[^{}|\s]{1,80}\|\|([^{}\s]{1,1000})\}`,
      "g",
    ),
    "$1$2",
  ],
  [
    "{",
    new RegExp(String.raw`${start}\{(?:entry|asset|category|user):[^{}\s]{1,80}\}`, "g"),
    `$1${unknownValue}`,
  ],
  // Pico's, of the site.
  ["%base_url%", new RegExp(String.raw`${start}%base_url%[/?]*`, "g"), `$1${siteMark}/`],
  ["%assets_url%", new RegExp(String.raw`${start}%assets_url%/?`, "g"), `$1${siteMark}/assets/`],
  // Gridea's pictures, by where they lie on their author's disk.
  ["post-images/", new RegExp(`${start}file:\\/\\/[^\\s()<>"']{0,400}?\\/(?=post-images\\/)`, "g"), "$1/"],
  // Ghost's word for the site itself.
  ["__GHOST_URL__", /__GHOST_URL__/g, ""],
];

/** A link without words, which MyST gives the title of its page. */
const wordless =
  /(?<![!\]\\])\[\]\((?=(?:[\w./-]{0,200}\/)?([\w-]{1,80})\.(?:md|ipynb)(?:#[^()\s]{0,100})?\))/g;

/** Brings the addresses that only a generator understands to those that are looked up here. */
export function replaceGeneratorLinks(text: string, { isMyst }: Cleaning): string {
  const known = forms.reduce(
    (result, [mark, written, address]) => (result.includes(mark) ? result.replace(written, address) : result),
    text,
  );
  const worded = isMyst && known.includes("[](") ? known.replace(wordless, "[$1](") : known;
  return worded.includes("](@") ? worded.replace(shortcut, writeOut) : worded;
}

/** Hakyll's shortcuts, `[relude](@github(kowainik))`, `[the package](@hk:lens)`; Zola's `@/` leads to a file. */
const shortcut = /\[([^[\]\n]{1,200})\]\(@([a-z]{1,20})(?:\(([^()\n]{1,100})\))?(?::([^()\n]{1,200}))?\)/g;

/** What a shortcut leads to, before the words, by its names. @see https://hackage.haskell.org/package/shortcut-links */
const shortcuts: readonly (readonly [names: string, address: string])[] = [
  ["github gh", "https://github.com/"],
  ["gitlab", "https://gitlab.com/"],
  ["hackage hk", "https://hackage.haskell.org/package/"],
  ["stackage", "https://www.stackage.org/package/"],
  ["wikipedia w wp", "https://en.wikipedia.org/wiki/"],
  ["twitter t", "https://x.com/"],
  ["reddit", "https://www.reddit.com/"],
  ["npm", "https://www.npmjs.com/package/"],
  ["pypi", "https://pypi.org/project/"],
  ["rubygems gem", "https://rubygems.org/gems/"],
];

function writeOut(all: string, words: string, name: string, owner?: string, given?: string): string {
  const address = shortcuts.find(([names]) => names.split(" ").includes(name))?.[1];
  if (address === undefined) return all;
  const path = (given ?? words).replace(/[`*]/g, "").replace(/^@/, "").trim().replaceAll(" ", "_");
  const folder = owner === undefined ? "" : `${owner.trim()}/`;
  return `[${words}](<${encodeURI(address + folder + path)}>)`;
}
