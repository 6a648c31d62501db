import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  [
    "a comma that is missing",
    '"broadsheet",',
    '"broadsheet"',
    "line 3: found something that is not JSON; expected ',' or '}'",
  ],
  ["a comment", "{", "{ // ours", "line 1: found something that is not JSON"],
  [
    "a misspelt name",
    '"description"',
    '"decription"',
    'line 3: found "decription"; expected description (did you mean that?), or one of',
  ],
  [
    "and with it what is missing",
    '"description"',
    '"decription"',
    "line 1: found no description; expected a text in quotation marks",
  ],
  [
    "a name too many",
    '"name"',
    '"author": "me", "name"',
    'line 2: found "author"; expected one of name, description, colours, options',
  ],
  [
    "a colour by name",
    '"#ffffff"',
    '"white"',
    'line 6: found colours.light.page: "white"; expected a colour as "#rrggbb"',
  ],
  [
    "a misspelt colour",
    '"accent": "#f29383"',
    '"acent": "#f29383"',
    'line 19: found "acent"; expected accent (did you mean that?)',
  ],
  ["no dark colours", '"dark"', '"drak"', 'found no colours.dark; expected { "page": "#rrggbb"'],
  ["a number for a name", '"broadsheet"', "5", "line 2: found name: 5; expected a text in quotation marks"],
  ["an empty name", '"broadsheet"', '""', 'line 2: found name: ""; expected a text in quotation marks'],
  [
    "a list of options",
    '"colours"',
    '"options": [1],\n"colours"',
    'line 4: found options: [1]; expected { "NAME": VALUE }',
  ],
  [
    "an option that is a list",
    '"colours"',
    '"options": { "a": [1] },\n"colours"',
    "line 4: found options.a: [1]; expected a text, a number, true or false",
  ],
])(
  "theme.json with %s is refused with line, what was found and what is allowed",
  async (_, right, wrong, answer) => {
    const dir = projectWith("ours");
    const path = join(dir, "ours/theme.json");
    const source = readFileSync(path, "utf8");
    expect(source).toContain(right);
    writeFileSync(path, source.replace(right, wrong));
    const error: unknown = await loadTheme("ours", [dir]).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "template-invalid" });
    expect(String(error)).toContain("ours/theme.json, line ");
    expect(String(error)).toContain(answer);
  },
);

test("a name that leads out of the folder is no theme", async () => {
  await expect(loadTheme("../templates/broadsheet", [templatesDir])).rejects.toMatchObject({
    code: "theme-missing",
  });
});
