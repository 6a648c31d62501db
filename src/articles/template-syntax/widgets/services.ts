import { escapeHtml } from "../../../platform/escape-html.ts";
import { escapeBrackets } from "../basics/markdown-link.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";

/** A link to what plays, moves or runs elsewhere. The texts are names, the same in every language. */
export function renderService(key: string, given: Arguments): string | undefined {
  const first = given.positional[0] ?? "";
  const second = given.positional[1] ?? "";
  const written =
    pick(
      given,
      "id",
      "videoid",
      "bvid",
      "youtubeid",
      "bvid",
      "vimeoid",
      "tweetid",
      "code",
      "url",
      "src",
      "href",
      "link",
      "video",
      ...(/^(?:video|audio)/.test(key) ? ["path", "file"] : []),
    ) ?? first;
  const id = /^(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//.test(written)
    ? `https://${written}`
    : written;
  const project = renderProject(key, given);
  if (project !== undefined) return project;
  if (id === "" && key !== "music") return undefined;
  const link = (text: string, address: string): string =>
    `[${text}](<${/^https?:\/\//.test(id) ? id : address}>)`;
  const clean = id.replace(/[^\w./?=&-]/g, "");
  if (
    /^(?:youtube|yt|youtubeembed|liteyoutube|youtubelite|youtubevideo|youtubeplayer|youtubeiframe|ytembed|liteyoutubeembed)$/.test(
      key,
    )
  ) {
    if (second === "playlist" || /^(?:PL|UU|OL)[\w-]{14,}$/.test(clean))
      return link("Video (YouTube)", `https://www.youtube.com/playlist?list=${clean}`);
    return link("Video (YouTube)", `https://www.youtube.com/watch?v=${clean.replace("?", "&")}`);
  }
  if (key === "streamable") return link("Video (Streamable)", `https://streamable.com/${clean}`);
  if (/^(?:vimeo|vimeoembed|vimeosimple)$/.test(key))
    return link("Video (Vimeo)", `https://vimeo.com/${clean}`);
  if (/^(?:bilibili|bvideo|bilibilivideo)$/.test(key))
    return link("Video (Bilibili)", `https://www.bilibili.com/video/${clean.replace(/^(?=\d)/, "av")}`);
  if (/^(?:tencent|tencentvideo|qqvideo)$/.test(key))
    return link("Video (Tencent)", `https://v.qq.com/x/page/${clean}.html`);
  if (key === "music" || key === "aplayer") {
    const [server, type, song] = [
      pick(given, "server") ?? first,
      pick(given, "type") ?? second,
      pick(given, "id") ?? given.positional[2],
    ];
    if (server === "netease" && /^(?:song|playlist|album|artist)$/.test(type) && /^\d+$/.test(song ?? ""))
      return `[Audio](<https://music.163.com/#/${type}?id=${song ?? ""}>)`;
    const address = pick(given, "url", "auto", "src") ?? id;
    return /^https?:\/\//.test(address) ? `[Audio](<${address}>)` : undefined;
  }
  if (/^(?:tweet|twitter|tweetembed|twittersimple|xsimple|tweetsimple|x)$/.test(key)) {
    const user = pick(given, "user", "username") ?? (second === "" ? "i" : first);
    return link(
      "Post (X)",
      `https://x.com/${user.replace(/[^\w]/g, "")}/status/${second === "" ? clean : second.replace(/\D/g, "")}`,
    );
  }
  if (/^ascii(?:cast|nema)$/.test(key) && /^[\w-]+$/.test(id))
    return link("asciinema", `https://asciinema.org/a/${clean}`);
  if (key === "gist")
    return link(
      "Code (GitHub)",
      // Behind the name of who keeps it, its own; behind that, one of its files.
      `https://gist.github.com/${clean}${/^[\da-f]{7,40}$/.test(second) ? `/${second}` : ""}`,
    );
  if (/^instagram(?:simple|embed)?$/.test(key))
    return link("Photo (Instagram)", `https://www.instagram.com/p/${clean}/`);
  const known = byId.get(key);
  if (known !== undefined && known.form.test(id) && !/^https?:/.test(id))
    return `[${known.name}](<${known.address}${id.replaceAll(":", "/").replace(/^spotify\//, "")}>)`;
  if (/^(?:video|videoplayer|html5video|vid|reactplayer|vidstack|artplayer|xgplayer)$/.test(key))
    return renderVideo(id, given);
  if (/^(?:audio|podcast|audioplayer|audioreader|inlineaudio)$/.test(key))
    return link(withTitle("Audio", given), id);
  if (key === "spotify" && /^[A-Za-z\d]{22}$/.test(id))
    return link("Audio (Spotify)", `https://open.spotify.com/track/${id}`);
  if (key === "twitch" && /^\d+$/.test(id))
    return link("Video (Twitch)", `https://www.twitch.tv/videos/${id}`);
  if (key === "jsfiddle" && /^[\w-]+(?:\/[\w-]+)?$/.test(id))
    return link("Code (JSFiddle)", `https://jsfiddle.net/${id}/`);
  if (
    /^(?:embed|codepen|codesandbox|stackblitz|jsfiddle|github|spotify|soundcloud|mastodon|bluesky|loom|figma|iframe|oembed|linkpreview|responsiveembed|reddit|media)$/.test(
      key,
    )
  ) {
    // What the site itself shows in a frame is named as any other frame.
    if (/^(?:embed|iframe|responsiveembed)$/.test(key) && /^\.{0,2}\/[^/]/.test(id))
      return `<iframe src="${escapeHtml(id)}" title="${escapeHtml(pick(given, "title") ?? "")}"></iframe>`;
    return /^https?:\/\//.test(id) && URL.canParse(id) ? `[${nameEmbedded(id)}](<${id}>)` : undefined;
  }
  return undefined;
}

/** Where what a service shows has its address: a part of it without its scheme and `www.`, and how such a thing is called. */
const byAddress: readonly (readonly [address: RegExp, name: string])[] = [
  [
    /^(?:(?:m\.|music\.)?youtube(?:-nocookie)?\.com\/(?:watch|shorts\/|live\/|embed\/|playlist)|youtu\.be\/\w)/,
    "Video (YouTube)",
  ],
  [/^(?:player\.)?vimeo\.com\/(?:video\/)?\d/, "Video (Vimeo)"],
  [/^(?:player\.|m\.)?bilibili\.com\/(?:video|player)/, "Video (Bilibili)"],
  [/^v\.qq\.com\/\w/, "Video (Tencent)"],
  [/^streamable\.com\/\w/, "Video (Streamable)"],
  [/^(?:twitch\.tv\/videos\/|clips\.twitch\.tv\/\w)/, "Video (Twitch)"],
  [/^(?:mobile\.)?(?:twitter|x)\.com\/\w+\/status\//, "Post (X)"],
  [/^instagram\.com\/p\//, "Photo (Instagram)"],
  [/^open\.spotify\.com\/\w/, "Audio (Spotify)"],
  [/^asciinema\.org\/a\//, "asciinema"],
  [/^gist\.github\.com\/\w/, "Code (GitHub)"],
  [/^jsfiddle\.net\/\w/, "Code (JSFiddle)"],
];

/** How a service calls what it shows at an address; undefined for any other place. Throws on what is no address. */
export function findService(address: string): string | undefined {
  const { host, pathname } = new URL(address);
  const plain = host.replace(/^www\./, "");
  return (
    byAddress.find(([place]) => place.test(plain + pathname))?.[1] ??
    (pathname === "/" ? undefined : byHost.get(plain))
  );
}

/** What a link to something that is embedded is called: by its service, or else by its host. Throws on what is no address. */
export function nameEmbedded(address: string): string {
  return findService(address) ?? new URL(address).host.replace(/^www\./, "");
}

/** What a service calls by an id of its own, as dev.to, HackMD, Zenn and Velog write it. */
const byId: ReadonlyMap<string, { readonly name: string; readonly form: RegExp; readonly address: string }> =
  new Map(
    (
      [
        ["github", "GitHub", /^[\w-]+\/[\w.-]+$/, "https://github.com/"],
        ["codepen", "CodePen", /^[\w-]+\/pen\/\w+$/, "https://codepen.io/"],
        ["codesandbox", "CodeSandbox", /^[\w-]+$/, "https://codesandbox.io/s/"],
        ["stackblitz", "StackBlitz", /^[\w-]+$/, "https://stackblitz.com/edit/"],
        ["glitch", "Glitch", /^[\w-]+$/, "https://glitch.com/~"],
        ["replit", "Replit", /^@[\w-]+\/[\w-]+$/, "https://replit.com/"],
        ["repl", "Replit", /^@[\w-]+\/[\w-]+$/, "https://replit.com/"],
        ["speakerdeck", "Speaker Deck", /^[0-9a-f]{32}$/, "https://speakerdeck.com/player/"],
        ["slideshare", "SlideShare", /^\w{6,}$/, "https://www.slideshare.net/slideshow/embed_code/key/"],
        ["spotify", "Spotify", /^spotify:\w+:\w+$/, "https://open.spotify.com/"],
        ["twitch", "Twitch", /^(?!\d+$)[\w-]{8,}$/, "https://clips.twitch.tv/"],
        ["geogebra", "GeoGebra", /^\w{4,}$/, "https://www.geogebra.org/m/"],
      ] as const
    ).map(([key, name, form, address]) => [key, { name, form, address }]),
  );

/** The names of the same services, by the host of what they show. */
const byHost: ReadonlyMap<string, string> = new Map(
  [...byId.values()].map(({ name, address }) => [new URL(address).host.replace(/^www\./, ""), name]),
);

/** Where the programs of a project stand, by what themes call the card of one. */
const hosts: ReadonlyMap<string, readonly [name: string, address: string | undefined]> = new Map([
  ["github", ["GitHub", "https://github.com"]],
  ["ghrepocard", ["GitHub", "https://github.com"]],
  ["codeberg", ["Codeberg", "https://codeberg.org"]],
  ["forgejo", ["Forgejo", undefined]],
  ["gitea", ["Gitea", undefined]],
  ["huggingface", ["Hugging Face", "https://huggingface.co"]],
]);

function renderProject(key: string, given: Arguments): string | undefined {
  const [name, host] = hosts.get(key) ?? [];
  const project = name === undefined ? undefined : pick(given, "repo", "repository", "model", "dataset");
  const server = host ?? pick(given, "server");
  if (project === undefined || server === undefined || !/^https:\/\/[\w.-]+\/?$/.test(server))
    return undefined;
  return `[${name ?? ""}](<${server.replace(/\/$/, "")}/${project.replace(/[^\w./-]/g, "")}>)`;
}

/** A film by its address, or by its name at a service that is named too. */
function renderVideo(id: string, given: Arguments): string | undefined {
  const provider = pick(given, "provider", "service", "type")?.toLowerCase() ?? "";
  if (/^(?:youtube|vimeo|bilibili)$/.test(provider)) return renderService(provider, given);
  if (provider === "google-drive" && /^[\w-]+$/.test(id))
    return `[Video (Google Drive)](<https://drive.google.com/file/d/${id}/view>)`;
  // VidStack names the service before the film.
  const [, host, film] = /^(youtube|vimeo)\/([\w-]{6,20})$/.exec(id) ?? [];
  if (host !== undefined && film !== undefined)
    return renderService(host, { positional: [film], named: new Map() });
  return /[./]/.test(id) ? `[${withTitle("Video", given)}](<${id}>)` : undefined;
}

/** What plays, and what it is called. */
function withTitle(kind: string, given: Arguments): string {
  const title = pick(given, "title", "caption") ?? "";
  return title === "" ? kind : `${kind} – ${escapeBrackets(title)}`;
}
