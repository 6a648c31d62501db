import { cutHtml, joinHtml, joinLines, joinText } from "./blocks/cut-blocks.ts";
import type { CompiledIssue } from "./compile-issue.ts";
import type { Edition } from "./edition.ts";
import type { StoryChoice } from "./story-choice.ts";

/** Puts an edition together from a compiled issue: what rendering the same choice of stories gives, byte for byte. */
export function assembleEdition(compiled: CompiledIssue, choice: StoryChoice = {}): Edition {
  const present = compiled.presentIn(choice);
  return {
    ...present.inbox,
    html: joinHtml(compiled.html, present),
    text: joinLines(compiled.text, present, compiled.wrappedLines),
    // For template authors; hardly anyone looks at that of more than one edition.
    get mjml() {
      return joinText(compiled.mjml, present);
    },
  };
}

/** The HTML of such an edition alone, for measuring. */
export function assembleHtml(compiled: CompiledIssue, choice: StoryChoice): string {
  return joinHtml(compiled.html, compiled.presentIn(choice));
}

/** An edition whose HTML is in pieces, which editions of one issue mostly share. */
export interface PiecewiseEdition extends Omit<Edition, "html" | "mjml"> {
  readonly html: readonly string[];
}

/** The same as `assembleEdition`, for keeping thousands of editions of one issue. */
export function assemblePieces(compiled: CompiledIssue, choice: StoryChoice): PiecewiseEdition {
  const present = compiled.presentIn(choice);
  return {
    ...present.inbox,
    html: cutHtml(compiled.html, present),
    text: joinLines(compiled.text, present, compiled.wrappedLines),
  };
}
