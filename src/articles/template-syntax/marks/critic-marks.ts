/** What an editor took out, put in, changed, marked and said, with the change made. */
export function replaceCriticMarks(text: string): string {
  if (!/\{(?:--|\+\+|~~|==|>>)/.test(text)) return text;
  return text
    .replace(/\{(?:--(?!-)[^{}]{0,2000}--|>>[^{}]{0,2000}<<)\}/g, "")
    .replace(/\{\+\+([^{}]{0,2000})\+\+\}/g, "$1")
    .replace(/\{~~[^{}]{0,2000}?~>([^{}]{0,2000})~~\}/g, "$1")
    .replace(/\{==([^{}]{0,2000})==\}/g, "<mark>$1</mark>");
}
