import type mjml2html from "mjml";
import { listAttributes, listElements } from "./mjml-vocabulary.ts";
import { TemplateFault } from "../templates/template-fault.ts";

let engine: Promise<typeof mjml2html> | undefined;

/** Imported at the first use: it costs half a second and 100 MB, which only a command that renders should pay. */
function loadEngine(): Promise<typeof mjml2html> {
  engine ??= (async () => {
    // Without this, importing mjml runs the modules that a `.mjmlconfig` in the current directory names.
    // eslint-disable-next-line no-restricted-syntax -- set for a library, not read as configuration
    process.env["MJML_BROWSER"] = "1";
    return (await import("mjml")).default;
  })();
  return engine;
}

/**
 * MJML to HTML, with nothing fetched and nothing included from the disk.
 *
 * @throws TemplateFault at the first line where MJML's own validation finds something wrong.
 */
export async function compileMjml(mjml: string): Promise<string> {
  const run = await loadEngine();
  try {
    const { html } = await run(mjml, { fonts: {}, ignoreIncludes: true, validationLevel: "strict" });
    return html;
  } catch (error) {
    const [first] = validationErrors(error);
    if (first === undefined) throw error;
    const lineStart = mjml
      .split("\n")
      .slice(0, first.line - 1)
      .join("\n").length;
    throw new TemplateFault(
      Math.max(lineStart, mjml.indexOf(`<${first.tagName}`, lineStart)),
      ...inWords(first),
    );
  }
}

interface ValidationError {
  readonly line: number;
  readonly message: string;
  readonly tagName: string;
}

function validationErrors(error: unknown): readonly ValidationError[] {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors)
    ? (error.errors as ValidationError[])
    : [];
}

/** MJML's finding as what was found and what was expected. */
function inWords({ tagName, message }: ValidationError): [found: string, expected: string] {
  const [, attribute] = /^Attributes? (\S+?)(?:,.*)? (?:is|are) illegal/.exec(message) ?? [];
  if (attribute !== undefined) return [`${attribute}= on <${tagName}>`, listAttributes(tagName, attribute)];
  const [, inside, allowed] = /cannot be used inside (\S+?),? only inside:? (.*)$/.exec(message) ?? [];
  if (inside !== undefined && allowed !== undefined)
    return [`<${tagName}> inside <${inside}>`, `it inside ${allowed}`];
  if (/doesn't exist/.test(message) && !tagName.startsWith("mj"))
    return [`<${tagName}> outside of what holds HTML`, "it inside an <mj-text>, <mj-table> or <mj-raw>"];
  if (/doesn't exist/.test(message)) return [`<${tagName}>`, listElements(tagName)];
  const [, name, value, type = "", allowedValues] =
    /^Attribute (\S+) has invalid value: (.*?) for type (\w+)\s*(?:, (?:only accepts )?(.*))?$/.exec(
      message,
    ) ?? [];
  if (name !== undefined && value !== undefined)
    return [`${name}="${value}" on <${tagName}>`, describeValues(type, allowedValues)];
  return [`<${tagName}>: ${message}`, "MJML as documentation.mjml.io has it"];
}

function describeValues(type: string, allowed: string | undefined): string {
  const [, units, count] = /^\((.*)\) units and (.*) value\(s\)$/.exec(allowed ?? "") ?? [];
  if (units !== undefined && count !== undefined)
    return `${count === "1" ? "one number" : `${count} numbers`} in ${units.replaceAll(", ", " or ")}, such as 12px`;
  if (allowed !== undefined) return `one of ${allowed}`;
  if (type === "Color") return "a colour, such as #1d1b18";
  if (type === "Boolean") return "true or false";
  return type === "Integer" ? "a whole number" : "another value";
}
