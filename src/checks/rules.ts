import type { Rule } from "./rule.ts";
import { htmlSize } from "./rules/html-size.ts";
import { styleSize } from "./rules/style-size.ts";
import { styleNestedAtRule } from "./rules/style-nested-at-rule.ts";
import { styleSyntax } from "./rules/style-syntax.ts";
import { activeContent } from "./rules/active-content.ts";
import { documentTitle } from "./rules/document-title.ts";
import { documentLanguage } from "./rules/document-language.ts";
import { documentDirection } from "./rules/document-direction.ts";
import { headingOne } from "./rules/heading-one.ts";
import { headingOrder } from "./rules/heading-order.ts";
import { layoutTableRole } from "./rules/layout-table-role.ts";
import { contrastDark, contrastLight } from "./rules/contrast.ts";
import { textSize } from "./rules/text-size.ts";
import { targetSize } from "./rules/target-size.ts";
import { imageAlt } from "./rules/image-alt.ts";
import { imageMissing } from "./rules/image-missing.ts";
import { imageBytes } from "./rules/image-bytes.ts";
import { imagePixels } from "./rules/image-pixels.ts";
import { linkTarget } from "./rules/link-target.ts";
import { linkExample } from "./rules/link-example.ts";
import { linkText } from "./rules/link-text.ts";
import { linkAmbiguous } from "./rules/link-ambiguous.ts";
import { linkDuplicate } from "./rules/link-duplicate.ts";
import { linkUnreachable } from "./rules/link-unreachable.ts";
import { unsubscribeLink } from "./rules/unsubscribe-link.ts";
import { postalAddress } from "./rules/postal-address.ts";
import { subjectLength } from "./rules/subject-length.ts";
import { preheaderLength } from "./rules/preheader-length.ts";
import { articleLoss } from "./rules/article-loss.ts";
import { placeholder } from "./rules/placeholder.ts";
import { issueDates } from "./rules/issue-dates.ts";
import { textPart } from "./rules/text-part.ts";
import { textUnlikeHtml } from "./rules/text-unlike-html.ts";
import { clientSupport } from "./rules/client-support.ts";

/** Every check, in the order of `checkRuleIds`: a new one is a file in `rules/`, a line here and its name there. */
export const rules: readonly Rule[] = [
  htmlSize,
  styleSize,
  styleNestedAtRule,
  styleSyntax,
  activeContent,
  documentTitle,
  documentLanguage,
  documentDirection,
  headingOne,
  headingOrder,
  layoutTableRole,
  contrastLight,
  contrastDark,
  textSize,
  targetSize,
  imageAlt,
  imageMissing,
  imageBytes,
  imagePixels,
  linkTarget,
  linkExample,
  linkText,
  linkAmbiguous,
  linkDuplicate,
  linkUnreachable,
  unsubscribeLink,
  postalAddress,
  subjectLength,
  preheaderLength,
  articleLoss,
  placeholder,
  issueDates,
  textPart,
  textUnlikeHtml,
  clientSupport,
];
