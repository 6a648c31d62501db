/** Somebody who writes there, or a community, by name. */
const someone =
  /<(?:lj[ \t]+(?:user|comm)|user[ \t]+(?:name|user))=["']?([\w-]{1,40})["']?(?:[ \t]+(title|site)=["']([^"'<>]{1,80})["'])?[ \t]*\/?>(?:<\/(?:lj|user)>)?/gi;

/**
 * Names whom LiveJournal and Dreamwidth name by a mark of their own, `<lj user="ada">`, in the midst of a text.
 *
 * @see https://www.livejournal.com/support/faq/75.html
 */
export function replaceLiveJournal(markdown: string): string {
  if (!/<(?:lj|user)[ \t]/i.test(markdown)) return markdown;
  return markdown.replace(someone, (_all, name: string, key?: string, told?: string) =>
    key?.toLowerCase() === "title" && told !== undefined ? `${told} (${name})` : name,
  );
}
