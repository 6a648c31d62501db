import { isPictureName } from "../../platform/picture-name.ts";
import { parentOf } from "../page/parse-html.ts";
import type { Element } from "domhandler";
import type { Observation, Rule } from "../rule.ts";

export const imageAlt: Rule = {
  id: "image-alt",
  severity: "error",
  looksAt: "that every picture has an `alt`: empty for a decoration, and no file name",
  source: "WCAG 1.1.1, Non-text Content; failures F65 and F30",
  remedy: "Describe the picture in the article: `![what it shows](file.jpg)`.",
  check: ({ elements }) =>
    elements
      .filter((element) => element.name === "img" && !isPixel(element))
      .flatMap((image): Observation[] => {
        const { alt, src = "" } = image.attribs;
        const at = { at: image, evidence: evidenceOf(src) };
        if (alt === undefined)
          return [
            {
              ...at,
              message: `The picture ${nameOf(src)} has no alt, so that a screen reader says its file name.`,
            },
          ];
        if (
          isPictureName(alt.trim()) ||
          /^(?:image|img|photo|picture|graphic|untitled|screenshot|dscn?)[\s_-]*\d*$/iu.test(alt.trim())
        )
          return [
            {
              ...at,
              severity: "warning",
              message: `The alt of ${nameOf(src)} is "${alt}", which describes nothing.`,
            },
          ];
        return [];
      }),
};

/** A counting pixel, or one that another element hides. */
function isPixel(image: Element): boolean {
  const { width, height, role, "aria-hidden": hidden } = image.attribs;
  const parent = parentOf(image);
  return (
    (width === "1" && height === "1") ||
    role === "presentation" ||
    hidden === "true" ||
    parent?.attribs["aria-hidden"] === "true"
  );
}

/** What an article may call the picture: our own names end in the file's, after eight signs of its content. */
export function evidenceOf(src: string): string[] {
  const file = decode(src.split(/[?#]/u)[0]?.split("/").at(-1) ?? "").replace(/^cid:/u, "");
  const stem = file.replace(/^[0-9a-f]{8}-/u, "").replace(/\.\w+$/u, "");
  return src.startsWith("http") ? [src, file] : [file, stem];
}

export function nameOf(src: string): string {
  const shown = src.length > 80 ? `${src.slice(0, 79)}…` : src;
  return shown === "" ? "without an address" : shown;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
