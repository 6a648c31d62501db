import { escapeHtml } from "../../../platform/escape-html.ts";
import { pick } from "../basics/parse-arguments.ts";
import { show, type WidgetRenderer } from "./widget.ts";

const buttons = new Set(
  "button btn btnlink cta linkcard featurecard buttonlink linkbutton ubutton link readmore siteinfo vpcard".split(
    " ",
  ),
);

function toLink(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${words}</a>`;
}

/** What is pressed, and a card that only leads on: a link, with what is told of it. */
export const renderButton: WidgetRenderer = ({ key, given, inner }) => {
  const isCard = key === "card" && (inner === undefined || pick(given, "title") === undefined);
  if (!buttons.has(key) && !isCard) return undefined;
  const [first = "", second] = given.positional;
  const address =
    pick(given, "href", "url", "link", "to", "ctalink") ?? (/^https?:\/\//.test(first) ? first : undefined);
  const words =
    inner?.trim() ??
    pick(given, "text", "content", "label", "title", "name", "ctatext") ??
    second ??
    address ??
    "";
  if (address === undefined || words === "") return undefined;
  const about = inner === undefined ? (pick(given, "subtitle", "description", "desc") ?? "") : "";
  return show(`${toLink(address, words)}${about === "" ? "" : ` – ${about}`}`);
};

/** Wowchemy's file of the site, and a friend's site. */
export const renderReference: WidgetRenderer = ({ key, given, inner }) => {
  const [first, second] = given.positional;
  if (key === "staticref" && inner !== undefined && first !== undefined)
    return show(toLink(`/${first.replace(/^\/+/, "")}`, inner));
  if (key !== "person" && key !== "friend") return undefined;
  const address = pick(given, "url") ?? first ?? "";
  const name = pick(given, "name") ?? second ?? address;
  return /^https?:\/\//.test(address) ? show(toLink(address, name)) : undefined;
};

/** Where words of whatever a site calls it lead. */
const isTarget = /^(?:https?:\/\/|mailto:|\.{0,2}\/|#)\S*$/;

/** Words in one line that any name encloses, with an address: they lead there, unless they hold a link themselves. */
export const renderTarget: WidgetRenderer = ({ given, inner }) => {
  const target = pick(given, "href", "to") ?? "";
  return inner !== undefined &&
    isTarget.test(target) &&
    /^[^\n]*\S[^\n]*$/.test(inner.trim()) &&
    !/<a\s|\]\(/.test(inner)
    ? show(toLink(target, inner))
    : undefined;
};
