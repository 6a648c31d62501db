import { createRequire } from "node:module";
import { listNames } from "../list-names.ts";

/** Which attributes each element of MJML has, by its name. */
type Vocabulary = ReadonlyMap<string, readonly string[]>;

/** Of every element; written in MJML's core and not in the elements. */
const everywhere = ["css-class", "mj-class"];

let vocabulary: Vocabulary | undefined;

/** Only read where there is a fault to explain: mjml hands out no list of its own. */
function loadVocabulary(): Vocabulary {
  if (vocabulary !== undefined) return vocabulary;
  const ofMjml = createRequire(createRequire(import.meta.url).resolve("mjml"));
  const { components } = ofMjml("mjml-preset-core") as {
    readonly components: readonly {
      readonly componentName: string;
      readonly allowedAttributes?: Readonly<Record<string, string>>;
    }[];
  };
  vocabulary = new Map(
    components.map(({ componentName, allowedAttributes = {} }) => [
      componentName,
      [...Object.keys(allowedAttributes), ...everywhere],
    ]),
  );
  return vocabulary;
}

export function listElements(misspelt: string): string {
  return listNames(misspelt, [...loadVocabulary().keys()]);
}

export function listAttributes(element: string, misspelt: string): string {
  return listNames(misspelt, loadVocabulary().get(element) ?? everywhere);
}
