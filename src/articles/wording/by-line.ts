import { isVisible } from "./one-line.ts";
import { toPlainText } from "./plain-text.ts";

const word = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const particle =
  "(?:de|del|della|di|da|do|dos|das|du|des|van|von|der|den|ten|ter|la|le|bin|ibn|al|el|zu|af|av|y|e)";
const name = String.raw`${word}(?:\s+(?:${particle}\s+)*${word}){1,4}(?:\s*[(（][^()（）]{1,40}[)）])?`;
const names = String.raw`${name}(?:\s*,\s*${name})*(?:,?\s+(?:and|&|et|und|y|e|en)\s+${name})?`;

/** How a language says that someone is something, and the words for what people who write are. */
const closings: readonly { readonly copula: string; readonly role: RegExp }[] = [
  {
    copula:
      "(?:is|was|are|were|serves?(?: as)?|works?|writes?|teach(?:es)?|lives?|covers?|reports?|heads?|leads?|directs?|chairs?|edits?)",
    role: /\b(?:fellow|professor|lecturer|teacher|teaches|scholar|academic|researcher|scientist|engineer|developer|programmer|maintainer|contributor|designer|editor|writer|writes|author|novelist|poet|journalist|reporter|reports|columnist|correspondent|commentator|critic|blogger|freelance[r]?|translator|photographer|analyst|economist|historian|philosopher|sociologist|lawyer|attorney|solicitor|judge|physician|doctor|nurse|psychologist|consultant|adviser|advisor|specialist|expert|strategist|director|president|chair(?:man|woman|person)?|chief|head|founder|co-?founder|executive|CEO|CTO|manager|minister|secretary|ambassador|diplomat|legislator|lawmaker|senator|councillor|councilor|mayor|general|admiral|officer|student|candidate|graduate|intern|volunteer|member of|lives in|based in|works (?:at|for|as|in|on))s?\b/i,
  },
  {
    copula: "(?:est|sont|était)",
    role: /\b(?:profess|enseign|maître|chercheu|journaliste|direct(?:eur|rice)|rédact|aut(?:eur|rice)|écrivain|économiste|histor|avocat|ingénieur|développ|éditorialiste|correspondant|président|fondat|consultant|philosophe|sociologue|politologue|médecin|député|membre)/iu,
  },
  {
    copula: "(?:ist|sind|war|lehrt|arbeitet|schreibt)",
    role: /(?:Profess|Redakt|Journalist|Autor|Forsch|Direktor|Leiter|Histori|Ökonom|Wissenschaft|Dozent|Entwickl|Gründer|Mitarbeit|Schriftstell|Korrespondent|Vorsitz|Präsident|anwalt|anwält|Berater|Philosoph|Soziolog|Politolog|Student|Universität|Chef)/iu,
  },
  {
    copula: "(?:es|son|fue|é|è|são|sono|is|zijn)",
    role: /\b(?:profes|catedrátic|investigador|periodista|director|dirett|diretor|editor|autor|escritor|economista|historiador|abogad|ingenier|desarrollador|columnista|corresponsal|president|fundador|consultor|sociólog|filósof|giornalista|ricercat|scrittor|docente|storic|jornalista|pesquisador|escritor|hoogleraar|journalist|onderzoeker|schrijver|redacteur|directeur|historicus|econoom)/iu,
  },
];

interface ClosingPattern {
  /** The copula alone, which is quick to look for. */
  readonly copula: RegExp;
  readonly start: RegExp;
  readonly role: RegExp;
}

let closingPatterns: readonly ClosingPattern[] | undefined;

/** Made when first asked for; `start`, with so many letters of Unicode, is compiled only where it is first tried. */
function findClosingPatterns(): readonly ClosingPattern[] {
  closingPatterns ??= closings.map(({ copula, role }) => ({
    copula: new RegExp(String.raw`\s${copula}\s`),
    start: new RegExp(
      String.raw`^(?:About the authors?:?\s*|[-–—*]\s*)?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+|Professor\s+)?(${names})(?:,[^,.]{1,60},)?\s+${copula}\s`,
      "u",
    ),
    role,
  }));
  return closingPatterns;
}

/** Words that make a name the name of an institution, which is no author's by-line. */
const institution =
  /\b(?:Foundation|Institute|University|College|School|Inc|Ltd|Corp(?:oration)?|Company|Council|Party|Ministry|Department|Agency|Committee|Association|Society|Group|Team|Project|Project's|Bank|Court|Congress|Parliament|Government|Office|Center|Centre|Computing|Labs?|Conference|News|Times|Journal|Award|Program(?:me)?|Network|Union|Club|Church|Museum|Library|Hub|Working)\b/;

const maxClosingLength = 600;

/** The line below a text that Medium exported. */
const mediumByLine =
  /^By \[([^\]\n]{1,80})\]\(https:\/\/medium\.com\/[^()\n]{0,300}\)[^\n]{0,300}\n(?:[^\n]{0,500}\n){0,6}Exported from \[?Medium\b/m;

/**
 * The names that the closing by-line of an article gives, as in "Ada Writer is a senior research fellow at …". Only the
 * last line with text is looked at, and only if it says of a person what that person does.
 *
 * @param tail the last few hundred letters of the body.
 */
export function findClosingAuthors(tail: string): string | undefined {
  const exported = tail.includes("Exported from ") ? mediumByLine.exec(tail)?.[1] : undefined;
  if (exported !== undefined) return exported;
  const lines = tail.trimEnd().split("\n");
  while (
    lines.length > 0 &&
    /^\s*$|^\s*(?:[-*_]\s*){3,}$|^\s*\[[^\]]+\]:|^\s*<[^>]+>\s*$/.test(lines.at(-1) ?? "")
  )
    lines.pop();
  const last = (lines.at(-1) ?? "").trim();
  return last.length > maxClosingLength ? undefined : readClosingByLine(toPlainText(last));
}

