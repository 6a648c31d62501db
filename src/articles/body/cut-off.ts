import { endsSentence } from "../wording/split-sentences.ts";

/** Letters; what is shorter is a whole text, whose full stop its author left out, such as a notice or a signature. */
const leastCut = 120;

/** Whether the last words of an article are those of a teaser that a program cut off: long, and in mid-sentence. */
export function isCutOff(text: string): boolean {
  return (
    text.length >= leastCut &&
    !endsSentence(text) &&
    /(?:[\p{L}\p{N}]\p{M}*|[,;])$/u.test(text) &&
    !endsInHashtag(text)
  );
}

/** `… at the weir. #water` is whole. */
function endsInHashtag(text: string): boolean {
  return /(?:^|\s)#[\p{L}\p{M}\p{N}\u200c_]{1,50}$/u.test(text.slice(-60));
}
