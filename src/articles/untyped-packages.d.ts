/** The part used of js-yaml 3, the version gray-matter parses YAML with. */
declare module "js-yaml" {
  /** Which scalars become what; opaque here. */
  interface Schema {
    readonly implicit: readonly unknown[];
  }
  interface YamlFault extends Error {
    readonly reason: string;
    readonly mark: { readonly line: number; readonly column: number } | undefined;
  }
  const yaml: {
    readonly FAILSAFE_SCHEMA: Schema;
    readonly YAMLException: new (reason: string) => YamlFault;
    readonly load: (text: string) => unknown;
    /** For the tests; throws at what it cannot write. */
    readonly safeDump: (
      value: unknown,
      options?: { readonly flowLevel?: number; readonly lineWidth?: number },
    ) => string;
  };
  export default yaml;
}

declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnote(md: MarkdownIt): void;
}

declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function deflist(md: MarkdownIt): void;
}

/** GitHub's names of emoji, without colons, and what they stand for. */
declare module "markdown-it-emoji/lib/data/full.mjs" {
  const emoji: Readonly<Record<string, string>>;
  export default emoji;
}

/** CommonMark's specification, as its examples; for the tests. */
declare module "commonmark-spec" {
  const spec: {
    readonly tests: readonly {
      readonly markdown: string;
      readonly html: string;
      readonly section: string;
      readonly number: number;
    }[];
  };
  export default spec;
}
