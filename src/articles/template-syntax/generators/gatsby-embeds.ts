import type { CodePiece } from "../basics/mask-code.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** What an embed becomes; empty Markdown: it stands in a file that is not here. */
export interface CodeEmbed {
  readonly markdown: string;
  /** How to name what is lost; undefined: nothing is. */
  readonly lost: string | undefined;
}

const address =
  /^`(youtube|vimeo|video|soundcloud|codepen|codesandbox|twitter|instagram|oembed): ?(https?:\/\/[^\s`<>]+)`$/i;
/** The title of a film before its id, or the id alone, as each service makes them. */
const named =
  /^`(?:(youtube): ?(?:\[([^\]`\n]{1,200})\]\(([\w-]{11})\)|([\w-]{11}))|(vimeo): ?(?:\[([^\]`\n]{1,200})\]\((\d{6,12})\)|(\d{6,12})))`$/i;
const gist = /^`gist: ?([\w-]{1,40}\/[0-9a-f]{7,40})(?:[#?][^\s`]{0,200})?`$/i;
/** A file of code or of Markdown. */
const file = /^`(embed|markdown): ?[\w./@-]{1,200}\.\w{1,8}(?:[{#][^\s`]{0,100})?`$/;

/**
 * What Gatsby's plugins put where code in a line says so: `youtube: https://…`, `vimeo: 5299404`, `gist:mira/9c8b7a6`,
 * `embed:pond.js`; undefined for any other code.
 *
 * @see https://www.gatsbyjs.com/plugins/gatsby-remark-embed-video/
 */
export function readCodeEmbed({ text, language }: CodePiece): CodeEmbed | undefined {
  if (language !== "" || !/^`\w{4,11}:/.test(text)) return undefined;
  const [, service, target] = address.exec(text) ?? [];
  if (service !== undefined && target !== undefined)
    return toEmbed(service === "oembed" ? "embed" : service, target);
  const film = named.exec(text);
  if (film !== null) {
    const [, youtube, youtubeTitle, titledFilm, plainFilm, vimeo, vimeoTitle, titledId, plainId] = film;
    const shown = toEmbed(youtube ?? vimeo ?? "", titledFilm ?? plainFilm ?? titledId ?? plainId ?? "");
    const title = youtubeTitle ?? vimeoTitle;
    return shown === undefined || title === undefined
      ? shown
      : { ...shown, markdown: shown.markdown.replace(/^\[[^\]]*\]/, () => `[${title}]`) };
  }
  const code = gist.exec(text)?.[1];
  if (code !== undefined) return toEmbed("gist", code);
  const kind = file.exec(text)?.[1];
  return kind === undefined ? undefined : { markdown: "", lost: `\`${kind}: …\`` };
}

function toEmbed(service: string, target: string): CodeEmbed | undefined {
  const widget = renderWidget(service, { positional: [target], named: new Map() }, undefined);
  return widget === undefined ? undefined : { markdown: widget.markdown, lost: undefined };
}
