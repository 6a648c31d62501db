import { join, relative } from "node:path";
import { defineConfig, type Plugin } from "rolldown";

/**
 * What mjml-core imports at its start and uses only for `minify`, `beautify`, `<mj-style inline>` and
 * `<mj-html-attributes>`: half of the time that importing mjml takes. Each is loaded at its first use instead.
 */
export const rarelyUsed = ["cheerio", "cssnano", "cssnano-preset-lite", "htmlnano", "js-beautify", "juice"];

const lazyPrefix = "\0lazy:";

const loadRarelyUsedLate: Plugin = {
  name: "load-rarely-used-late",
  resolveId(source, importer) {
    const isMjmlCore = importer !== undefined && /[\\/]mjml-core[\\/]/u.test(importer);
    return isMjmlCore && rarelyUsed.includes(source) ? `${lazyPrefix}${source}.cjs` : null;
  },
  load(id) {
    if (!id.startsWith(lazyPrefix)) return null;
    const name = id.slice(lazyPrefix.length, -".cjs".length);
    return `
      const load = () => { const loaded = require(${JSON.stringify(name)}); return loaded.default ?? loaded; };
      module.exports = new Proxy(function () {}, {
        apply: (target, self, args) => load()(...args),
        get: (target, key) => (key === "__esModule" ? undefined : load()[key]),
      });`;
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
  input: { cli: "src/cli.ts", "define-config": "src/config/define-config.ts" },
  platform: "node",
  // Native code cannot be bundled; gray-matter carries an eval that stays outside, and with it
  // its js-yaml, whose errors are told by their class; what is hardly ever used need not be read.
  external: (source, importer) =>
    outside.includes(source) || (rarelyUsed.includes(source) && importer?.startsWith(lazyPrefix) === true),
  plugins: [loadRarelyUsedLate, listSources],
  output: { dir: "dist", format: "esm", cleanDir: true, chunkFileNames: "chunks/[name]-[hash].js" },
});
