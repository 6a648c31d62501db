import { defineConfig } from "rolldown";

export default defineConfig({
  input: { cli: "src/cli.ts", "define-config": "src/config/define-config.ts" },
  platform: "node",
  external: ["better-sqlite3", "sharp", "mjml"],
  output: { dir: "dist", format: "esm", cleanDir: true, chunkFileNames: "chunks/[name]-[hash].js" },
});
