import { isMark } from "./internal-marks.ts";

/** The named references that turn up in titles and by-lines; HTML has two thousand more, which the body's renderer knows. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    shy: "",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    laquo: "«",
    raquo: "»",
    middot: "·",
    bull: "•",
    copy: "©",
    reg: "®",
    trade: "™",
    deg: "°",
    times: "×",
    euro: "€",
    pound: "£",
    sect: "§",
    para: "¶",
    larr: "←",
    rarr: "→",
    agrave: "à",
    aacute: "á",
    acirc: "â",
    atilde: "ã",
    auml: "ä",
    aring: "å",
    aelig: "æ",
    ccedil: "ç",
    egrave: "è",
    eacute: "é",
    ecirc: "ê",
    euml: "ë",
    iacute: "í",
    icirc: "î",
    iuml: "ï",
    ntilde: "ñ",
    oacute: "ó",
    ocirc: "ô",
    otilde: "õ",
    ouml: "ö",
    oslash: "ø",
    uacute: "ú",
    ucirc: "û",
    uuml: "ü",
    szlig: "ß",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    Eacute: "É",
    Ccedil: "Ç",
    Aring: "Å",
    Oslash: "Ø",
  }),
);

/** Character references as the characters they stand for; what is none stays. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named.get(name) ?? all;
      const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
      const isCharacter =
        code >= 0x20 &&
        code <= 0x10ffff &&
        !(code >= 0x7f && code <= 0x9f) &&
        !isMark(code) &&
        !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}
