import { asBlock } from "../basics/cleaning.ts";

/** Fenced code, in fences longer than any run of their sign in it. */
export function renderCode(inner: string, language: string): string {
  const longest = Math.max(2, ...(inner.match(/`+/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return asBlock(
    `${fence}${language.replace(/[^\w+#-]/g, "")}\n${inner.replace(/^\s*\n/, "").trimEnd()}\n${fence}`,
  );
}
