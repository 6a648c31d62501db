/** GitLab's changes within a line, of which the first tells that such are meant: `{- -}` is a comment in Haskell. */
const added = /\{\+(?!\+)([^{}\n]{1,500}?)(?<!\+)\+\}|\[\+ ([^[\]\n]{1,500}?) \+\]/g;
const removed = /\{-(?![-#])([^{}\n]{1,500}?)(?<![-#])-\}|\[- ([^[\]\n]{1,500}?) -\]/g;

function replaceChanges(text: string): string {
  const shown = text.replace(
    added,
    (_all, braced?: string, bracketed?: string) => `<ins>${braced ?? bracketed ?? ""}</ins>`,
  );
  return shown === text
    ? text
    : shown.replace(
        removed,
        (_all, braced?: string, bracketed?: string) => `<del>${braced ?? bracketed ?? ""}</del>`,
      );
}

/** What an editor took out, put in, changed, marked and said, with the change made. */
export function replaceCriticMarks(written: string): string {
  const text = written.includes("+}") || written.includes("+]") ? replaceChanges(written) : written;
  if (!/\{(?:--|\+\+|~~|==|>>)/.test(text)) return text;
  return text
    .replace(/\{(?:--(?!-)[^{}]{0,2000}--|>>[^{}]{0,2000}<<)\}/g, "")
    .replace(/\{\+\+([^{}]{0,2000})\+\+\}/g, "$1")
    .replace(/\{~~[^{}]{0,2000}?~>([^{}]{0,2000})~~\}/g, "$1")
    .replace(/\{==([^{}]{0,2000})==\}/g, "<mark>$1</mark>");
}
