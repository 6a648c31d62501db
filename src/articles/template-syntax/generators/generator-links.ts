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
  // Ghost's word for the site itself.
  ["__GHOST_URL__", /__GHOST_URL__/g, ""],
];

/** Brings the addresses that only a generator understands to those that are looked up here. */
export function replaceGeneratorLinks(text: string): string {
  return forms.reduce(
    (result, [mark, written, address]) => (result.includes(mark) ? result.replace(written, address) : result),
    text,
  );
}
