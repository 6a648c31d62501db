import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

test("the link of a picture that is not there goes with it", async () => {
  const folder = makeFolder({ "a.md": post("[![](/gone.png)](https://example.org/gone)  \n*The quay*") });

  expect((await folder.body()).html).toBe("<p><em>The quay</em></p>");
});

test("the words for a picture that is not there stay where they are all of a link, but for one to the picture itself", async () => {
  const folder = makeFolder({
    "a.md": post(
      "[![See the *film*](/gone.png)](https://example.org/film) [![Quay](/small.png)](https://example.org/large.png?x=1) [![Pier](/gone.png) there](https://example.org/pier)",
    ),
  });

  expect((await folder.body()).html).toBe(
    '<p><a href="https://example.org/film">See the film</a>  <a href="https://example.org/pier"> there</a></p>',
  );
});

test("bold and a break that held a picture that is not there leave nothing", async () => {
  const folder = makeFolder({ "a.md": post("**![](/gone.png)**\n\n![](/gone.png)  \nThe quay.") });

  expect((await folder.body()).html).toBe("<p>The quay.</p>");
});
