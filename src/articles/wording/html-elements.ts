/** Elements that stand around others and are closed wherever they are opened, as alternatives of a pattern. */
export const containers =
  "address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section|table|ul";

/** Elements whose tag starts a block of HTML that goes up to the next blank line (CommonMark 0.31, section 4.6, type 6). */
export const blocks = `${containers}|base|basefont|body|caption|col|colgroup|d[dt]|dialog|dir|figcaption|frame|frameset|h[1-6]|head|hr|html|iframe|legend|li|link|menu|menuitem|noframes|optgroup|option|p|param|search|summary|tbody|t[dhr]|tfoot|thead|title|track`;
