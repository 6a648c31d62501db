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
      "youtubeid",
      "vimeoid",
      "tweetid",
      "code",
      "url",
      "src",
      "href",
      "link",
      "video",
    ) ?? first;
  const id = /^(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//.test(written)
    ? `https://${written}`
    : written;
  const project = key === "github" ? pick(given, "repo", "repository") : undefined;
  if (project !== undefined) return `[GitHub](<https://github.com/${project.replace(/[^\w./-]/g, "")}>)`;
  if (id === "" && key !== "music") return undefined;
  const link = (text: string, address: string): string =>
    `[${text}](<${/^https?:\/\//.test(id) ? id : address}>)`;
  const clean = id.replace(/[^\w./?=&-]/g, "");
  if (
    /^(?:youtube|yt|youtubeembed|liteyoutube|youtubelite|youtubevideo|youtubeplayer|youtubeiframe|ytembed)$/.test(
      key,
    )
  ) {
    return link("Video (YouTube)", `https://www.youtube.com/watch?v=${clean.replace("?", "&")}`);
  }
  if (key === "streamable") return link("Video (Streamable)", `https://streamable.com/${clean}`);
  if (/^(?:vimeo|vimeoembed|vimeosimple)$/.test(key))
    return link("Video (Vimeo)", `https://vimeo.com/${clean}`);
  if (key === "bilibili")
    return link("Video (Bilibili)", `https://www.bilibili.com/video/${clean.replace(/^(?=\d)/, "av")}`);
  if (/^(?:tencent|tencentvideo|qqvideo)$/.test(key))
    return link("Video (Tencent)", `https://v.qq.com/x/page/${clean}.html`);
  if (key === "music" || key === "aplayer") {
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
  if (/^(?:video|videoplayer|html5video|vid)$/.test(key)) return renderVideo(id, given);
  if (/^(?:audio|podcast|audioplayer)$/.test(key)) return `[Audio](<${id}>)`;
  if (
    /^(?:embed|codepen|codesandbox|stackblitz|jsfiddle|github|spotify|soundcloud|mastodon|bluesky|loom|figma|iframe|oembed|reddit|media)$/.test(
      key,
    )
  ) {
    return /^https?:\/\//.test(id) && URL.canParse(id)
      ? `[${new URL(id).host.replace(/^www\./, "")}](<${id}>)`
      : undefined;
  }
  return undefined;
}

/** A film by its address, or by its name at a service that is named too. */
function renderVideo(id: string, given: Arguments): string | undefined {
  const provider = pick(given, "provider", "service", "type")?.toLowerCase() ?? "";
  if (/^(?:youtube|vimeo|bilibili)$/.test(provider)) return renderService(provider, given);
  return /[./]/.test(id) ? `[Video](<${id}>)` : undefined;
}
