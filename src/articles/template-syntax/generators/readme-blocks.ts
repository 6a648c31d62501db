import { asBlock } from "../basics/cleaning.ts";
import type { Arguments } from "../basics/parse-arguments.ts";
import type { Cleaning } from "../basics/cleaning.ts";
import { renderCode } from "../widgets/code-block.ts";
import { renderCallout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";

const block = /\[block:([a-z-]{1,30})\][ \t]*\n((?:(?!\[\/?block[:\]])[\s\S]){0,60000})\[\/block\]/g;

/**
 * Turns ReadMe's blocks, `[block:callout] { … } [/block]`, whose JSON holds words, code, pictures and tables, into what they
 * show; one that holds nothing of the kind disappears.
 *
 * @see https://docs.readme.com/rdmd/docs
 */
export function replaceReadmeBlocks(markdown: string, cleaning: Cleaning): string {
  if (!markdown.includes("[block:")) return markdown;
  return markdown.replace(block, (all, kind: string, written: string) => {
    const shown = renderBlock(kind, parse(written), cleaning);
    if (shown === undefined) cleaning.drop(`[block:${kind}]`, all);
    return shown === undefined ? "" : asBlock(shown);
  });
}

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(written: string): Values {
  try {
    const value: unknown = JSON.parse(written);
    return isValues(value) ? value : {};
  } catch {
    return {};
  }
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function asRows(value: unknown): readonly Values[] {
  return Array.isArray(value) ? value.filter(isValues) : [];
}

function toArguments(entries: Readonly<Record<string, string>>): Arguments {
  return { positional: [], named: new Map(Object.entries(entries).filter(([, value]) => value !== "")) };
}

function renderBlock(kind: string, values: Values, cleaning: Cleaning): string | undefined {
  switch (kind) {
    case "callout":
      return renderCallout(
        "callout",
        toArguments({ title: asText(values["title"]), type: asText(values["type"]) }),
        asText(values["body"]),
      );
    case "code":
      return asRows(values["codes"])
        .map(({ code, language }) =>
          cleaning.keep(renderCode(asText(code), asText(language).split("|", 1)[0] ?? "")),
        )
        .join("\n\n");
    case "image":
      return asRows(values["images"]).map(renderPicture).join("\n\n");
    case "api-header":
      return `## ${asText(values["title"])}`;
    case "embed":
      return renderWidget("embed", toArguments({ url: asText(values["url"]) }), undefined)?.markdown;
    case "html":
      return asText(values["html"]);
    case "parameters":
      return renderTable(values);
    default:
      return undefined;
  }
}

function renderPicture({ image, caption }: Values): string {
  const [source, , alt] = Array.isArray(image) ? image.map(asText) : [];
  const given = toArguments({ src: source ?? "", alt: alt ?? "", caption: asText(caption) });
  return renderWidget("image", given, undefined)?.markdown ?? "";
}

/** Cells by their row and column, `h-0` and `0-1`. */
function renderTable({ data, cols, rows }: Values): string | undefined {
  const cells = isValues(data) ? data : {};
  const width = typeof cols === "number" ? Math.min(cols, 20) : 0;
  const height = typeof rows === "number" ? Math.min(rows, 500) : 0;
  if (width < 1) return undefined;
  const row = (name: string): string =>
    `| ${Array.from({ length: width }, (_cell, at) =>
      asText(cells[`${name}-${String(at)}`])
        .replaceAll("|", "\\|")
        .replace(/\s*\n\s*/g, "<br>"),
    ).join(" | ")} |`;
  const body = Array.from({ length: height }, (_row, at) => row(String(at)));
  return [row("h"), `|${" --- |".repeat(width)}`, ...body].join("\n");
}