/** The names in front of what a closing by-line says of them; undefined where a line is none. */
export function readClosingByLine(line: string): string | undefined {
  if (line.length > maxClosingLength) return undefined;
  for (const { copula, start, role } of findClosingPatterns()) {
    if (!copula.test(line)) continue;
    const found = start.exec(line);
    const who = found?.[1];
    if (
      found !== null &&
      who !== undefined &&
      !institution.test(who) &&
      role.test(line.slice(found[0].length - 8))
    )
      return who;
  }
  return undefined;
}

const topByLine = new RegExp(
  String.raw`^(?:(?:Written|Posted|Published|Words|Story|Text|A guest post|Guest post)\s+)?(?:By|by|Von|Par|Por|Di|Door|Av|Af|Author|Authors|Autor|Auteur|Written by|Posted by)[:\s]\s*(${names})(?:\s*(?:[,|·•—–/-]|\bon\b|\bin\b)\s*.{0,60})?$`,
  "u",
);
/** A day with its year, in words or in figures, as `3 May 2019`, `May 3, 2019`, `3. Mai 2019`, `3 de maio de 2019`, `3.5.2019`. */
const day = String.raw`(?:\d{1,2}(?:st|nd|rd|th|er)?\.?\s+(?:de\s+|d['’])?[\p{L}\p{M}]+\.?,?\s+(?:del?\s+)?\d{4}|[\p{L}\p{M}]+(?:\.?\s+|\s*[–-]\s*)\d{1,2}(?:st|nd|rd|th)?(?:,?\s+|\s*[–-]\s*)\d{4}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?=$|[\s,|])|\d{1,2}(?<dot>[./])\d{1,2}\k<dot>\d{4}(?=$|[\s,|]))`;
/** How a line says that a text came out, in languages that put a word before the day. */
const cameOut =
  "(?:(?:Posted|Published|Updated|Last updated|Date)(?:\\s+on)?[:\\s]|(?:Veröffentlicht|Publiziert|Aktualisiert|Erstellt|Geschrieben) am\\s|(?:Publiée?|Postée?|Rédigée?|Écrite?|Mise? à jour) le\\s|(?:Publicad[oa]|Actualizad[oa]|Escrit[oa]) el\\s|(?:Publicad[oa]|Atualizad[oa]|Escrit[oa]|Postad[oa]) em\\s|(?:Pubblicato|Aggiornato|Scritto) il\\s|(?:Publicat|Actualitzat) el\\s|(?:Geplaatst|Gepubliceerd|Geschreven|Bijgewerkt) op\\s|(?:Publicerad|Publicerat|Uppdaterad|Udgivet|Publisert|Oppdatert|Opdateret)\\s(?:d(?:en)?\\.?\\s)?|(?:Julkaistu|Päivitetty)\\s|[\\p{L}\\p{M}\\s]{2,30}[:：])";
