import { siteMark, unknownValue } from "../basics/cleaning.ts";

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

/** Brings the addresses that only a generator understands to those that are looked up here. */
export function replaceGeneratorLinks(text: string): string {
  const known = forms.reduce(
    (result, [mark, written, address]) => (result.includes(mark) ? result.replace(written, address) : result),
    text,
  );
  return known.includes("](@") ? known.replace(shortcut, writeOut) : known;
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
