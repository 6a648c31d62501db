import { asAddress } from "../basics/cleaning.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** An element that a site defines for the films of a service, by whose name it is called, and what stands in it. */
const player =
  /<((?:[a-z]{1,20}-)?(youtube|vimeo)(?:-[a-z]{1,20}){0,2})(?=[\s>])((?:\s[^<>]{1,600}?)?)(?:\/>|>([^<>]{0,200}|[\s\S]{0,600}?)<\/\1>)/g;

/** What is written as a picture and plays or is a document, by its ending or by where it stands, as Obsidian and jekyll-spaceship have it. */
const playing =
  /!\[([^\][\n]{0,300})\]\(<?((?:https?:)?\/\/(?:www\.|m\.)?(?:(youtube\.com\/(?:watch\?|shorts\/|live\/|embed\/)|youtu\.be\/)|(vimeo\.com\/\d)|(?:twitter|x)\.com\/\w{1,20}\/status\/)[^\s()<>]{0,500}|[^\s()<>?#]{1,500}\.(?:(mp4|webm|mov|m4v|ogv)|(pdf)|mp3|ogg|oga|wav|m4a|flac|opus)(?:[?#][^\s()<>]{0,300})?)>?(?:[ \t]{1,9}"[^"\n]{0,300}")?\)/gi;

/**
 * Turns players into links, those that are elements, `<lite-youtube videoid="…"></lite-youtube>`, unless there is one in them
 * already, and those that are written as pictures, `![](https://youtu.be/…)`, `![](film.mp4)`.
 */
export function replacePlayers(markdown: string): string {
  const text = markdown.includes("![") ? markdown.replace(playing, toPlayerLink) : markdown;
  return replaceElements(text);
}

function toPlayerLink(
  _all: string,
  alt: string,
  target: string,
  youtube: string | undefined,
  vimeo: string | undefined,
  film: string | undefined,
  document: string | undefined,
): string {
  const written = (alt.split("|", 1)[0] ?? "").trim();
  // Logseq and GitLab put the file's name there.
  const words = /^\S+\.\w{2,4}$/.test(written) ? "" : written;
  const address = asAddress(target.startsWith("//") ? `https:${target}` : target);
  const isPost =
    youtube === undefined &&
    vimeo === undefined &&
    /^(?:https?:)?\/\/(?:\w+\.)?(?:twitter|x)\.com\//i.test(target);
  const name =
    youtube !== undefined
      ? "Video (YouTube)"
      : vimeo !== undefined
        ? "Video (Vimeo)"
        : isPost
          ? "Post (X)"
          : film !== undefined
            ? "Video"
            : document !== undefined
              ? "PDF"
              : "Audio";
  return `[${words === "" ? name : words}](<${address}>)`;
}

function replaceElements(markdown: string): string {
  if (!/<[a-z-]{0,20}(?:youtube|vimeo)/.test(markdown)) return markdown;
  return markdown.replace(
    player,
    (all, element: string, service: string, attributes: string, inner: string | undefined) => {
      if (!element.includes("-") || /<a\s/.test(inner ?? "")) return all;
      const { named } = parseArguments(attributes);
      const id = ["videoid", "slug", "@slug", "id", "src", "href", "code"]
        .map((name) => named.get(name) ?? "")
        .find((value) => /^(?:https?:\/\/\S+|[\w-]{6,20})$/.test(value));
      const link =
        id === undefined
          ? undefined
          : renderWidget(service, { positional: [id], named: new Map() }, undefined);
      return link?.markdown ?? all;
    },
  );
}