const hour = String.raw`(?:[,\sT]+(?:at\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\b)?)?`;
const published = String.raw`(?:Posted|Published|Updated|Created|Date)(?:\s+on)?[:\s]\s*`;
/** Letters in which no sentence ends: a full stop stands within a word, or behind a letter or a title. */
const unended = String.raw`(?:[^.!?。]|\.(?!\s|$)|(?<=\b(?:\p{L}|Dr|Prof|Jr|Sr|Inc|Ltd))\.(?=\s|$)){0,100}`;
/** A day, and what stands behind it: who, how long it takes to read, and between bars whatever it may be. */
const dateLine = new RegExp(
  String.raw`^(?:${cameOut}\s*)?(?:[\p{L}\p{M}]+\.?,?\s+(?:(?:le|den|el|il|am)\s+)?)?${day}${hour}(?:\s*[|·•—–,-][^.!?。]{0,60}(?:\.\d[^.!?。]{0,30})*|\s*[|·•]${unended}|\s+(?:by|von|par|por|di|da|door|av|af|per)\s.{0,60})?$`,
  "iu",
);
const weekday = String.raw`(?:[\p{L}\p{M}]+\.?,?\s+)?`;
/** Who wrote it, by whatever name, and when; what stands behind the day may be whose pictures they are. */
const writtenBy = new RegExp(
  String.raw`^(?:Written by|Posted by|Published by|(?:Escrit|Publicad|Postad)[oa] por|(?:Écrit|Rédigé|Publié|Posté)e? par|(?:Geschrieben|Veröffentlicht|Verfasst) von|(?:Scritto|Pubblicato) da|(?:Geschreven|Geplaatst|Gepubliceerd) door|(?:Skrevet|Skriven|Skrivet|Publicerat|Publisert|Udgivet) a[vf])[:\s]\s*([\p{L}\p{M}\w][\p{L}\p{M}\w.-]{1,30}|${names})(?:\s+(?:on|el|em|en|le|am|il|op|den)\s+${weekday}|\s*[,|·•—–-]\s*(?:(?:on|el|em|en|le|am|il|op|den)\s+)?${weekday}|\s+)${day}${hour}(?:\s*[|·•—–,-]${unended})?$`,
  "u",
);
/** WordPress and others say under which heads a text stands. */
const filedLine = new RegExp(
  String.raw`^(?:Posted|Published|Filed)\s(?:(?:on\s)?${day}${hour}\s+)?(?:in|under):?\s[^.!?]{2,100}$`,
  "iu",
);
/** Who wrote it, at the end of a line that says when it came out. */
const signedDate = new RegExp(
  String.raw`(?:^|[|·•—–,\s])(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f):?\s(${names})$`,
  "u",
);
/** A line of a day, and what came about on it behind it. */
const eastAsianDateLine =
  /^\d{4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}\s?[日일]?\s{0,2}(?:(?:작성|게시|등록|발행|수정)(?:됨|함)?|(?:作成|公開|投稿|掲載|更新)|(?:发布|發[佈布]|发表|發表|撰[写寫]|修改))$/u;
/** What some draw before such a line. */
const pictogram = /^(?:\p{Extended_Pictographic}\ufe0f?\s*){1,3}/u;
/** A line that a dash heads, as under a quotation, and that is no sentence. */
const signature = /^(?:[—–―]|--)\s*\p{Lu}[^.!?。]{2,100}$/u;
/** A single name, as some sign with. */
const shortByLine = /^(?:By|Von|Par|Por|Di|Door|Av|Af)\s+(\p{Lu}[\p{L}\p{M}’'-]{1,20})$/u;
/**
 * Who wrote it, in other languages: what stands behind is a list of names, in whatever order, and a full stop in it ends no
 * sentence.
 */
const labelled =
  /^(?:Authors?|Autor(?:en?|in|es|as?|ka|zy|ři|i)?|Auteure?s?|Autrice|Autora?|Autore|Schrijvers?|Författare|Forfattere?|Kirjoittajat?|Szerzők?|Yazar(?:lar)?|Penulis|Tác giả|Автор(?:и|ы|ка)?|Συγγραφέας|الكاتب|المؤلف|بقلم|نویسنده|מאת|लेखक|ผู้เขียน|저자|글쓴이|著者|執筆者?|作者|撰文)\s*[:：]\s*((?:[^.!?。，:：]|\.(?!\s|$)|(?<=(?:^|[\s(.])(?:\p{L}|Inc|Ltd|Co|Corp|Jr|Sr|Dr|Prof|St))\.(?=\s|$)){2,380})$/iu;
/** Letters of a by-line; one with more is a list. */
const maxByLine = 160;
const maxList = 400;
const eastAsian =
  /^[(（]?(?:本文)?(?:作者|記者|记者|撰文|文\s*[／/|｜:：]|編輯|编辑|譯者|译者)[^。！？]{0,60}[)）]?$/u;

/**
 * What a line above the text says of who wrote it and when: the names, or an empty text for a line that gives only a
 * date; undefined where a line is neither.
 */
export function readTopByLine(written: string): string | undefined {
  if (written.length > maxList || !isVisible(written)) return undefined;
  const line = written.replace(pictogram, "");
  const signed = /[:：]/.test(line) ? labelled.exec(line)?.[1] : undefined;
  if (line.length > maxByLine)
    return signed !== undefined && /[,、;].*[,、;]/.test(signed) ? signed : undefined;
  const byLine = topByLine.exec(line)?.[1];
  if (byLine !== undefined && !/\d{4}$/.test(byLine)) return byLine;
  const name = shortByLine.exec(line)?.[1] ?? writtenBy.exec(line)?.[1];
  if (name !== undefined) return name;
  if (signed !== undefined) return signed;
  if (dateLine.test(line)) {
    const author = signedDate.exec(line)?.[1] ?? "";
    return institution.test(author) ? "" : author;
  }
  return filedLine.test(line) || eastAsianDateLine.test(line) || eastAsian.test(line) || signature.test(line)
    ? ""
    : undefined;
}

const loneLine = new RegExp(
  String.raw`^(?:${published}${day}${hour}(?:[|·•,\s]+by\s${names})?|(?:(?:Written|Posted|Published)\s+)?[Bb]y\s${names})$`,
  "u",
);

/**
 * Whether a line, right above those of a text, says who wrote that and when, and nothing else: a line of a text itself may
 * begin with a day.
 */
export function isLoneByLine(line: string): boolean {
  return line.length <= maxByLine && loneLine.test(line.trim());
}
