import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { templatesDir } from "./render-copy.ts";

/** A project's own templates folder with one theme, made from broadsheet. */
function projectWith(theme: string): string {
  const dir = temporaryFolder();
  cpSync(join(templatesDir, "broadsheet"), join(dir, theme), { recursive: true });
  return dir;
}

test("a theme that is not there is refused, and those that are, are named", async () => {
  const dir = projectWith("ours");
  await expect(loadTheme("borad", [dir, templatesDir])).rejects.toMatchObject({
    code: "theme-missing",
    message: expect.stringMatching(/no theme "borad"; found brief, broadsheet, magazine, ours in /) as string,
  });
});

test("a folder without theme.json is no theme", async () => {
  const dir = projectWith("ours");
  rmSync(join(dir, "ours/theme.json"));
  await expect(loadTheme("ours", [dir])).rejects.toMatchObject({ code: "theme-missing" });
});

test("the project's own theme wins over Gazette's of the same name", async () => {
  const dir = projectWith("broadsheet");
  writeFileSync(join(dir, "broadsheet/text.hbs"), "{{title}}, our own");
  expect((await loadTheme("broadsheet", [dir, templatesDir])).text.source).toBe("{{title}}, our own");
  expect((await loadTheme("broadsheet", [templatesDir])).text.source).not.toContain("our own");
});

test("a partial of the theme wins over the project's, and that over Gazette's", async () => {
  const dir = projectWith("ours");
  mkdirSync(join(dir, "partials"));
  mkdirSync(join(dir, "ours/partials"), { recursive: true });
  const source = async (name: string) =>
    (await loadTheme("ours", [dir, templatesDir])).partials.get(name)?.source;
  const shipped = await source("footer");
  writeFileSync(join(dir, "partials/footer.mjml.hbs"), "project");
  expect(await source("footer")).toBe("project");
  writeFileSync(join(dir, "ours/partials/footer.mjml.hbs"), "theme");
  expect(await source("footer")).toBe("theme");
  expect(shipped).toContain("unsubscribeUrl");
});

test("a missing template is named, and why it is needed", async () => {
  const dir = projectWith("ours");
  rmSync(join(dir, "ours/text.hbs"));
  await expect(loadTheme("ours", [dir])).rejects.toMatchObject({
    code: "template-invalid",
    message: expect.stringMatching(/ours\/text\.hbs: .*missing/) as string,
  });
});

test.each([
  ["{", /theme\.json: .*JSON/],
  ['{"name":"x","description":"y","colours":{"light":{},"dark":{}}}', /colours\.light\.page/],
  ['{"name":"x","description":"y","colors":{}}', /colors/],
])("a theme.json with a mistake is refused with the place: %s", async (json, message) => {
  const dir = projectWith("ours");
  writeFileSync(join(dir, "ours/theme.json"), json);
  await expect(loadTheme("ours", [dir])).rejects.toMatchObject({
    code: "template-invalid",
    message: expect.stringMatching(message) as string,
  });
});

test("a name that leads out of the folder is no theme", async () => {
  await expect(loadTheme("../templates/broadsheet", [templatesDir])).rejects.toMatchObject({
    code: "theme-missing",
  });
});
