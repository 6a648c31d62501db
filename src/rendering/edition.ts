/**
 * What differs between two readers of one edition. In an edition's HTML and text each stands as a marker
 * (a slot); `personalise` puts the value in, escaped for the place the slot stands in.
 */
export interface Reader {
  readonly address: string;
  /** Empty where it is not known. */
  readonly name: string;
  readonly unsubscribeUrl: string;
  /** Empty where there are no preferences to offer; the theme then leaves the link out for everyone. */
  readonly preferencesUrl: string;
}

/** An issue as some readers get it, with slots where readers differ and `cid:NAME` for pictures that travel with it. */
export interface Edition {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** What Handlebars made, for template authors. */
  readonly mjml: string;
}

/** One reader's own copy of an edition. */
export interface PersonalEdition {
  readonly html: string;
  readonly text: string;
}
