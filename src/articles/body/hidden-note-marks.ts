const opening = /<[a-z][\w-]*\s[^<>]{1,2000}>/gi;
const mark =
  /<(sup|span|a|label|small)\s(?:[^<>]{0,1000}\s)?aria-?controls\s*=\s*["']?([^\s"'<>]{1,200})["']?[^<>]{0,1000}>[^<>]{0,100}<\/\1>/gi;

/** HTML without the marks that open a note which is hidden: an email opens none. What they open, they name by its id. */
export function removeNoteMarks(html: string): string {
  if (!/\saria-?controls\s*=/i.test(html)) return html;
  const hidden = new Set<string>();
  for (const [tag] of html.matchAll(opening)) {
    const id = /\sid\s*=\s*["']?([^\s"'<>]{1,200})/i.exec(tag)?.[1];
    const attributes = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    if (id !== undefined && (/\shidden(?=[\s=/>])/i.test(attributes) || /display\s*:\s*none/i.test(tag)))
      hidden.add(id);
  }
  return html.replace(mark, (all, _name, id: string) => (hidden.has(id) ? "" : all));
}
