import { foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter.ts";

/** Fields of which each further line is one more item, where commas do not part them, as Python's Markdown has it. */
const listed = /^(?:tags?|keywords?|categor(?:y|ies)|topics?)$/;

/** Reads `Name: value` lines, or Nikola's `.. name: value`; a line that is neither goes on with the value above it. */
export function parseHeaders(block: string): FrontMatter {
  const fields = new Map<string, string>();
  let last = "";
  // Yarle indents what it puts below a title.
  const rows = /^# .*\n\s* {4}\S/.test(block) ? block.replace(/^ {4}/gm, "") : block;
  for (const row of rows.split("\n")) {
    const match =
      /^(?:[ \t]*\.\. |- )?((?:[A-Za-z_]|\p{Lo}|\p{Lu}|\p{Ll})[\p{L}\p{M}\p{N}_ -]{0,60})(?:::?|：)[ \t]*(.*)$/u.exec(
        row,
      );
    if (match === null && row.startsWith("# ") && fields.size === 0) fields.set("title", row.slice(2).trim());
    else if (match !== null) {
      last = foldKey(match[1] ?? "");
      fields.set(last, (match[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2"));
    } else if (row.trim() !== "") {
      const above = fields.get(last) ?? "";
      const isItem = listed.test(last) && !/[,;]/.test(above);
      fields.set(last, isItem ? `${above}\n${row.trim().replace(/^- /, "")}` : `${above} ${row.trim()}`);
    }
  }
  return /^[ \t]*\.\. /.test(block) ? readNikolaTags(fields) : fields;
}

/** Title, authors and date, each after a `%`, in this order; each may be empty. */
export function parsePandoc(block: string): FrontMatter {
  const [title = "", authors = "", date = ""] = block
    .split(/^%/m)
    .slice(1)
    .map((lines) => lines.trim());
  const names = authors.split(/[;\n]/).map((name) => name.trim());
  return new Map<string, FrontMatterValue>([
    ["title", title],
    ["author", names.filter((name) => name !== "")],
    ["date", date],
  ]);
}

/** Three of Nikola's tags are switches. */
function readNikolaTags(fields: Map<string, string>): FrontMatter {
  const tags = (fields.get("tags") ?? "").split(",").map((tag) => tag.trim());
  if (tags.includes("draft") || tags.includes("private")) fields.set("draft", "true");
  fields.set("tags", tags.filter((tag) => !/^(?:draft|private|mathjax)$/.test(tag)).join(","));
  return fields;
}
