/*
 * Which number a link gets depends on the links before it, so that it is known only when an edition is put
 * together. Until then a marker of noncharacters, which no text may contain, holds the address.
 */

/** Stands for `[3]`, the number of an address in the plain text. */
export function linkNumber(address: string): string {
  return `\uFDD2${address}\uFDD3`;
}

/** Numbers the links in order; an address that comes again keeps its number. */
export function numberLinks(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/\uFDD2([^\uFDD3]*)\uFDD3/g, (_, address: string) => {
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    return `[${number}]`;
  });
}
