import { isTranslatorLine } from "./translator-line.ts";

/** Lines above or between the text that say nothing of what an article is about, whatever their language. */
const lines: readonly RegExp[] = [
  // What stands below: the words over a table of contents.
  /^(?:table of contents|contents|toc|on this page|in this (?:article|post|guide)|overview|inhalt(?:sverzeichnis)?|sommaire|table des matières|au sommaire|índice|tabla de contenidos?|contenidos?|sumário|conteúdo|indice|sommario|inhoud(?:sopgave)?|spis treści|obsah|содержание|оглавление|зміст|съдържание|i̇çindekiler|içindekiler|cuprins|tartalom(?:jegyzék)?|περιεχόμενα|innehåll(?:sförteckning)?|innhold|indhold|sisällys(?:luettelo)?|mục lục|daftar isi|目录|目錄|目次|もくじ|차례|목차|المحتويات|فهرست(?: مطالب)?|תוכן עניינים|สารบัญ|विषय[- ]सूची)\s*[:：]?$/iu,
  // How long it takes to read.
  /^\P{L}{0,4}(?:(?:estimated |approximate |approx\. )?reading time|read time|time to read|lesezeit|geschätzte lesezeit|(?:temps|durée) de lecture|tiempo (?:estimado )?de lectura|tempo (?:estimado )?de leitura|tempo di lettura|leestijd|czas czytania|время чтения|час читання|okuma süresi|thời gian đọc|阅读时间|閱讀時間|阅读时长|預計閱讀時間|预计阅读时间|読了時間|所要時間|읽는 시간)\P{L}{0,6}(?:大?[约約]|약)?\s?\d.{0,30}$/iu,
  /^\P{L}{0,4}(?:about |~|≈|ca\. |大?[约約]\s?|약\s?)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?[- ]?(?:min(?:ute)?s?\.?|分钟|分鐘|分|분|мин(?:ут[аы]?)?\.?|dk|dakika|phút|นาที)(?:\s?(?:to )?read(?:ing)?|\s?de (?:lecture|lectura|leitura)|\s?di lettura|\s?lesezeit|\s?阅读|\s?чтения|\s?okuma)?(?: time)?\.?$/iu,
  // Where it stood first, and where else.
  /^\P{L}{0,4}(?:note:? )?(?:this|the following) (?:blog )?(?:post|article|story|piece|essay|text|entry|tutorial)\b.{0,40}\b(?:(?:originally|first|also|initially|previously) (?:published|posted|appeared|written|ran)|(?:published|posted|appeared) (?:originally|first)|cross-?posted|reposted|republished)\b.{0,160}$/iu,
  /^\P{L}{0,4}(?:(?:originally|first|also|initially) (?:published|posted|appeared|written)|cross-?post(?:ed)?|reposted|republished)\b(?![^,.]{0,60}, (?:the|it|this|these|he|she|they|a|an|his|her|their)\b).{0,160}$/iu,
  /^\P{L}{0,4}(?:(?:este|el|esta|la) )?(?:artículo|post|entrada|artigo|texto).{0,30}(?:originalmente|publicad[oa] (?:primero|originalmente|inicialmente)).{0,160}$/iu,
  /^\P{L}{0,4}(?:(?:publicad[oa] )?originalmente (?:publicad[oa] )?(?:en|em|no|na)\b).{0,160}$/iu,
  /^\P{L}{0,4}(?:cet|l[’'])\s?article.{0,30}(?:initialement|originellement|d[’']abord).{0,20}publié.{0,160}$/iu,
  /^\P{L}{0,4}(?:dieser|der) (?:artikel|beitrag|text).{0,40}(?:zuerst|ursprünglich|erstmals).{0,160}$/iu,
  /^\P{L}{0,4}(?:questo articolo).{0,30}(?:originariamente|originalmente).{0,160}$/iu,
  /^\P{L}{0,4}(?:(?:этот|данный) )?(?:статья|материал|перевод|пост).{0,40}(?:впервые|изначально|оригинал).{0,160}$/iu,
  /^\P{L}{0,4}(?:本文|原文|本篇|この記事|본 글|이 글).{0,20}(?:首发|首發|发布[于在]|發[布佈][於在]|最初发布|最初發表|发表于|發表於|转载|轉載|刊登|翻译自|譯自|译自|初出|掲載|転載).{0,100}$/u,
  /^\P{L}{0,4}この記事.{0,80}から(?:引っ越し|移行し|移転し|転記し|移し)(?:てきました|ました|た(?:もの|記事)です)[。.]?$/u,
  // That it was translated, and how.
  /^\P{L}{0,4}(?:note:? )?this (?:blog )?(?:post|article|story|piece|essay|text|entry|page)(?: (?:was|is|has been) .{0,24}\btranslated (?:by|from|with|using|into|to|automatically)\b| is an? .{0,24}\btranslation (?:of|from)\b).{0,140}$/iu,
  /^\P{L}{0,4}本文(?:由|使用|是).{1,40}(?:翻[译譯]|[译譯](?:自|成)).{0,40}$/u,
  // What it is filed under.
  /^\P{L}{0,4}(?:tags?|tagged(?: (?:as|in|with))?|categor(?:y|ies)|topics?|keywords?|filed under|posted in|schlagw(?:ort|örter)|kategorien?|mots[- ]clés|étiquettes|catégories?|etiquetas|categorías?|palabras clave|categorias?|palavras[- ]chave|tagi|kategorie|теги|метки|категории|рубрики|etiketler|kategoriler|标签|標籤|分类|分類|关键词|關鍵字|タグ|カテゴリー?|태그|분류|카테고리)\s?[:：].{0,160}(?<![?!])$/iu,
  // When it was written and what it is filed under, each with its sign.
  /^[📅📆🗓]\D{0,22}\d[^.!?📂📁🏷🔖]{0,60}[📂📁🏷🔖].{0,160}$/u,
  // How many liked it.
  /^\P{L}{0,4}(?:likes|claps|restacks|reactions)\s?[:：]\s?[\d.,]{1,9}[km]?$/iu,
  // Who made a picture.
  /^\P{L}{0,4}(?:(?:cover|header|hero|banner|featured|feature|title|main) )?(?:photo(?:graph)?|image|picture|illustration|artwork|foto|bild|titelbild|illustratie|imagen|imagem|immagine|zdjęcie|obrázek|kuva|fotoğraf|görsel|ảnh|hình(?: ảnh)?|фото(?:графия)?|изображение|иллюстрация|зображення|crédits? photo|crédit(?: image)?|credits?)\s?(?:credits?|source|courtesy|quelle)?\s?(?::|：|\bby\b|\bfrom\b|\bvia\b|\bof\b.{0,60}\bby\b|©|\bvon\b|\bpar\b|\bpor\b|\bde\b|\bdi\b|\bdoor\b|\bbởi\b|courtesy|credit).{0,140}$/iu,
  /^[^.!?]{0,120}\b(?:by|from|on|via|von|auf|par|sur|por|en|em|da|su|через|на)\s+(?:unsplash|pexels|pixabay|flickr|freepik|wikimedia(?: commons)?|wikipedia|getty(?: images)?|shutterstock)\b[^.!?]{0,40}[.!]?$/iu,
  /^(?:图片?|圖片?|题图|題圖|封面|配图|写真|画像|사진|이미지)\s?(?:来源|來源|来自|來自|提供|출처)?\s?[:：].{0,100}$/u,
  /^(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|рис(?:унок|\.)?|rys\.?|obr\.?|şekil|hình|图|圖|図|그림)\s?\d{1,3}(?:[.:：）)]|\s[-–—]).{0,200}$/iu,
  // What is sold, asked or allowed beside it.
  /^\P{L}{0,4}(?:advertisement|ad|ads|sponsored(?: (?:post|content|by .{1,80}))?|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reclame|reklama|reklam|реклама|广告|廣告|広告|광고|إعلان)\s?[.:：]?$/iu,
  /^\P{L}{0,4}(?:we (?:\w+ )?use|this (?:web)?site|our (?:web)?site|diese (?:web)?seite|ce site|este sitio|este site|questo sito|мы использ\p{L}+|этот сайт)\b.{0,30}\bcookies?\b.{0,200}$/iu,
  /^\P{L}{0,4}(?:read|view|listen to|watch|see) (?:this|the) (?:post|article|original|page|version|story)\b.{0,80}$/iu,
  /^\P{L}{0,4}(?:版权声明|版權聲明|著作权归).{0,200}$/u,
  /^.{0,60}[转轉][载載][请請務须須].{0,100}$/u,
  /^.{0,60}(?:(?:禁止|谢绝|謝絕)[转轉][载載]|無断転載.{0,12}(?:禁止|禁じ\p{L}{1,4}|厳禁|遠慮\p{L}{1,6}|断り\p{L}{0,6})|무단 ?(?:전재|복제|배포).{0,16}금지\p{L}{0,4})\P{L}{0,3}$/u,
  // The number of a poem or a part.
  /^(?:其[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十百\d]{1,4}[章节節回首部篇話话]|[一二三四五六七八九十]{1,3}[、．.]?|[ivx]{2,5}\.?)$/iu,
  // Values that Obsidian and Logseq keep in a text, and a line of tags.
  /^(?:[\p{L}\p{M}\p{N}_-]{2,30}:\s.{1,100}\s)?tags?:\s+#[\p{L}\p{M}\p{N}\u200c_/-]+(?:[\s,]+#[\p{L}\p{M}\p{N}\u200c_/-]+)*$/iu,
  /^[\p{L}][\p{L}\p{M}\p{N}_-]{0,30}::\s/u,
];

const maxLength = 260;

/** Whether a paragraph is none of an article's text: a notice, a credit, the words over a list of its parts. */
export function isNotProse(paragraph: string): boolean {
  if (paragraph.length > maxLength) return false;
  return lines.some((line) => line.test(paragraph)) || isTranslatorLine(paragraph);
}
