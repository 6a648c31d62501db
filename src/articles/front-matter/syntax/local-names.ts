import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";
import { parseDate } from "../dates/parse-date.ts";

/** Names that people give fields in their own language, folded, by the name that Gazette reads. */
const namesOf: Readonly<Record<string, string>> = {
  title:
    "titel titre título titulo titolo tytuł název nadpis názov cím titlu naslov otsikko pealkiri başlık judul tiêuđề заголовок название заглавие назва τίτλος 标题 標題 タイトル 題名 제목 العنوان عنوان כותרת ชื่อเรื่อง शीर्षक",
  date: "datum fecha data dato dátum päivämäärä kuupäev tarih tanggal ngày дата ημερομηνία 日期 日付 날짜 التاريخ تاريخ تاریخ תאריך วันที่ तारीख दिनांक",
  published:
    "veröffentlicht veröffentlichtam erschienen gepubliceerd publié publiéle datepublication datedepublication publicado publicadoem fechapublicación fechapublicacion fechadepublicación fechadepublicacion datapublicação datapublicacao datadepublicação pubblicato datapubblicazione opublikowano datapublikacji publikováno publikované közzétéve publicerad publisert udgivet julkaistu yayıntarihi yayımlanma датапубликации опубликовано опубліковано 发布日期 发布时间 發布日期 發佈日期 公開日 投稿日 게시일 작성일 발행일 تاريخالنشر تاریخانتشار",
  created:
    "erstellt erstelltam angelegt erstelldatum aangemaakt créé crééle creele datecreation datecréation datedecréation creado creadoel fechadecreación fechacreacion criado criadoem datacriação creato creatoil utworzono vytvořeno vytvorené létrehozva skapad opprettet oprettet luotu oluşturulma создано датасоздания створено 创建日期 创建时间 建立日期 建立時間 作成日 作成日時 생성일",
  updated:
    "aktualisiert aktualisiertam geändert geaendert aktualisierung bijgewerkt gewijzigd misàjour miseàjour datemaj datemiseajour modifié modifiéle actualizado últimaactualización ultimaactualización ultimaactualizacion fechaactualizacion fechadeactualización fechadeactualizacion fechamodificación fechamodificacion fechaactualización modificado atualizado atualizadoem dataatualização dataatualizacao datadeatualização ultimaatualizacao aggiornato aggiornatoil modificato zaktualizowano upraveno aktualizováno aktualizované frissítve módosítva uppdaterad oppdatert opdateret päivitetty güncelleme güncellenme обновлено изменено датаобновления оновлено змінено 更新日期 更新时间 更新時間 修改日期 修改时间 更新日 更新日時 수정일 업데이트",
  author:
    "autor autorin autoren verfasser verfasserin auteur auteurs autora autores autore autori autorzy szerző författare forfatter kirjoittaja yazar penulis tácgiả автор авторы συγγραφέας 作者 著者 筆者 저자 작성자 글쓴이 الكاتب نویسنده מחבר ผู้เขียน लेखक",
  tags: "schlagworte schlagwörter stichworte stichwörter trefwoorden étiquettes etiquettes motsclés motscles etiquetas etichette palabrasclave palavraschave tagi štítky címkék taggar etiketter emneord tunnisteet avainsanat asiasanat nyckelord nøkkelord nøgleord sleutelwoorden etiquetes paraulesclau parolechiave etiketler теги тэги метки мітки ετικέτες 标签 標籤 タグ 태그 الوسوم وسوم برچسبها תגיות แท็ก टैग",
  category:
    "kategorie kategorien rubrik categorie categorieën catégorie catégories categoría categorías categoria categorias kategoria kategórie kategória kategoriat kategori kategorier kategoriler категория категории категорія категорії рубрика рубрики κατηγορία 分类 分類 カテゴリ カテゴリー 카테고리 분류 التصنيف دسته קטגוריה หมวดหมู่ श्रेणी",
  description:
    "resume chapo extrait auszug kurztext kurzfassung uittreksel extracto extracte resum descripció descripcio estratto wstęp wstep anotacia úvod uvod sažetak sazetak povzetek rezumat descriere uddrag utdrag sammendrag tiivistelma esittely kokkuvõte kokkuvote santrauka kopsavilkums kivonat osszefoglalo leiras aciklama ozet резюме perex anotace anotácia ingress ingressi manchet inleiding vorspann anreißer chapô chapeau accroche entradilla bajada copete linhafina chamada occhiello zajawka bevezető аннотация анотація лид 导语 導語 摘录 抜粋 リード 발췌 beschreibung zusammenfassung kurzbeschreibung beschrijving samenvatting résumé descripción descripcion resumen descrição descricao resumo descrizione riassunto sommario opis streszczenie popis perex leírás összefoglaló beskrivning sammanfattning beskrivelse kuvaus tiivistelmä açıklama özet deskripsi ringkasan môtả tómtắt описание анонс опис περιγραφή 描述 摘要 简介 簡介 概要 説明 설명 요약 الوصف ملخص توضیحات خلاصه תקציר คำอธิบาย विवरण",
  image:
    "bild titelbild beitragsbild afbeelding imagen imagem immagine portada copertina obrazek obrázek kép изображение обложка görsel resim gambar 封面 画像 アイキャッチ 썸네일",
  draft:
    "entwurf brouillon borrador rascunho bozza szkic luonnos utkast kladde taslak черновик чернетка 草稿 下書き 초안 مسودة טיוטה",
};
const readNames = new Map(
  Object.entries(namesOf).flatMap(([name, local]) => local.split(" ").map((word) => [word, name] as const)),
);

/** Fields that are days: what else a field of such a name holds (`data: {…}`, `publicado: si`) is something else. */
const days = new Set(["date", "published", "created", "updated"]);

/** Fields of such a name hold a summary only where it is a sentence: to others it is what somebody has worked as. */
const ofPeople = new Set(["resume", "резюме"]);
/** Four words, and no name of a file. */
const sentence = /^(?!\/|https?:)(?=\s*\S+(?:\s+\S+){3})(?![\s\S]*\.[a-z\d]{2,4}\s*$)/i;

/** The name under which Gazette reads a field, for one that is folded: `datum` as `date`; undefined for no other name. */
export function readLocalName(folded: string): string | undefined {
  return (
    readNames.get(folded) ?? (/^[a-z]*$/.test(folded) ? undefined : readNames.get(folded.normalize("NFC")))
  );
}

/** Front matter with the fields that stand in their author's language under the usual names, where those are not used. */
export function withUsualNames(fields: FrontMatter): FrontMatter {
  let renamed: Map<string, FrontMatterValue> | undefined;
  for (const [key, value] of fields) {
    const name = readLocalName(key);
    if (name === undefined || fields.has(name) || renamed?.has(name) === true) continue;
    if (days.has(name) && (typeof value !== "string" || parseDate(value).kind === "unreadable")) continue;
    if (ofPeople.has(key) && (typeof value !== "string" || !sentence.test(value))) continue;
    renamed ??= new Map(fields);
    renamed.set(name, value);
  }
  return renamed ?? fields;
}
