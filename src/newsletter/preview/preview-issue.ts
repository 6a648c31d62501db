import { join } from "node:path";
import { issueHeaders, issueKeyOf, personaliseFor, sampleReader } from "../readers/address-reader.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import type { Edition } from "../../rendering/edition.ts";
import type { ComposedEdition } from "../editions/edition-press.ts";
import type { BuiltIssue } from "../building/build-issue.ts";
import { chooseIssueFolder } from "./choose-issue-folder.ts";
import { senderOf } from "../freezing/freeze-built-issue.ts";
import type { IssueManifest } from "../manifest.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import { cutWhole, type MessageWriter, openMessageWriter } from "../sending/write-messages.ts";
import { type IssueFile, writeIssueFolder } from "./write-issue.ts";
import { writeIssueList } from "./write-issue-list.ts";

/** Where a preview was written; absolute. */
export interface IssuePreview {
  readonly folder: string;
  readonly files: Readonly<Record<keyof IssueManifest["files"], string>>;
  /** One reader's edition, where it was asked for. */
  readonly reader?: Readonly<Record<"html" | "text" | "eml", string>> | undefined;
}

/** One reader's edition, to be written beside the whole issue. */
export interface ReadersEdition {
  readonly to: Mailbox;
  readonly edition: ComposedEdition;
}

const readerFolder = "reader";

/**
 * Writes an issue to its folder in `out/` as a sample reader would get it, and the list of issues beside it.
 * Sends nothing and records nothing.
 *
 * @throws GazetteError `output-unwritable`; then the folder is as it was.
 */
export async function previewIssue(
  context: NewsletterContext,
  built: BuiltIssue,
  own?: ReadersEdition,
): Promise<IssuePreview> {
  const { config, newsletter } = context;
  const { edition, images, manifest } = built;
  const folder = await chooseIssueFolder(context, manifest);
  const sender = senderOf(newsletter);
  const reader = newsletter.to[0] ?? sampleReader;
  const write = openPreviewWriter(context, built, edition);
  const personal = personaliseFor({ newsletter: sender, edition, links: config }, reader);
  await writeIssueFolder(folder, [
    { name: manifest.files.html, content: showImagesFrom("images", personal.html, images) },
    { name: manifest.files.text, content: personal.text },
    { name: manifest.files.mjml, content: edition.mjml },
    { name: manifest.files.eml, content: Buffer.concat((await write(reader)).blocks) },
    { name: manifest.files.manifest, content: `${JSON.stringify(manifest, null, 2)}\n` },
    ...images.map(({ name, bytes }) => ({ name: `images/${name}`, content: bytes })),
    ...(own === undefined ? [] : await listReaderFiles(context, built, own)),
  ]);
  await writeIssueList(config.out);
  const { html, text, mjml, eml, manifest: json } = manifest.files;
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    files: { html: at(html), text: at(text), mjml: at(mjml), eml: at(eml), manifest: at(json) },
    reader:
      own === undefined
        ? undefined
        : {
            html: join(folder, readerFolder, html),
            text: join(folder, readerFolder, text),
            eml: join(folder, readerFolder, eml),
          },
  };
}

async function listReaderFiles(
  context: NewsletterContext,
  built: BuiltIssue,
  { to, edition: composed }: ReadersEdition,
): Promise<IssueFile[]> {
  const { html, text, eml } = built.manifest.files;
  const edition = { ...composed, html: composed.html.join(""), text: composed.text.join("") };
  const links = context.config;
  const personal = personaliseFor({ newsletter: senderOf(context.newsletter), edition, links }, to);
  const write = openPreviewWriter(context, built, edition);
  const page = showImagesFrom("../images", personal.html, built.images);
  return [
    { name: `${readerFolder}/${html}`, content: page },
    { name: `${readerFolder}/${text}`, content: personal.text },
    { name: `${readerFolder}/${eml}`, content: Buffer.concat((await write(to)).blocks) },
  ];
}

function openPreviewWriter(
  { config, newsletter, cadence }: NewsletterContext,
  { images, plan }: BuiltIssue,
  edition: Pick<Edition, "subject" | "html" | "text">,
): MessageWriter {
  const sender = senderOf(newsletter);
  return openMessageWriter(
    {
      config,
      sender,
      issueKey: issueKeyOf(newsletter.key, cadence, plan.slot),
      issueId: 0,
      slot: plan.slot,
      timeZone: newsletter.timeZone,
      headers: issueHeaders(sender, { number: plan.number, subject: edition.subject, date: plan.slot }),
      edition: cutWhole(edition),
      images,
    },
    // A preview is for looking at: it needs no key, and without one it is the same bytes everywhere.
    undefined,
  );
}

/** In a mail a picture is a part of the message, or on the web; on disk it is a file beside the page. */
function showImagesFrom(folder: string, html: string, images: BuiltIssue["images"]): string {
  return images.reduce((page, { name, src }) => page.replaceAll(src, `${folder}/${name}`), html);
}
