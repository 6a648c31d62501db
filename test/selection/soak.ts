/** How often a property is tried: the everyday number, or ten times that with GAZETTE_SOAK=1. */
export function runs(everyday: number): { readonly numRuns: number } {
  return { numRuns: process.env["GAZETTE_SOAK"] === "1" ? everyday * 10 : everyday };
}
