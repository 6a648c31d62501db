import type { Cleaning } from "../basics/cleaning.ts";

/** A tag of HTML with its attributes, whose names may hold signs that CommonMark does not know. */
const tag =
  /<(\/?)([a-z][\w-]{0,40})((?:\s{1,20}[^\s"'<>=/]{1,80}(?:=(?:"[^"<]{0,300}"|'[^'<]{0,300}'|[^\s"'<>]{1,300}))?){0,20})(\s{0,9}\/?)>/g;
/** An element that is shown as it is written. */
const verbatim = /<(\w{1,20})(?:\s[^<>]{0,200})?\sv-pre(?:\s[^<>]{0,200})?>[\s\S]{0,2000}?<\/\1>/g;
const opening = /^:{3,}[ \t]*v-pre[ \t]*$/;
const closing = /^:{3,}[ \t]*$/;

/** Puts the braces aside that Vue leaves alone, `::: v-pre` and `<span v-pre>{{ text }}</span>`: they are text. */
export function keepVerbatim(markdown: string, { keep }: Cleaning): string {
  if (!markdown.includes("v-pre")) return markdown;
  const keepBraces = (passage: string): string => passage.replace(/\{\{[^{}\n]{0,500}\}\}/g, keep);
  const lines = markdown.split("\n");
  const ends = lines.flatMap((line, at) => (closing.test(line) ? [at] : []));
  const text = ends.length === 0 ? markdown : keepContainers(lines, ends, keepBraces).join("\n");
  return text.replace(verbatim, keepBraces);
}

/** The lines of containers of VitePress' as `keep` has them; `ends` are the places of those that close one. */
function keepContainers(
  lines: readonly string[],
  ends: readonly number[],
  keep: (line: string) => string,
): string[] {
  let next = 0;
  let end = -1;
  return lines.map((line, at) => {
    if (at > end && opening.test(line)) {
      while ((ends[next] ?? Infinity) < at) next++;
      end = ends[next] ?? -1;
    }
    return at < end ? keep(line) : line;
  });
}

const attribute = /\s+([^\s"'<>=/]+)(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?/g;
const ofVue = /^(?:[@#:][\w.:[\]-]+|v-[\w.:-]+)$/;

/**
 * Takes out what Vue adds to the tags of HTML, `@click="…"`, `:class="…"`, `v-if`: CommonMark takes a tag with such names for
 * text. The tags of a slot, `<template #name>`, go, and what is put into it stays.
 */
export function removeVueMarks(written: string): string {
  const markdown = /<(?:g|nuxt|router|route)-[li]/.test(written) ? replaceVueLinks(written) : written;
  if (!/<[a-z][^<>]{0,1000}\s(?:[@#:]\w|v-)|<template/.test(markdown)) return markdown;
  let isSlot = false;
  return markdown.replace(tag, (all, slash: string, name: string, attributes: string, end: string) => {
    if (name === "template") {
      if (slash === "") isSlot = /\s(?:#|v-slot)/.test(attributes);
      return isSlot ? "\n" : all;
    }
    if (slash !== "" || attributes === "") return all;
    const kept = attributes.replace(attribute, (written, key: string) => (ofVue.test(key) ? "" : written));
    return `<${name}${kept}${end}>`;
  });
}

const vueLink =
  /<(g|nuxt|router|route)-link\s(?:[^<>]{0,300}?\s)?(?:to|href)="([^"<>\n]{1,500})"[^<>]{0,300}>|<\/(?:g|nuxt|router|route)-link>/g;
const vuePicture = /<(?:g-image|nuxt-img)(?=\s)/g;

/** The links and pictures of Vue's router, Nuxt and Gridsome as those of HTML. */
function replaceVueLinks(markdown: string): string {
  return markdown
    .replace(vueLink, (_all, _name, address: string | undefined) =>
      address === undefined ? "</a>" : `<a href="${address}">`,
    )
    .replace(vuePicture, "<img");
}
