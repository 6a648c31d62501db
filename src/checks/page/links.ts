import type { Element } from "domhandler";
import { textOf, toPlainLine } from "./parse-html.ts";

/** What a screen reader calls a link: its label, else its text with the alt texts of its pictures, else its title. */
export function nameOfLink(link: Element): string {
  const label = toPlainLine(link.attribs["aria-label"] ?? "");
  if (label !== "") return label;
  const alts: string[] = [];
  const open = [...link.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("attribs" in node)) continue;
    if (node.name === "img") alts.push(node.attribs["alt"] ?? "");
    open.push(...[...node.children].reverse());
  }
  const text = toPlainLine([textOf(link), ...alts].join(" "));
  return text === "" ? toPlainLine(link.attribs["title"] ?? "") : text;
}

export function addressOf(link: Element): string {
  return (link.attribs["href"] ?? "").trim();
}

/** An http(s) address without what only counts clicks; undefined for anything else. */
export function pageAddress(address: string): string | undefined {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (/^utm_/iu.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** What an article may hold of an address: all of it, its path, its last part. */
export function evidenceOfLink(link: Element): string[] {
  const address = addressOf(link);
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/iu.exec(address)?.[1] ?? "";
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  return [address, ...(path.length > 3 ? [path] : []), ...(last.length > 5 ? [last] : []), nameOfLink(link)];
}
