import { expect, test } from "vitest";
import { makeFolder, post } from "../articles-folder.ts";

const keys = [
  ..."title author authors byline tags categories keywords taxonomy series summary description excerpt".split(
    " ",
  ),
  ..."image cover thumbnail img_path date updated lastmod expires created draft published status".split(" "),
  ..."visibility slug permalink url aliases canonical lang weight order layout type id ref featured".split(
    " ",
  ),
  ..."pinned translationkey in-reply-to hidden excerpt_separator bibliography".split(" "),
];
const letters = 60_000;
const mostMs = 2000;

test.each([
  ..."{{ |<% |{|[[|[[a]|(|[|<|![](|, |/|../|-|: |&|&#|%|#|.|a@|\"|'|`|**|1/|http://|A and |<a |—|$|=> ".split(
    "|",
  ),
  ...[" ", "\t", "\n", ",", "\u00a0", "\u3000", "|"],
])("%j again and again costs no time to speak of in any field", async (piece) => {
  const value = piece.repeat(letters / piece.length);
  const folder = makeFolder(
    Object.fromEntries(
      keys.flatMap((key) =>
        [value, `2026-11-20 ${value}x`].map((long, at) => [
          `${key}-${at}.md`,
          post("Text.", `title: T\n${key}: ${JSON.stringify(long)}`),
        ]),
      ),
    ),
  );
  const started = process.cpuUsage();

  await folder.scan({ baseUrl: "https://example.org/" });

  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(mostMs);
});
