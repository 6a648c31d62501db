/** How a language says that a text was translated, from what, and by whom. */
interface Wording {
  /** What such a line begins with. */
  readonly said: string;
  /** Before the language; empty where its own ending says so. */
  readonly from: string;
  /** Before the name; empty where the name stands right behind. */
  readonly by: string;
}

const wordings: readonly Wording[] = [
  {
    said: "Translated|Translation|Translators?",
    from: "from|into",
    by: "by",
  },
  {
    said: "(?:Aus dem \\p{L}{3,20} ü|Ü)bersetz(?:t|ung|er(?:in)?)|Aus dem \\p{L}{3,20}",
    from: "aus",
    by: "von|durch",
  },
  { said: "Traduite?|Traduction|Traduct(?:eur|rice)", from: "de l['’]|de|du", by: "par|de" },
  { said: "Traducid[oa]|Traducción|Traductora?", from: "del?", by: "por|de" },
  { said: "Traduzid[oa]|Tradução|Tradutora?", from: "d[oae]", by: "por|de" },
  { said: "Tradott[oa]|Traduzione|Traduttore|Traduttrice", from: "dall['’]|dal", by: "da|di|a cura di" },
  { said: "Vertaald|Vertaling|Vertaler", from: "uit|vanuit", by: "door|van" },
  { said: "Översatt|Översättning|Oversat|Oversatt|Oversættelse|Oversettelse", from: "från|fra", by: "a[vf]" },
  {
    said: "Przetłumaczyła?|Przełożyła?|Przetłumaczono|Tłumaczenie|Tłumacz(?:ka)?|Przekład",
    from: "z",
    by: "",
  },
  { said: "Přeložila?|Přeloženo|Překlad|Preložila?|Preklad", from: "z", by: "" },
  {
    said: "Перевод(?:чик|чица)?|Перев[её]ла?|Переклад(?:ач|ачка)?|Переклала?|Превод",
    from: "с|со|з|от",
    by: "",
  },
  { said: "(?:\\p{L}{3,20}(?:ból|ből) f|F)ordít(?:otta|ás|ó)", from: "", by: "" },
  { said: "(?:İngilizceden |Almancadan |Fransızcadan )?[Çç]evir(?:i|en|men)", from: "", by: "" },
  { said: "Tradus|Traducere", from: "din", by: "de" },
  { said: "Diterjemahkan|Terjemahan|Penerjemah", from: "dari", by: "oleh" },
  { said: "Dịch|Người dịch|Bản dịch", from: "từ", by: "bởi|của" },
  { said: "Μετάφραση|Μεταφραστής|Μεταφράστρια", from: "από", by: "" },
];

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{0,30}`;
/** What stands between names, and within them. */
const joined = "(?:and|und|et|y|e|en|och|og|i|a|és|ve|и|і|và|dan|&|de|da|van|von|der|den)";
/** Up to ten words. */
const names = String.raw`${name}(?:,?(?:\s${joined}){0,2}\s${name}){0,9}`;
/** A language, with an article before it or `original` behind it. */
const tongue = String.raw`(?:\s|(?<=['’]))(?:\p{L}{2,8}\s){0,2}\p{L}{3,24}`;
/** When, up to a year. */
const day = String.raw`(?:,?\s[^.!?,]{0,24}\d{4})?`;

const lines = wordings.map(({ said, from, by }) => {
  const source = from === "" ? "" : String.raw`(?:\s(?:${from})${tongue})`;
  const writer = String.raw`(?:\s?:\s?|\s${by === "" ? "" : String.raw`(?:${by})\s`})@?${names}`;
  const either = source === "" ? writer : `(?:${source}?${writer}${source}?|${source})`;
  return new RegExp(String.raw`^\P{L}{0,4}(?:${said})${either}${day}\s?\)?\.?\)?$`, "u");
});

/** What any of them begins with: most lines need no closer look. */
const start = new RegExp(String.raw`^\P{L}{0,4}(?:${wordings.map(({ said }) => said).join("|")})`, "u");

/** In East Asia, and in the scripts from right to left, with a colon or a stroke before the name. */
const labelled =
  /^\P{L}{0,4}(?:本文)?(?:[译譯訳]者?|[翻][译譯訳]者?|번역자?|옮긴이|역자|ترجمة|المترجم|ترجمه|مترجم|תרגום|מתרגמת?|अनुवादक?|ผู้แปล|แปลโดย)\s?[:：／/|｜]\s?[^。.！!？?]{1,60}$/u;

const maxLength = 160;

/** Whether a line says who translated a text, or from which language, and nothing else. */
export function isTranslatorLine(line: string): boolean {
  if (line.length > maxLength) return false;
  return labelled.test(line) || (start.test(line) && lines.some((pattern) => pattern.test(line)));
}
