import { removePassages } from "../basics/nested-tokens.ts";

const gate =
  /<svelte:|^[ \t]*\{(?:\/(?:if|each|await|key|snippet)|@(?:html|render|const|debug)\s.*)\}[ \t]*$/m;
/** What is printed for each of something, and what a page defines to print elsewhere. */
const loop = /^[ \t]*\{#(?:each|await|snippet)\s[^\n]{1,300}\}[ \t]*$/gm;
const loopEnd = /^[ \t]*\{\/(?:each|await|snippet)\}[ \t]*$/gm;
const branch = /^[ \t]*\{:else\b[^{}\n]{0,300}\}[ \t]*$/gm;
const branchEnd = /^[ \t]*\{\/if\}[ \t]*$/gm;
const mark =
  /^[ \t]*\{(?:#(?:if|key)\s[^\n]{1,300}|[:/](?:if|else|each|await|key|snippet|then|catch)\b[^{}\n]{0,300}|@(?:html|render|const|debug)\s[^\n]{1,500})\}[ \t]*$/gm;
const element = /<\/?svelte:[a-z]{1,20}(?:\s[^<>]{0,500})?>/g;

/**
 * Takes Svelte's blocks, each on a line of its own, out of what mdsvex reads: a condition becomes its first branch, a loop and what is put into the head
 * of the page nothing.
 *
 * @see https://mdsvex.pngwn.io/docs
 */
export function removeSvelteBlocks(markdown: string): string {
  if (!gate.test(markdown)) return markdown;
  let result = removePassages(markdown, /<svelte:head(?:\s[^<>]{0,300})?>/g, /<\/svelte:head>/g);
  result = removePassages(result, loop, loopEnd);
  return removePassages(result, branch, branchEnd).replace(mark, "").replace(element, "");
}
