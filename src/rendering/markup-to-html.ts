import { checkNothingLost } from "./markup/check-nothing-lost.ts";
import { checkStructure } from "./markup/check-structure.ts";
import { checkTags } from "./markup/check-tags.ts";
import { compileMjml } from "./markup/compile-mjml.ts";
import { finishHtml } from "./markup/finish-html.ts";
import { scanMarkup } from "./markup/scan-markup.ts";
import { placeSlots } from "./slots/place-slots.ts";

/**
 * What a theme wrote as MJML, as the HTML of a message, with slots where readers differ.
 *
 * @throws TemplateFault at the first mistake.
 */
export async function markupToHtml(mjml: string): Promise<string> {
  const tokens = scanMarkup(mjml);
  checkTags(mjml, tokens);
  checkStructure(mjml, tokens);
  const html = await compileMjml(mjml);
  checkNothingLost(mjml, html);
  return placeSlots(finishHtml(html), mjml);
}
