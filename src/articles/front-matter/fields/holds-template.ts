const pairs = [
  ["{{", "}}"],
  ["{%", "%}"],
  ["<%", "%>"],
] as const;

/** Whether a value is, or has in it, what a template is yet to fill in: `{{ title }}`, `{% … %}`, `<%= author %>`. */
export function holdsTemplate(value: string): boolean {
  return pairs.some(([opening, closing]) => {
    const at = value.indexOf(opening);
    return at !== -1 && value.includes(closing, at + opening.length);
  });
}
