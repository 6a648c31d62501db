import type { Observation, Rule } from "../rule.ts";
import { localImageName } from "../page/local-image.ts";
import { evidenceOf, nameOf } from "./image-alt.ts";

export const imageMissing: Rule = {
  id: "image-missing",
  severity: "error",
  looksAt: "that every picture travels with the issue or has an https address",
  source: "RFC 2392 (cid:); Gmail and Outlook do not show data: addresses (Can I email, base64)",
  remedy: "Put the picture beside the article and name it by its relative path, or use its https address.",
  check: ({ elements, edition }) => {
    const names = new Map(edition.images.map((image) => [image.name, image]));
    return elements
      .filter(({ name }) => name === "img")
      .flatMap((image): Observation[] => {
        const src = (image.attribs["src"] ?? "").trim();
        const at = { at: image, evidence: evidenceOf(src) };
        const local = localImageName(src);
        if (local !== undefined) {
          const found = names.get(local);
          if (found === undefined)
            return [{ ...at, message: `The picture ${nameOf(src)} does not travel with the issue.` }];
          return found.width > 0
            ? []
            : [{ ...at, message: `The picture ${nameOf(src)} cannot be read as a picture.` }];
        }
        if (/^https:\/\/[^\s/]+/iu.test(src)) return [];
        if (/^http:\/\/[^\s/]+/iu.test(src))
          return [
            {
              ...at,
              severity: "warning",
              message: `The picture ${nameOf(src)} comes without encryption, and some programs do not load it.`,
            },
          ];
        return [
          {
            ...at,
            message: `The picture ${nameOf(src)} cannot be found from a mail; allowed is a picture of the issue or an https address.`,
          },
        ];
      });
  },
};
