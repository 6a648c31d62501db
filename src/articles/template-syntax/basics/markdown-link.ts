/** Words as a link of Markdown holds them, whatever brackets stand in them. */
export function escapeBrackets(words: string): string {
  return words.replace(/[[\]]/g, "\\$&");
}

/** A link of Markdown; its address may hold spaces and round brackets. */
export function linkTo(words: string, address: string): string {
  return `[${escapeBrackets(words)}](<${address}>)`;
}
