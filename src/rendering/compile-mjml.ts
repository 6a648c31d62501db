import type mjml2html from "mjml";

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

/** MJML to HTML, with nothing fetched and nothing included from the disk. */
export async function compileMjml(mjml: string): Promise<string> {
  const run = await loadEngine();
  const { html } = await run(mjml, { fonts: {}, ignoreIncludes: true, validationLevel: "strict" });
  return html;
}
