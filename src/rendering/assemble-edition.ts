import { joinHtml, joinLines, joinText } from "./blocks/cut-blocks.ts";
import type { CompiledIssue } from "./compile-issue.ts";
import type { Edition } from "./edition.ts";
import type { StoryChoice } from "./story-choice.ts";

/** Puts an edition together from a compiled issue: what rendering the same choice of stories gives, byte for byte. */
export function assembleEdition(compiled: CompiledIssue, choice: StoryChoice = {}): Edition {
  const present = compiled.presentIn(choice);
  return {
    subject: compiled.subject,
    preheader: compiled.preheader,
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
