import type { Rule } from "../rule.ts";
import { whereIs } from "./image-bytes.ts";

const maxSide = 2400;

export const imagePixels: Rule = {
  id: "image-pixels",
  severity: "warning",
  looksAt: "pictures of more than 2,400 pixels on a side",
  source: "A column is at most 600 px, and four times that is more than any screen shows",
  remedy: "Scale the picture down to 1,200 pixels of width.",
  check: ({ edition: { images } }) =>
    images
      .filter(({ width, height }) => Math.max(width, height) > maxSide)
      .map((image) => ({
        ...whereIs(image),
        message: `${image.name} is ${image.width} × ${image.height} pixels; at most ${maxSide} on a side is good.`,
      })),
};
