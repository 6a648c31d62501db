/** Takes out what a server or a program runs where a page is made, `<% … %>` and `<? … ?>`. */
export function removeServerTags(markdown: string): string {
  return markdown.replace(/<[%?](?!xml\b)(?:(?!<[%?])[\s\S]){0,4000}?[%?]>/g, "");
}
