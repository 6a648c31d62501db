/** Colours of one scheme, each `#rrggbb`. */
export interface Palette {
  readonly page: string;
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly accent: string;
}

/** One template file of a theme, or a partial: where it came from, for error messages, and what it says. */
export interface TemplateSource {
  /** As the operator knows it, such as `templates/broadsheet/issue.mjml.hbs`. */
  readonly file: string;
  readonly source: string;
}

/** A theme as read from its folder. Plain data. */
export interface Theme {
  readonly name: string;
  readonly description: string;
  readonly colours: { readonly light: Palette; readonly dark: Palette };
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly issue: TemplateSource;
  readonly text: TemplateSource;
  /** By the name that `{{> name}}` uses; `article` is `article.mjml.hbs`. */
  readonly partials: ReadonlyMap<string, TemplateSource>;
}
