import { linkTo } from "../basics/markdown-link.ts";
import { asBlock } from "../basics/cleaning.ts";
import { callout, isCallout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";
import { titleOf, isLook } from "./tag-looks.ts";

/** What a tag is given: words in their order, and settings by their names. */
interface Given {
  readonly words: readonly string[];
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * What the tags become whose settings stand as `name:value` between words: those of Stellar, Icarus and Redefine.
 *
 * @param given the arguments as they stand there.
 * @param inner gives what stands between opening and closing; undefined for a tag that stands alone.
 * @returns Markdown; undefined for any other tag.
 * @see https://xaoxuu.com/wiki/stellar/tag-plugins, https://ppoffice.github.io/hexo-theme-icarus
 */
export function renderSpacedTag(
  name: string,
  given: string,
  inner: (() => string) | undefined,
): string | undefined {
  // Zola's arguments stand in brackets; others have names.
  if (given.startsWith("(") || /^[\w-]+=/.test(given)) return undefined;
  return inner === undefined ? renderAlone(name, given) : renderPassage(name, given, inner);
}

function renderAlone(name: string, given: string): string | undefined {
  const { words, settings } = readGiven(name === "frame" ? given.replace(/\s\|\s(\w+)=/g, " $1:") : given);
  const text = words.join(" ");
  const set = (key: string): string => settings.get(key) ?? "";
  switch (name) {
    case "quot": {
      const said = [set("prefix"), text, set("suffix")].filter((part) => part !== "").join(" ");
      const level = /^h([1-6])$/.exec(set("el"))?.[1];
      return level === undefined ? asBlock(`**${said}**`) : asBlock(`${"#".repeat(Number(level))} ${said}`);
    }
    case "note": {
      if (given.includes(",") || text === "" || words.every((word) => isLook(word) || isKind(word)))
        return undefined;
      const [title = "", ...rest] = words;
      return rest.length === 0 ? callout("", title) : callout(title, rest.join(" "));
    }
    case "sup":
    case "sub":
      return text === "" ? undefined : `<${name}>${text}</${name}>`;
    case "blur":
    case "spoiler":
      return text === "" ? undefined : text;
    case "mark":
    case "checkbox":
    case "radio":
      return settings.size === 0 || text === "" ? undefined : text;
    case "hashtag":
      return /^https?:\/\//.test(words.at(-1) ?? "")
        ? linkTo(words.slice(0, -1).join(" "), words.at(-1) ?? "")
        : text;
    case "image": {
      const [source = "", ...about] = words;
      return given.includes(",") || !/[./]/.test(source)
        ? undefined
        : renderWidget(
            "image",
            {
              positional: [],
              named: new Map([
                ["src", source],
                ["alt", about.join(" ")],
              ]),
            },
            undefined,
          )?.markdown;
    }
    case "ghcard":
      return settings.size === 0 || !/^[\w.-]+(?:\/[\w.-]+)?$/.test(text)
        ? undefined
        : linkTo(text, `https://github.com/${text}`);
    case "audio":
    case "video":
      return renderService(settings);
    case "frame": {
      const source = set("img") === "" ? set("video") : set("img");
      return /^(?:https?:|\/)/.test(source)
        ? renderWidget(set("img") === "" ? "video" : "image", onlySource(source), undefined)?.markdown
        : undefined;
    }
    case "copy": {
      const code = set("git") === "" ? text : toClone(set("git"), text);
      return code === "" ? undefined : `\`${code.replaceAll("`", "")}\``;
    }
    case "ruby": {
      const [base = "", reading = ""] = text.split("|");
      return text.includes("|") ? `${base} (${reading})` : undefined;
    }
    default:
      return undefined;
  }
}

function renderPassage(name: string, given: string, inner: () => string): string | undefined {
  const { words, settings } = readGiven(given);
  const text = words.join(" ");
  switch (name) {
    case "poetry":
    case "reel":
    case "paper": {
      const shown = inner().replace(
        /<!--\s{0,9}(?:title|section)\s{1,9}(\S[^\n]{0,300}?)\s{0,9}-->/g,
        "\n\n**$1**\n\n",
      );
      const by = [settings.get("author"), settings.get("date")].filter((part) => part !== undefined);
      return callout(text, by.length === 0 ? shown : `${shown}\n\n— ${by.join(", ")}`);
    }
    case "tab":
      // Jekyll's: the group of tabs, and what stands on this one.
      return words.length !== 2 || settings.size > 0
        ? undefined
        : renderWidget("tab", { positional: words.slice(1), named: new Map() }, inner())?.markdown;
    case "folding":
      return settings.size === 0 ? undefined : callout(text, inner());
    case "box":
    case "ablock":
      // With a table or code in it, it is only a frame.
      return text === "" && !settings.has("color") ? inner() : callout(text, inner());
    case "banner": {
      const [title = "", ...rest] = words;
      return asBlock([title === "" ? "" : `**${title}**`, rest.join(" "), inner()].join("\n\n"));
    }
    case "folders":
      return inner().replace(
        /<!--\s{0,9}folder\s{1,9}(\S[^\n]{0,300}?)(?:\s{1,9}color:\w{1,20})?\s{0,9}-->/g,
        "\n\n**$1**\n\n",
      );
    case "notel":
    case "noteL":
      return callout(titleOf(given.split(/\s+/), " "), inner());
    case "message":
      // Icarus says by a colour what kind of notice it is.
      return settings.size === 0
        ? undefined
        : callout(settings.get("title") ?? kindOf(settings.get("color") ?? ""), inner());
    default:
      return undefined;
  }
}

/** Names of settings; other words with a colon are words. */
const setting =
  /^(active|align|api|author|autoplay|avatar|back|bg|bilibili|child|checked|color|date|desc|download|effect|el|fancybox|focus|footer|git|height|icon|id|img|layout|left|limit|link|open|owner|padding|percent|prefix|ratio|right|size|status|style|suffix|symbol|theme|title|type|video|width|youtube):(\S[^]*)$/;

const word = /(\w+:)?(?:"([^"]*)"|'([^']*)')(?=\s|$)|(\S+)/g;

/** Words between spaces, with quotes around what holds some; `&nbsp;` stands for a space in a word. */
function readGiven(given: string): Given {
  const words: string[] = [];
  const settings = new Map<string, string>();
  for (const [, name = "", double, single, bare] of given.matchAll(word)) {
    const text = (bare ?? name + (double ?? single ?? "")).replaceAll("&nbsp;", " ");
    const [, key, value] = setting.exec(text) ?? [];
    if (key === undefined || value === undefined) words.push(text);
    else settings.set(key, value);
  }
  return { words, settings };
}

function renderService(settings: ReadonlyMap<string, string>): string | undefined {
  for (const service of ["bilibili", "youtube"]) {
    const film = settings.get(service);
    if (film !== undefined)
      return renderWidget(service, { positional: [film], named: new Map() }, undefined)?.markdown;
  }
  const id = settings.get("id");
  return settings.get("type") === "netease" && /^\d+$/.test(id ?? "")
    ? linkTo("Audio", `https://music.163.com/#/song?id=${id ?? ""}`)
    : undefined;
}

/** `git:https owner/name` and `git:ssh owner/name` are what one types to get a repository. */
function toClone(protocol: string, repository: string): string {
  return protocol === "ssh"
    ? `git clone git@github.com:${repository}.git`
    : protocol === "gh"
      ? `gh repo clone ${repository}`
      : `git clone https://github.com/${repository}.git`;
}

function onlySource(source: string): Parameters<typeof renderWidget>[1] {
  return { positional: [], named: new Map([["src", source]]) };
}

function isKind(word: string): boolean {
  return (
    isCallout(word) || /^(?:primary|default|quote|done|error|link|sync|paperclip|bug|ban|up|undo)$/.test(word)
  );
}

function kindOf(color: string): string {
  return isCallout(color) ? color.charAt(0).toUpperCase() + color.slice(1) : "";
}
