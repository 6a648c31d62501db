/** How a language is set: its direction, the sides of a line, and fonts that have its letters. */
export interface ScriptView {
  /** BCP 47, canonical. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly start: "left" | "right";
  readonly end: "left" | "right";
  /** `letter-spacing` for capitals: none where letters join or carry marks. */
  readonly tracking: string;
  /** `font-style` for what is set apart: scripts without italics are only made crooked by it. */
  readonly slant: "italic" | "normal";
  /** Letters carry marks above and below, so that headlines need more space between their lines. */
  readonly tall: boolean;
  readonly fonts: { readonly serif: string; readonly sans: string };
}

/** Scripts with capitals, and with italics of their own. */
const scriptsWithCase = new Set(["Latn", "Cyrl", "Grek", "Armn", "Geor"]);

/** Scripts without them whose letters stay within one height. */
const levelScripts = new Set(["Jpan", "Hans", "Hant", "Kore", "Hebr", "Ethi"]);

/*
 * Fonts that systems bring along, Apple's first, then Microsoft's, then the Noto fonts of Android and Linux. Names
 * are written without quotation marks, which CSS allows and which keeps style attributes simple.
 */
const latin = {
  serif: "Georgia, Times New Roman, Times, serif",
  sans: "Helvetica Neue, Helvetica, Arial, sans-serif",
};

const byScript: Readonly<Record<string, { readonly serif: string; readonly sans: string }>> = {
  Jpan: {
    serif: "Hiragino Mincho ProN, Yu Mincho, YuMincho, Noto Serif CJK JP, Noto Serif JP, serif",
    sans: "Hiragino Sans, Yu Gothic, Meiryo, Noto Sans CJK JP, Noto Sans JP, sans-serif",
  },
  Hans: {
    serif: "Songti SC, Noto Serif CJK SC, Noto Serif SC, SimSun, serif",
    sans: "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif",
  },
  Hant: {
    serif: "Songti TC, Noto Serif CJK TC, Noto Serif TC, PMingLiU, serif",
    sans: "PingFang TC, Microsoft JhengHei, Noto Sans CJK TC, Noto Sans TC, sans-serif",
  },
  Kore: {
    serif: "AppleMyungjo, Nanum Myeongjo, Noto Serif CJK KR, Noto Serif KR, Batang, serif",
    sans: "Apple SD Gothic Neo, Malgun Gothic, Noto Sans CJK KR, Noto Sans KR, sans-serif",
  },
  Arab: {
    serif: "Geeza Pro, Noto Naskh Arabic, Sakkal Majalla, Times New Roman, serif",
    sans: "Geeza Pro, Segoe UI, Noto Sans Arabic, Tahoma, Arial, sans-serif",
  },
  Hebr: {
    serif: "Times New Roman, Noto Serif Hebrew, David, serif",
    sans: "Arial Hebrew, Segoe UI, Noto Sans Hebrew, Arial, sans-serif",
  },
  Deva: {
    serif: "Kohinoor Devanagari, Noto Serif Devanagari, Nirmala UI, Mangal, serif",
    sans: "Kohinoor Devanagari, Noto Sans Devanagari, Nirmala UI, Mangal, sans-serif",
  },
  Thai: {
    serif: "Thonburi, Noto Serif Thai, Leelawadee UI, Tahoma, serif",
    sans: "Thonburi, Noto Sans Thai, Leelawadee UI, Tahoma, sans-serif",
  },
};

/**
 * How to set text in a language.
 *
 * @param language - BCP 47 as an author wrote it.
 * @param fallback - Taken where `language` is no such tag; itself a valid one.
 */
export function viewScript(language: string, fallback = "en"): ScriptView {
  const locale = parseLocale(language) ?? new Intl.Locale(fallback);
  const direction = locale.getTextInfo().direction === "rtl" ? "rtl" : "ltr";
  const script = locale.maximize().script ?? "";
  const hasCase = scriptsWithCase.has(script);
  return {
    language: locale.toString(),
    direction,
    start: direction === "rtl" ? "right" : "left",
    end: direction === "rtl" ? "left" : "right",
    tracking: hasCase ? "1px" : "normal",
    slant: hasCase ? "italic" : "normal",
    tall: !hasCase && !levelScripts.has(script),
    fonts: byScript[script] ?? latin,
  };
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/**
 * `und-Arab` or `und-Hebr` for a text that says no language and is written, in most of its letters, from right to left, where
 * a language is not; else undefined. Latin names among Arabic ones are too common to tell the other way.
 *
 * @param language BCP 47.
 */
export function findLeftwardScript(text: string, language: string): string | undefined {
  if (parseLocale(language)?.getTextInfo().direction === "rtl") return undefined;
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const leftwards = count(rightToLeft);
  if (leftwards === 0 || leftwards * 2 <= count(/\p{L}/gu)) return undefined;
  return count(/\p{Script=Hebrew}/gu) * 2 > leftwards ? "und-Hebr" : "und-Arab";
}

function parseLocale(language: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(language);
  } catch {
    return undefined;
  }
}
