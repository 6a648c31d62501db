/** How often a property is tried: the everyday number; with GAZETTE_SOAK=1 ten times that, and 10,000 times at least. */
export function runs(everyday: number): { readonly numRuns: number } {
  return { numRuns: process.env["GAZETTE_SOAK"] === "1" ? Math.max(10_000, everyday * 10) : everyday };
}
