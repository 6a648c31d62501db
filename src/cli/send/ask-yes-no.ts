import { createInterface } from "node:readline/promises";
import { toTerminal } from "../terminal-text.ts";

/** Asks a person; whoever answers anything but yes, or leaves with Ctrl-C or Ctrl-D, has said no. */
export async function askYesNo(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<boolean> {
  const prompt = createInterface({ input, output, terminal: true });
  try {
    const ended = new Promise<string>((resolve) => prompt.once("close", () => resolve("")));
    const answer = await Promise.race([prompt.question(`${toTerminal(question)} [y/N] `), ended]);
    return /^y(?:es)?$/iu.test(answer.trim());
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return false;
    throw error;
  } finally {
    prompt.close();
  }
}
