import type { CheckedImage } from "../checked-edition.ts";
import type { CheckedPage } from "../page/checked-page.ts";
import { localImageName } from "../page/local-image.ts";
import type { Observation, Rule } from "../rule.ts";
import { evidenceOf, nameOf } from "./image-alt.ts";

export const imageMissing: Rule = {
  id: "image-missing",
  severity: "error",
  looksAt: "that every picture, a background too, travels with the issue or has an https address",
  source: "RFC 2392 (cid:); Gmail and Outlook do not show data: addresses (Can I email, base64)",
  remedy: "Put the picture beside the article and name it by its relative path, or use its https address.",
  check: (page) => {
    const names = new Map(page.edition.images.map((image) => [image.name, image]));
    return listPictures(page).flatMap(({ at, src }): Observation[] => {
      const fault = faultOf(src, names);
      return fault === undefined ? [] : [{ at, evidence: evidenceOf(src), ...fault }];
    });
  },
};

interface Picture {
  readonly at: Extract<Observation["at"], object>;
  readonly src: string;
}

/** Pictures in the text, then each background once: MJML writes one as an attribute and a style, in several cells. */
function listPictures({ elements, sheets }: CheckedPage): Picture[] {
  const pictures = elements
    .filter(({ name }) => name === "img")
    .map((element): Picture => ({ at: element, src: (element.attribs["src"] ?? "").trim() }));
  const inPage = elements.flatMap((element) => {
    const { background, style } = element.attribs;
    const own = background === undefined ? [] : [background.trim()];
    return [...own, ...addressesIn(style ?? "")].map((src): Picture => ({ at: element, src }));
  });
  const inStyles = sheets.flatMap(({ rules }) =>
    rules.flatMap(({ declarations, offset }) =>
      declarations.flatMap(({ value }) =>
        addressesIn(value).map((src): Picture => ({ at: { offset }, src })),
      ),
    ),
  );
  const backgrounds = Map.groupBy([...inPage, ...inStyles], ({ src }) => src);
  return [...pictures, ...[...backgrounds.values()].flatMap(([first]) => first ?? [])];
}

/** The addresses in a piece of CSS; one within the page, such as `url(#shape)`, is no picture. */
function addressesIn(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')\s#][^"')\s]*)/giu)].flatMap(([, address]) => address ?? []);
}

function faultOf(
  src: string,
  names: ReadonlyMap<string, CheckedImage>,
): Pick<Observation, "message" | "severity"> | undefined {
  const local = localImageName(src);
  if (local !== undefined) {
    const found = names.get(local);
    if (found === undefined) return { message: `The picture ${nameOf(src)} does not travel with the issue.` };
    return found.width > 0
      ? undefined
      : { message: `The picture ${nameOf(src)} cannot be read as a picture.` };
  }
  if (/^https:\/\/[^\s/]+/iu.test(src)) return undefined;
  if (/^http:\/\/[^\s/]+/iu.test(src))
    return {
      severity: "warning",
      message: `The picture ${nameOf(src)} comes without encryption, and some programs do not load it.`,
    };
  return {
    message: `The picture ${nameOf(src)} cannot be found from a mail; allowed is a picture of the issue or an https address.`,
  };
}
