import { expect, test } from "vitest";
import { checkEdition } from "../../src/checks/check-edition.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { personalise } from "../../src/rendering/personalise.ts";
import { chooseStrings } from "../../src/rendering/view/phrases.ts";
import { localWords } from "../rendering/local-words.ts";
import { makeLocalIssue } from "../rendering/make-local-issue.ts";
import { reader, templatesDir, themeNames } from "../rendering/render-copy.ts";
import { makeEdition, makeOptions } from "./make-edition.ts";

/** The invented stories lead to addresses that nobody may have, and their inbox is as long as the language makes it. */
const ofTheWords = new Set(["link-example", "preheader-length", "subject-length"]);

const languages = Object.keys(localWords);

test.each(themeNames.flatMap((theme) => languages.map((language) => [theme, language] as const)))(
  "%s in %s uses nothing that a mail program does not show, and breaks no other rule",
  async (theme, language) => {
    const issue = makeLocalIssue(language, 12);
    const edition = await renderEdition(issue, await loadTheme(theme, [templatesDir]));
    const images = [...new Set(edition.html.match(/(?<=cid:)[\w.-]+/gu))];
    const findings = checkEdition(
      makeEdition({
        ...personalise(edition, reader),
        subject: issue.subject,
        preheader: issue.preheader,
        articles: [],
        images: images.map((name) => ({ name, bytes: 90_000, width: 1104, height: 620 })),
        postalAddress: issue.masthead.postalAddress,
        unsubscribeWords: [chooseStrings(language).unsubscribe],
      }),
      makeOptions(),
    );
    const ours = findings.filter(({ rule }) => !ofTheWords.has(rule));
    expect(ours.filter(({ severity }) => severity !== "info")).toEqual([]);
  },
);
