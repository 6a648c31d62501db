import { renderWidget } from "../widgets/render-widget.ts";

/** A picture's form, with the address alone or in brackets, and a title. */
const picture =
  /!\[((?:[^[\]\n\\]|\\.){0,300})\]\((?:<([^<>\n]{1,1000})>|([^\s()<>]{1,1000}))(?:[ \t]{1,9}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?[ \t]{0,9}\)/g;

const kinds: readonly (readonly [name: string, ending: RegExp])[] = [
  ["Video", /\.(?:mp4|m4v|mov|webm|ogv|mkv|avi)(?:[?#].*)?$/i],
  ["Audio", /\.(?:mp3|m4a|ogg|oga|wav|flac|aac|opus)(?:[?#].*)?$/i],
  ["PDF", /\.pdf(?:[?#].*)?$/i],
];
const services: readonly (readonly [name: string, address: RegExp])[] = [
  ["youtube", /^https?:\/\/(?:(?:www|m)\.)?(?:youtube\.com\/(?:watch\?|shorts\/|live\/)|youtu\.be\/)/i],
  ["vimeo", /^https?:\/\/(?:www\.)?vimeo\.com\/\d/i],
  ["tweet", /^https?:\/\/(?:www\.)?(?:twitter|x)\.com\/\w{1,20}\/status\/\d/i],
];

/** What looks as if it would find more than pictures: an ending, or the name of a service. */
const gate =
  /\.(?:mp4|m4v|mov|webm|ogv|mkv|avi|mp3|m4a|ogg|oga|wav|flac|aac|opus|pdf)|youtu\.?be|vimeo|\/status\//i;

/**
 * Films, recordings and documents that stand in the form of a picture, as GitLab, Obsidian, Logseq and HackMD have them, become
 * links to them.
 */
export function linkMedia(markdown: string): string {
  if (!markdown.includes("![") || !gate.test(markdown)) return markdown;
  return markdown.replace(picture, (all, alt: string, bracketed?: string, bare?: string) => {
    const address = bracketed ?? bare ?? "";
    const service = services.find(([, form]) => form.test(address))?.[0];
    const kind = kinds.find(([, ending]) => ending.test(address))?.[0];
    const isNamed = /\p{L}{2}/u.test(alt) && !/\.\w{2,4}$/.test(alt);
    if (service !== undefined)
      return isNamed
        ? `[${alt}](<${address}>)`
        : (renderWidget(service, { positional: [address], named: new Map() }, undefined)?.markdown ?? all);
    return kind === undefined ? all : `[${isNamed ? alt : kind}](<${address}>)`;
  });
}
