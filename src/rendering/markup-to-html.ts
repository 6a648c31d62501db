import { checkNothingLost } from "./markup/check-nothing-lost.ts";
import { checkTags } from "./markup/check-tags.ts";
import { compileMjml } from "./markup/compile-mjml.ts";
import { finishHtml } from "./markup/finish-html.ts";
import { placeSlots } from "./slots/place-slots.ts";

/**
 * What a theme wrote as MJML, as the HTML of a message, with slots where readers differ.
 *
 * @throws TemplateFault at the first mistake.
 */
export async function markupToHtml(mjml: string): Promise<string> {
  checkTags(mjml);
  const html = await compileMjml(mjml);
  checkNothingLost(mjml, html);
  return placeSlots(finishHtml(html), mjml);
}
