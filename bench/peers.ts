import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchCommand } from "./compare-commands.ts";

const packages = ["emailmd", "react", "react-dom", "@react-email/components", "@react-email/render"];

/** One article, as the programs are given it. */
export interface PeerArticle {
  readonly title: string;
  readonly body: string;
}

/**
 * Other programs that render the same articles to HTML, installed for this run alone: they are no part of Gazette.
 *
 * @param folder - Where they and their input are put.
 * @returns Empty, with a word on the terminal, where they cannot be had.
 */
export function installPeers(folder: string, articles: readonly PeerArticle[]): BenchCommand[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts"];
  const { status } = spawnSync("npm", ["install", ...flags, ...packages], { cwd: folder, stdio: "ignore" });
  if (status !== 0) {
    console.log(`NOT COMPARED with ${packages.join(", ")}: npm could not install them here.`);
    return [];
  }
  writeFileSync(
    join(folder, "digest.md"),
    articles.map(({ title, body }) => `## ${title}\n\n${body}\n`).join("\n"),
  );
  writeFileSync(join(folder, "articles.json"), JSON.stringify(articles));
  writeFileSync(join(folder, "react-email.js"), reactEmail);
  return [
    {
      name: "emailmd",
      args: [process.execPath, join("node_modules", ".bin", "emailmd"), "digest.md", "-o", "emailmd.html"],
      cwd: folder,
    },
    { name: "React Email", args: [process.execPath, "react-email.js"], cwd: folder },
  ];
}

/** HTML and plain text of the same articles, as its documentation has it, without JSX. */
const reactEmail = `
import { readFileSync, writeFileSync } from "node:fs";
import { createElement as h } from "react";
import { Body, Container, Head, Heading, Html, Preview, Section, Text } from "@react-email/components";
import { render } from "@react-email/render";

const articles = JSON.parse(readFileSync("articles.json", "utf8"));
const email = h(Html, { lang: "en" }, h(Head), h(Preview, null, "Twenty articles"), h(Body, null,
  h(Container, null, articles.map(({ title, body }, index) => h(Section, { key: index },
    h(Heading, { as: "h2" }, title),
    body.split("\\n\\n").map((text, at) => h(Text, { key: at }, text)))))));
writeFileSync("react.html", await render(email));
writeFileSync("react.txt", await render(email, { plainText: true }));
`;
