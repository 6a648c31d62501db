import { join } from "node:path";
import { localDay } from "../platform/zoned-text.ts";
import { issueHeaders, issueKeyOf, personaliseFor, sampleReader } from "./address-reader.ts";
import type { BuiltIssue } from "./build-issue.ts";
import { senderOf } from "./freeze-built-issue.ts";
import type { IssueManifest } from "./manifest.ts";
import type { NewsletterContext } from "./newsletter-context.ts";
import { openMessageWriter } from "./write-messages.ts";
import { writeIssueFolder } from "./write-issue.ts";
import { writeIssueList } from "./write-issue-list.ts";

/** Where a preview was written; absolute. */
export interface IssuePreview {
  readonly folder: string;
  readonly files: Readonly<Record<keyof IssueManifest["files"], string>>;
}

/**
 * Writes an issue to `out/<newsletter>/<slot date>/` as a sample reader would get it, and the list of issues beside it.
 * Sends nothing and records nothing.
 *
 * @throws GazetteError `output-unwritable`; then the folder is as it was.
 */
export async function previewIssue(context: NewsletterContext, built: BuiltIssue): Promise<IssuePreview> {
  const { config, newsletter, cadence } = context;
  const { edition, images, manifest, plan } = built;
  const folder = join(config.out, newsletter.key, localDay(plan.slot, newsletter.timeZone));
  const reader = newsletter.to[0] ?? sampleReader;
  const sender = senderOf(newsletter);
  const write = openMessageWriter(
    {
      config,
      sender,
      issueKey: issueKeyOf(newsletter.key, cadence, plan.slot),
      issueId: 0,
      slot: plan.slot,
      timeZone: newsletter.timeZone,
      headers: issueHeaders(sender, {
        number: plan.number,
        subject: manifest.issue.subject,
        date: plan.slot,
      }),
      edition,
      images,
    },
    // A preview is for looking at: it needs no key, and without one it is the same bytes everywhere.
    undefined,
  );
  const personal = personaliseFor({ newsletter: sender, edition, links: config }, reader);
  await writeIssueFolder(folder, [
    { name: manifest.files.html, content: showImagesFrom("images", personal.html, images) },
    { name: manifest.files.text, content: personal.text },
    { name: manifest.files.mjml, content: edition.mjml },
    { name: manifest.files.eml, content: Buffer.concat((await write(reader)).blocks) },
    { name: manifest.files.manifest, content: `${JSON.stringify(manifest, null, 2)}\n` },
    ...images.map(({ name, bytes }) => ({ name: `images/${name}`, content: bytes })),
  ]);
  await writeIssueList(config.out);
  const { html, text, mjml, eml, manifest: json } = manifest.files;
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    files: { html: at(html), text: at(text), mjml: at(mjml), eml: at(eml), manifest: at(json) },
  };
}

/** In a mail a picture is a part of the message, or on the web; on disk it is a file beside the page. */
function showImagesFrom(folder: string, html: string, images: BuiltIssue["images"]): string {
  return images.reduce((page, { name, src }) => page.replaceAll(src, `${folder}/${name}`), html);
}
