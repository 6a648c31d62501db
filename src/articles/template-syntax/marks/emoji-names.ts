import { createRequire } from "node:module";
import type emoji from "markdown-it-emoji/lib/data/full.mjs";

let byName: typeof emoji | undefined;

/** GitHub's names, and Slack's for what GitHub calls otherwise. 50 KB and 5 ms, so only for a text with a name in it. */
function loadNames(): typeof emoji {
  const data = createRequire(import.meta.url)("markdown-it-emoji/lib/data/full.mjs") as {
    default: typeof emoji;
  };
  return { ...data.default, rain_cloud: "🌧️" };
}

/** Pictures of GitHub's that are no emoji. */
const pictures = new Set(
  "octocat shipit bowtie trollface neckbeard feelsgood finnadie goberserk godmode hurtrealbad basecamp basecampy rage1 rage2 rage3 rage4".split(
    " ",
  ),
);

/** Puts emoji in where their names stand between colons, `:tada:`; a picture of GitHub's that is none, `:octocat:`, goes, and what is no such name, `10:30:45`, stays. */
export function replaceEmojiNames(text: string): string {
  if (!/:[a-z0-9+_-]+:/.test(text)) return text;
  // Discourse says the tone of a skin behind the name.
  return text.replace(
    /(?<![\w:/])((?::[a-z0-9+_-]{1,40}:)+?)(?:t[1-6]:)?(?![\w:])/g,
    (all, marks: string) => {
      const known = (byName ??= loadNames());
      const shown = marks
        .slice(1, -1)
        .split("::")
        .map((name) => (Object.hasOwn(known, name) ? known[name] : pictures.has(name) ? "" : undefined));
      return shown.includes(undefined) ? all : shown.join("");
    },
  );
}
