import { escapeHtml } from "../../../platform/escape-html.ts";
import { asBlock, dedent } from "../basics/cleaning.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";
import { isLabel, withoutStars } from "./callouts.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/** What only arranges; each tab is headed by what stood on it. */
const arranging = new Set(
  "accordions accordiongroup cardgrid files tree contentref requestexample responseexample browserwindow bleed tabs navtabs tabpane tabgroup tabbed codegroup codetabs columns column cols col row grid center div fragment steps step cards cardgroup card box wrapper container section lead intro alertcontent alertdescription table timeline timelineitem filetree".split(
    " ",
  ),
);
const tabs = new Set(["tab", "navtab", "tabitem", "tabsitem", "tabpanel", "codegroupitem", "codetab"]);
/** What of it is headed by words of its own. */
const headed = new Set(["step", "card", "timelineitem"]);

/** What only arranges shows what it holds, under the words that stood on a tab, a step or a card. */
export const renderArranged: WidgetRenderer = ({ key, given, inner }) => {
  // Toha parts columns by a rule.
  if (key === "split" && inner !== undefined)
    return show(asBlock(inner.replace(/^[ \t]*-{3,}[ \t]*$/gm, "")));
  if (key === "frame" && inner !== undefined)
    return show(asBlock(`${dedent(inner).trim()}\n\n${pick(given, "caption") ?? ""}`));
  if (key === "gallery" && inner !== undefined) return show(asBlock(dedent(inner)));
  if (arranging.has(key)) return show(renderParts(key, given, inner));
  return tabs.has(key) && inner !== undefined ? show(renderTab(given, inner)) : undefined;
};

function renderTab(given: Arguments, inner: string): string {
  const label =
    pick(given, "label", "title", "name", "header") ??
    given.positional.find((word) => word !== "default") ??
    pick(given, "value") ??
    "";
  return asBlock(`${isLabel(label) ? `**${withoutStars(label)}**\n\n` : ""}${dedent(inner).trim()}`);
}

/** A step and a card also say what they are about. */
function renderParts(key: string, given: Arguments, inner: string | undefined): string {
  const title = headed.has(key)
    ? (pick(given, "title", "header") ?? "")
    : key === "div"
      ? (pick(given, "label") ?? "")
      : "";
  const address = pick(given, "href", "link", "url", "to");
  const label =
    title === ""
      ? ""
      : address === undefined
        ? `**${title}**`
        : `**<a href="${escapeHtml(address)}">${title}</a>**`;
  // Between two columns, some write a mark.
  const text = dedent((inner ?? "").replace(/^[ \t]*<-{2,}>[ \t]*$/gm, "")).trim();
  const header = title === pick(given, "header") ? "" : (pick(given, "header") ?? "");
  const about = [pick(given, "subtitle", "subheader", "description"), pick(given, "badge")];
  const parts = headed.has(key)
    ? [
        header,
        label,
        about.filter((part) => part !== undefined).join(" – "),
        text,
        pick(given, "footer") ?? "",
      ]
    : [label, text];
  const shown = parts.filter((part) => part !== "");
  return shown.length === 0 ? "" : asBlock(shown.join("\n\n"));
}
