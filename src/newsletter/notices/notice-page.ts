import { escapeHtml } from "../../platform/escape-html.ts";

/** A part of a message to the people who run a newsletter; each stands in the HTML and in the text. */
export type NoticePart =
  | { readonly kind: "title" | "heading" | "text" | "command"; readonly text: string }
  | { readonly kind: "rows"; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: "items"; readonly items: readonly NoticeItem[] };

export interface NoticeItem {
  /** A word before the title, such as the severity of a finding. */
  readonly mark?: "error" | "warning" | "info" | "new" | "gone" | "moved" | "edited" | undefined;
  readonly title: string;
  readonly detail?: string | undefined;
}

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mono = "ui-monospace,SFMono-Regular,Menlo,Consolas,monospace";

/** Colours that hold 4.5 to 1 on white and, by the style sheet, on the dark page. */
const markColours: Readonly<Record<NonNullable<NoticeItem["mark"]>, string>> = {
  error: "#b3261e",
  warning: "#8a5a00",
  info: "#3f5b73",
  new: "#1e6b3a",
  gone: "#b3261e",
  edited: "#8a5a00",
  moved: "#8a5a00",
};

const darkColours: Readonly<Record<NonNullable<NoticeItem["mark"]>, string>> = {
  error: "#ff9a91",
  warning: "#f0b95a",
  info: "#a9c4dc",
  new: "#86d6a2",
  gone: "#ff9a91",
  edited: "#f0b95a",
  moved: "#f0b95a",
};

const darkRules = Object.entries(darkColours)
  .map(([mark, colour]) => `.m-${mark}{color:${colour}!important}`)
  .join("");

const style =
  "@media (prefers-color-scheme:dark){.page{background:#16181c!important}.card{background:#1f2227!important;border-color:#343941!important}" +
  ".ink{color:#e9ebee!important}.soft{color:#b4bac4!important}.rule{border-color:#343941!important}.code{background:#12141a!important;color:#e9ebee!important;border-color:#343941!important}" +
  `${darkRules}}@media (max-width:480px){.card{border-left:0!important;border-right:0!important;border-radius:0!important}.pad{padding-left:18px!important;padding-right:18px!important}.outer{padding-left:0!important;padding-right:0!important}}`;

/** One column that reads on a phone, light and dark, without a picture or a script. */
export function renderNoticeHtml(title: string, language: string, parts: readonly NoticePart[]): string {
  const body = parts.map(renderPart).join("\n");
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f3f5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="outer" align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:640px;background:#ffffff;border:1px solid #d9dce1;border-radius:10px"><tr><td class="pad" style="padding:28px 32px 32px">
${body}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function renderPart(part: NoticePart): string {
  const ink = `class="ink" style="font-family:${font};color:#1b1e23;`;
  switch (part.kind) {
    case "title":
      return `<h1 ${ink}font-size:22px;line-height:1.3;font-weight:700;margin:0 0 14px">${escapeHtml(part.text)}</h1>`;
    case "heading":
      return `<h2 ${ink}font-size:16px;line-height:1.4;font-weight:700;margin:28px 0 8px">${escapeHtml(part.text)}</h2>`;
    case "text":
      return `<p ${ink}font-size:15px;line-height:1.55;margin:0 0 10px">${escapeWithCode(part.text)}</p>`;
    case "command":
      return `<pre class="code" style="font-family:${mono};font-size:13px;line-height:1.5;background:#f2f3f5;color:#1b1e23;border:1px solid #d9dce1;border-radius:6px;padding:10px 12px;margin:0 0 12px;white-space:pre-wrap;word-break:break-all">${escapeHtml(part.text)}</pre>`;
    case "rows":
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px">${part.rows.map(renderRow).join("")}</table>`;
    case "items":
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px">${part.items.map(renderItem).join("")}</table>`;
  }
}

function renderRow([label, value]: readonly [string, string]): string {
  return `<tr><td class="soft" valign="top" width="110" style="font-family:${font};font-size:14px;line-height:1.5;color:#565d68;padding:3px 12px 3px 0">${escapeHtml(label)}</td><td class="ink" valign="top" style="font-family:${font};font-size:14px;line-height:1.5;color:#1b1e23;padding:3px 0;word-break:break-word">${escapeHtml(value)}</td></tr>`;
}

function renderItem({ mark, title, detail }: NoticeItem): string {
  const label =
    mark === undefined
      ? ""
      : `<span class="m-${mark}" style="color:${markColours[mark]};font-weight:700">${mark}</span>&ensp;`;
  const more =
    detail === undefined || detail === ""
      ? ""
      : `<br><span class="soft" style="font-size:13px;color:#565d68">${escapeWithCode(detail)}</span>`;
  return `<tr><td class="ink rule" style="font-family:${font};font-size:14px;line-height:1.5;color:#1b1e23;padding:7px 0;border-top:1px solid #e6e8ec;word-break:break-word">${label}${escapeHtml(title)}${more}</td></tr>`;
}

/** The same for those who read text. */
export function renderNoticeText(parts: readonly NoticePart[]): string {
  const blocks = parts.map((part) => {
    switch (part.kind) {
      case "title":
        return `${part.text}\n${"=".repeat(Math.min(part.text.length, 72))}`;
      case "heading":
        return `\n${part.text}\n${"-".repeat(Math.min(part.text.length, 72))}`;
      case "text":
        return part.text;
      case "command":
        return part.text
          .split("\n")
          .map((line) => `    ${line}`)
          .join("\n");
      case "rows":
        return part.rows.map(([label, value]) => `${`${label}:`.padEnd(14)} ${value}`).join("\n");
      case "items":
        return part.items
          .map(({ mark, title, detail }) => {
            const more = detail === undefined || detail === "" ? "" : `\n  ${detail}`;
            return `* ${mark === undefined ? "" : `[${mark}] `}${title}${more}`;
          })
          .join("\n");
    }
  });
  return `${blocks.join("\n\n")}\n`;
}

/** What stands between backticks is a command or a setting. */
function escapeWithCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/gu, `<span style="font-family:${mono}">$1</span>`);
}
