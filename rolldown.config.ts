import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { loadTheme } from "./src/rendering/load-theme.ts";
import { precompileTheme } from "./src/rendering/templates/compile-templates.ts";
import { themeKey } from "./src/rendering/templates/run-precompiled.ts";

/**
 * What mjml-core imports at its start and uses only for `minify`, `beautify`, `<mj-style inline>` and
 * `<mj-html-attributes>`: half of the time that importing mjml takes. Each is loaded at its first use instead.
 */
export const rarelyUsed = ["cheerio", "cssnano", "cssnano-preset-lite", "htmlnano", "js-beautify", "juice"];

const lazyPrefix = "\0lazy:";

/**
 * Stands for a module until something of it is called or set. What is only read, as in `const { html } = require(…)`, stands
 * for that member in the same way.
 */
const standIn = `
  const standFor = (read, owner) => new Proxy(function () {}, {
    apply: (target, self, args) => Reflect.apply(read(), owner(), args),
    get: (target, key) => (key === "__esModule" ? undefined : standFor(() => read()[key], read)),
    set: (target, key, value) => { read()[key] = value; return true; },
  });
  module.exports = standFor(load, () => undefined);`;

/** All that mjml takes of lodash/fp, which needs 17 ms to make curried versions of the whole of lodash. */
const curried = `
  module.exports = {
    filter: (test) => (list) => Object.values(list).filter((one) => test(one)),
    flow: (...functions) => (value) => functions.flat().reduce((given, change) => change(given), value),
    identity: (value) => value,
    join: (between) => (list) => list.join(between),
    map: (change) => (list) => Object.values(list).map((one) => change(one)),
  };`;

const loadLittleOfMjml: Plugin = {
  name: "load-little-of-mjml",
  resolveId(source, importer) {
    if (importer === undefined || !/[\\/]mjml[a-z-]*[\\/]/u.test(importer)) return null;
    if (source === "lodash/fp") return `${lazyPrefix}lodash/fp.cjs`;
    return rarelyUsed.includes(source) ? `${lazyPrefix}${source}.cjs` : null;
  },
  load(id) {
    if (id === `${lazyPrefix}lodash/fp.cjs`) return curried;
    if (!id.startsWith(lazyPrefix)) return null;
    const name = id.slice(lazyPrefix.length, -".cjs".length);
    return `
      const load = () => { const loaded = require(${JSON.stringify(name)}); return loaded.default ?? loaded; };${standIn}`;
  },
};

/** What commander uses only for commands that are programs of their own, which Gazette has none of: 5 ms of each start. */
const loadLittleOfCommander: Plugin = {
  name: "load-little-of-commander",
  resolveId: (source, importer) =>
    source === "node:child_process" && /[\\/]commander[\\/]/u.test(importer ?? "")
      ? `${lazyPrefix}child_process.cjs`
      : null,
  load: (id) =>
    id === `${lazyPrefix}child_process.cjs`
      ? `const load = () => process.getBuiltinModule("node:child_process");${standIn}`
      : null,
};

const themePrefix = "\0theme:";
const themeFolder = join(import.meta.dirname, "templates");

/** Puts the themes that Gazette brings along into `precompiled-themes.ts`, each in a chunk of its own. */
const precompileThemes: Plugin = {
  name: "precompile-themes",
  resolveId: (source) => (source.startsWith(themePrefix) ? source : null),
  async load(id) {
    if (id.startsWith(themePrefix)) {
      const theme = await loadTheme(id.slice(themePrefix.length), [themeFolder]);
      return `export const theme = ${precompileTheme(theme)};`;
    }
    if (!/[\\/]precompiled-themes\.ts$/u.test(id)) return null;
    const names = (await readdir(themeFolder)).filter((name) => name !== "partials").sort();
    const rows = names.map(async (name) => {
      const key = JSON.stringify(themeKey(await loadTheme(name, [themeFolder])));
      return `[${key}, () => import(${JSON.stringify(themePrefix + name)})]`;
    });
    return `export const precompiledThemes = new Map([${(await Promise.all(rows)).join(",\n")}]);`;
  },
};

/** The forms that the bundler writes: a default or a namespace, members, or a default and members. */
const builtinImport = /^import (?:(?:\* as )?([\w$]+))?(?:, )?(?:\{ (.+) \})? from ("node:[\w/]+");$/u;

/**
 * Takes what is imported of Node's own modules from the modules themselves. An `import` statement makes a module record of all
 * that the module offers, and so loads what it would load late: streams and promises for one look at a file. Without it
 * each command starts with an eighth less of processor time.
 */
const takeBuiltinsDirectly: Plugin = {
  name: "take-builtins-directly",
  renderChunk(code) {
    const lines = code.split("\n");
    const end = lines.findIndex((line) => !line.startsWith("import "));
    const head = lines.slice(0, end).map((line) =>
      line.replace(builtinImport, (_, whole?: string, members?: string, source?: string) => {
        const taken = [whole, members === undefined ? undefined : `{ ${members.replaceAll(" as ", ": ")} }`];
        const builtin = `process.getBuiltinModule(${source ?? ""})`;
        const names = taken.filter((name) => name !== undefined);
        return `const ${names.map((name) => `${name} = ${builtin}`).join(", ")};`;
      }),
    );
    return [...head, ...lines.slice(end)].join("\n");
  },
};

const outside = ["better-sqlite3", "sharp", "gray-matter", "js-yaml"];

/** What the bundle was made from, relative to `src`, so that a start can tell whether it is still right. */
const listSources: Plugin = {
  name: "list-sources",
  generateBundle() {
    const sources = join(import.meta.dirname, "src");
    const names = [...this.getModuleIds()]
      .filter((id) => id.startsWith(`${sources}/`))
      .map((id) => relative(sources, id));
    this.emitFile({ type: "asset", fileName: "sources.json", source: JSON.stringify(names.sort()) });
  },
};

export default defineConfig({
  input: {
    cli: "src/cli.ts",
    "define-config": "src/config/define-config.ts",
    // A program of its own, which `encode-apart.ts` starts.
    "picture-process": "src/articles/body/picture-process.ts",
  },
  platform: "node",
  // Native code cannot be bundled; gray-matter carries an eval that stays outside, and with it
  // its js-yaml, whose errors are told by their class; what is hardly ever used need not be read.
  external: (source, importer) =>
    outside.includes(source) || (rarelyUsed.includes(source) && importer?.startsWith(lazyPrefix) === true),
  plugins: [loadLittleOfCommander, loadLittleOfMjml, precompileThemes, takeBuiltinsDirectly, listSources],
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    chunkFileNames: "chunks/[name]-[hash].js",
    // Every start reads and hashes what it loads, for V8's code cache: a seventh of it was for comments. Licences stay.
    comments: { legal: true, annotation: false, jsdoc: false },
  },
});
