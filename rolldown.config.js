import { defineConfig } from "rolldown";

export default defineConfig({
  input: { cli: "src/cli.ts", "define-config": "src/config/define-config.ts" },
  platform: "node",
  // Native code cannot be bundled; mjml finds its parts at run time; gray-matter carries an eval that stays outside.
  external: ["better-sqlite3", "sharp", "mjml", "gray-matter"],
  output: { dir: "dist", format: "esm", cleanDir: true, chunkFileNames: "chunks/[name]-[hash].js" },
});
