import type { CheckedImage } from "../checked-edition.ts";
import type { Observation, Rule } from "../rule.ts";
import { evidenceOf } from "./image-alt.ts";

const maxImageBytes = 1024 * 1024;
/** Base64 makes three bytes four; many servers take no message above 10 MB. */
const maxTotalBytes = 7 * 1024 * 1024;

export const imageBytes: Rule = {
  id: "image-bytes",
  severity: "warning",
  looksAt: "pictures of more than 1 MB, and of more than 7 MB together (an error)",
  source:
    "Many servers refuse a message above 10 MB (the default of Postfix, message_size_limit), which 7 MB of pictures are once encoded",
  remedy: "Use a smaller copy of the picture.",
  check: ({ edition: { images } }) => {
    const total = images.reduce((sum, { bytes }) => sum + bytes, 0);
    const large = images
      .filter(({ bytes }) => bytes > maxImageBytes)
      .map((image): Observation => ({
        ...whereIs(image),
        message: `${image.name} is ${inMb(image.bytes)}; at most 1 MB is good.`,
      }));
    if (total <= maxTotalBytes) return large;
    return [
      ...large,
      {
        at: "issue",
        severity: "error",
        message: `The pictures are ${inMb(total)} together; above 7 MB many servers refuse the message.`,
      },
    ];
  },
};

export function whereIs({ name }: CheckedImage): Pick<Observation, "at" | "evidence"> {
  return { at: "issue", evidence: evidenceOf(name) };
}

function inMb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
