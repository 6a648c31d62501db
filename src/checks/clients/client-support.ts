/** What to look for in a page to find a feature in use. All names are lower case. */
export type FeatureTrace =
  | { readonly kind: "property"; readonly names: readonly string[] }
  | { readonly kind: "declaration"; readonly property: string; readonly value: string }
  | { readonly kind: "at-rule"; readonly name: string; readonly params?: string }
  | { readonly kind: "function"; readonly names: readonly string[] }
  | { readonly kind: "unit"; readonly name: string }
  | { readonly kind: "word"; readonly names: readonly string[] }
  | { readonly kind: "important" }
  | { readonly kind: "nesting" }
  | { readonly kind: "pseudo"; readonly name: string }
  | { readonly kind: "selector"; readonly part: string }
  | { readonly kind: "element"; readonly names: readonly string[] }
  | { readonly kind: "attribute"; readonly names: readonly string[] }
  | {
      readonly kind: "element-attribute";
      readonly element: string;
      readonly attribute: string;
      readonly starts: string;
    }
  | { readonly kind: "image"; readonly endings: readonly string[] };

/** One feature of HTML, CSS or a picture format that some program does not show. */
export interface ClientFeature {
  /** As in `https://www.caniemail.com/features/<slug>/`. */
  readonly slug: string;
  readonly title: string;
  readonly trace: FeatureTrace;
  /** One letter a program, in the order of `clients`: yes, partly (`a`, "almost"), no, unknown. */
  readonly support: string;
}

/** Can I email's findings, reduced to the programs and features that the checks look at. */
export interface ClientSupport {
  /** Where it is from, and its licence in full. */
  readonly source: string;
  readonly licence: string;
  /** The day its authors last changed it, `2026-05-13`. */
  readonly date: string;
  readonly clients: readonly { readonly family: string; readonly platform: string }[];
  readonly features: readonly ClientFeature[];
}
