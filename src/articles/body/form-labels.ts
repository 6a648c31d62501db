/** What one sets or writes in; ticks and choices are none: their labels are the words of a list or the answers to a question. */
const control = String.raw`<(?:select|textarea|meter|progress|input(?![^<>]*\stype\s*=\s*["']?(?:checkbox|radio|hidden|image|submit|button)\b))(?=[\s/>])[^<>]*`;
const label = /<label(?=[\s>])([^<>]*)>((?:(?!<\/?label[\s>])[\s\S]){0,2000})<\/label>/gi;
const behind = new RegExp(String.raw`^(?:\s|<(?:br|div|span|p)(?=[\s/>])[^<>]*>){0,20}${control}`, "i");
const anyControl = new RegExp(control, "gi");
const given = /\sid\s*=\s*["']?([^\s"'<>]+)/i;

/** HTML without the words that stand on controls of a form: an email has no controls. */
export function removeFormLabels(html: string): string {
  if (!/<label[\s>]/i.test(html)) return html;
  const ids = new Set([...html.matchAll(anyControl)].map(([tag]) => given.exec(tag)?.[1]));
  return html.replace(label, (all, attributes: string, words: string, at: number) => {
    const id = /\sfor\s*=\s*["']?([^\s"'<>]+)/i.exec(attributes)?.[1];
    const isLabel =
      (id !== undefined && ids.has(id)) ||
      words.search(anyControl) !== -1 ||
      (!/<input[\s/>]/i.test(words) && behind.test(html.slice(at + all.length, at + all.length + 1000)));
    return isLabel || /\bmargin-toggle\b/.test(attributes) ? "" : all;
  });
}
