/** One story as its author means it, whatever it is written down as. */
export interface Story {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly author: string;
  /** What the body says, in order; the first is the excerpt where no summary is given. */
  readonly paragraphs: readonly [string, string];
  readonly heading: string;
  readonly summary: string;
}

/** A village that is nowhere, its bridge, its mill and its ferry: one story in each of 23 languages. */
export const stories: readonly Story[] = [
  {
    language: "en",
    title: "Reedham's ferry: “slow”, and better for it",
    topics: ["Ferry", "Town hall"],
    author: "Nell Tarn",
    paragraphs: [
      "The ferry of Reedham crosses 14 times a day & nobody has ever been in a hurry to be on it.",
      "It costs 2.50 each way: half of that goes to the rope.",
    ],
    heading: "What it costs",
    summary: "A ferry, a rope and eleven passengers: why the council keeps all three.",
  },
  {
    language: "de",
    title: "Schilfheims Fähre: „langsam“ ist kein Makel",
    topics: ["Fähre", "Rathaus"],
    author: "Jörg Weidenmüller",
    paragraphs: [
      "Die Fähre von Schilfheim setzt 14-mal am Tag über, und niemand hatte es auf ihr jemals eilig.",
      "Sie kostet z. B. 2,50 je Weg: Die Hälfte davon ist für das Seil.",
    ],
    heading: "Was sie kostet",
    summary: "Eine Fähre, ein Seil, elf Fahrgäste: warum der Gemeinderat alle drei behält.",
  },
  {
    language: "fr",
    title: "Le bac de Roselière : « lent », et tant mieux",
    topics: ["Bac", "Mairie"],
    author: "Maëlle d’Aubrac",
    paragraphs: [
      "Le bac de Roselière traverse quatorze fois par jour, et personne n’y a jamais été pressé.",
      "Il coûte 2,50 l’aller : la moitié paie la corde.",
    ],
    heading: "Ce qu’il coûte",
    summary: "Un bac, une corde et onze passagers : pourquoi la commune garde les trois.",
  },
  {
    language: "es",
    title: "La barca de Juncal: ¿lenta? Mejor así",
    topics: ["Barca", "Ayuntamiento"],
    author: "Íñigo Valdeolmos",
    paragraphs: [
      "La barca de Juncal cruza catorce veces al día, y nadie ha tenido nunca prisa a bordo.",
      "Cuesta 2,50 por trayecto: la mitad es para la cuerda.",
    ],
    heading: "Lo que cuesta",
    summary: "Una barca, una cuerda y once pasajeros: por qué el pueblo conserva los tres.",
  },
  {
    language: "it",
    title: "Il traghetto di Canneto: «lento», per fortuna",
    topics: ["Traghetto", "Municipio"],
    author: "Niccolò Dell’Orto",
    paragraphs: [
      "Il traghetto di Canneto attraversa quattordici volte al giorno, e nessuno vi ha mai avuto fretta.",
      "Costa 2,50 a tratta: la metà è per la fune.",
    ],
    heading: "Quanto costa",
    summary: "Un traghetto, una fune e undici passeggeri: perché il comune li tiene tutti.",
  },
  {
    language: "pt-BR",
    title: "A balsa de Juncal: lenta, e ainda bem",
    topics: ["Balsa", "Câmara municipal"],
    author: "Conceição Araújo",
    paragraphs: [
      "A balsa de Juncal atravessa catorze vezes por dia, e ninguém nunca teve pressa a bordo.",
      "Custa 2,50 por viagem: a metade paga a corda.",
    ],
    heading: "Quanto custa",
    summary: "Uma balsa, uma corda e onze passageiros: por que a vila fica com os três.",
  },
  {
    language: "nl",
    title: "Het veer van Rietdijk: ‘traag’, en daarom goed",
    topics: ["Veer", "Gemeente"],
    author: "Sjoukje van der Ploeg",
    paragraphs: [
      "Het veer van Rietdijk vaart veertien keer per dag over en niemand had er ooit haast.",
      "Het kost 2,50 per keer: de helft is voor het touw.",
    ],
    heading: "Wat het kost",
    summary: "Een veer, een touw en elf reizigers: waarom de gemeente ze alle drie houdt.",
  },
  {
    language: "sv",
    title: "Färjan i Vassby: ”långsam”, och bra så",
    topics: ["Färja", "Kommun"],
    author: "Åsa Björkén",
    paragraphs: [
      "Färjan i Vassby går över fjorton gånger om dagen, och ingen har någonsin haft bråttom ombord.",
      "Den kostar 2,50 per resa: hälften går till repet.",
    ],
    heading: "Vad den kostar",
    summary: "En färja, ett rep och elva resenärer: därför behåller kommunen alla tre.",
  },
  {
    language: "pl",
    title: "Prom w Trzcinowie: „wolny” i dobrze",
    topics: ["Prom", "Urząd gminy"],
    author: "Łucja Wiśniewska",
    paragraphs: [
      "Prom w Trzcinowie pływa czternaście razy dziennie i nikomu nigdy się na nim nie spieszyło.",
      "Kosztuje 2,50 w jedną stronę: połowa idzie na linę.",
    ],
    heading: "Ile kosztuje",
    summary: "Prom, lina i jedenaścioro pasażerów: dlaczego gmina zachowuje wszystko.",
  },
  {
    language: "cs",
    title: "Přívoz v Rákosí: „pomalý“, a právem",
    topics: ["Přívoz", "Obecní úřad"],
    author: "Žofie Řeháková",
    paragraphs: [
      "Přívoz v Rákosí pluje čtrnáctkrát denně a nikdo na něm nikdy nespěchal.",
      "Stojí 2,50 za cestu: polovina je na lano.",
    ],
    heading: "Kolik stojí",
    summary: "Přívoz, lano a jedenáct cestujících: proč si obec nechává všechno.",
  },
  {
    language: "ru",
    title: "Паром в Камышах: «медленный», и хорошо",
    topics: ["Паром", "Управа"],
    author: "Фёдор Подъячев",
    paragraphs: [
      "Паром в Камышах ходит четырнадцать раз в день, и никто на нём никогда не спешил.",
      "Проезд стоит 2,50: половина уходит на канат.",
    ],
    heading: "Сколько стоит",
    summary: "Паром, канат и одиннадцать пассажиров: почему посёлок хранит всё это.",
  },
  {
    language: "uk",
    title: "Пором в Очереті: «повільний», і добре",
    topics: ["Пором", "Рада"],
    author: "Ївга Щедрик",
    paragraphs: [
      "Пором в Очереті ходить чотирнадцять разів на день, і ніхто на ньому ніколи не поспішав.",
      "Проїзд коштує 2,50: половина йде на линву.",
    ],
    heading: "Скільки коштує",
    summary: "Пором, линва й одинадцять пасажирів: чому громада тримає все це.",
  },
  {
    language: "el",
    title: "Το πορθμείο στις Καλαμιές: «αργό», ευτυχώς",
    topics: ["Πορθμείο", "Δήμος"],
    author: "Ευγενία Ακριτίδου",
    paragraphs: [
      "Το πορθμείο στις Καλαμιές περνά δεκατέσσερις φορές τη μέρα και κανείς δεν βιάστηκε ποτέ εκεί.",
      "Κοστίζει 2,50 τη φορά: τα μισά είναι για το σχοινί.",
    ],
    heading: "Τι κοστίζει",
    summary: "Ένα πορθμείο, ένα σχοινί, έντεκα επιβάτες: γιατί ο δήμος τα κρατά όλα.",
  },
  {
    language: "tr",
    title: "Sazlık feribotu: “yavaş” ama iyi",
    topics: ["Feribot", "Belediye"],
    author: "Işıl Çağlayangil",
    paragraphs: [
      "Sazlık feribotu günde on dört kez karşıya geçer ve orada kimsenin acelesi olmamıştır.",
      "Bir geçiş 2,50 tutar: yarısı halat içindir.",
    ],
    heading: "Kaça mal oluyor",
    summary: "Bir feribot, bir halat ve on bir yolcu: belediye neden hepsini tutuyor.",
  },
  {
    language: "fi",
    title: "Ruokolan lossi: ”hidas”, ja hyvä niin",
    topics: ["Lossi", "Kunta"],
    author: "Päivi Äyräväinen",
    paragraphs: [
      "Ruokolan lossi ylittää joen neljätoista kertaa päivässä, eikä kenelläkään ole ollut siellä kiire.",
      "Matka maksaa 2,50: puolet menee köyteen.",
    ],
    heading: "Mitä se maksaa",
    summary: "Lossi, köysi ja yksitoista matkustajaa: siksi kunta pitää ne kaikki.",
  },
  {
    language: "vi",
    title: "Bến phà Lau Sậy: chậm mà hay",
    topics: ["Bến phà", "Ủy ban"],
    author: "Nguyễn Thị Ấm",
    paragraphs: [
      "Phà Lau Sậy qua sông mười bốn lần mỗi ngày và chưa ai từng vội vã khi ngồi trên đó.",
      "Mỗi lượt giá 2,50: một nửa dành cho dây chão.",
    ],
    heading: "Giá bao nhiêu",
    summary: "Một chiếc phà, một sợi dây và mười một hành khách: vì sao xã giữ cả ba.",
  },
  {
    language: "ar",
    title: "عبّارة القصب: «بطيئة» ولا بأس",
    topics: ["عبّارة", "البلدية"],
    author: "سميّة القصّاب",
    paragraphs: [
      "تعبر عبّارة القصب النهر أربع عشرة مرّة في اليوم، ولم يستعجل أحد على متنها قطّ.",
      "ثمن العبور ٢٫٥٠ ونصفه لأجل الحبل، كما تقول البلدية.",
    ],
    heading: "كم تكلّف",
    summary: "عبّارة وحبل وأحد عشر راكبًا: لماذا تحتفظ القرية بها كلّها.",
  },
  {
    language: "he",
    title: "המעבורת של קני־סוף: „איטית”, וטוב שכך",
    topics: ["מעבורת", "מועצה"],
    author: "צופיה בן־גשר",
    paragraphs: [
      "המעבורת של קני־סוף חוצה את הנהר ארבע עשרה פעמים ביום, ואיש לא מיהר בה מעולם.",
      "המחיר 2.50 לכיוון: חציו הולך לחבל, אומרת המועצה.",
    ],
    heading: "כמה זה עולה",
    summary: "מעבורת, חבל ואחד עשר נוסעים: מדוע הכפר שומר על כולם.",
  },
  {
    language: "hi",
    title: "सरकंडा घाट की नाव: धीमी है, अच्छी है",
    topics: ["नाव", "पंचायत"],
    author: "मीनाक्षी घाटगे",
    paragraphs: [
      "सरकंडा घाट की नाव दिन में चौदह बार नदी पार करती है और उस पर कभी किसी को जल्दी नहीं रही।",
      "एक फेरे का किराया 2.50 है और उसका आधा रस्सी पर जाता है।",
    ],
    heading: "कितना खर्च है",
    summary: "एक नाव, एक रस्सी और ग्यारह यात्री: गाँव तीनों को क्यों रखता है।",
  },
  {
    language: "th",
    title: "เรือข้ามฟากบ้านกอกก: ช้าแต่ดี",
    topics: ["เรือข้ามฟาก", "เทศบาล"],
    author: "สายชล ท่าน้ำ",
    paragraphs: [
      "เรือข้ามฟากบ้านกอกกแล่นข้ามแม่น้ำวันละสิบสี่เที่ยว และไม่เคยมีใครรีบร้อนบนเรือลำนี้เลย",
      "ค่าโดยสารเที่ยวละ 2.50 ครึ่งหนึ่งเป็นค่าเชือก ตามที่เทศบาลบอกไว้",
    ],
    heading: "ราคาเท่าไร",
    summary: "เรือหนึ่งลำ เชือกหนึ่งเส้น ผู้โดยสารสิบเอ็ดคน ทำไมหมู่บ้านจึงเก็บไว้ทั้งหมด",
  },
  {
    language: "zh-CN",
    title: "芦苇村的渡船:“慢”也很好",
    topics: ["渡船", "村委会"],
    author: "苇小舟",
    paragraphs: [
      "芦苇村的渡船每天过河十四次,船上从来没有人着急过,连狗也不着急。",
      "单程票价二元五角:一半用来买绳子。",
    ],
    heading: "要多少钱",
    summary: "一条船、一根绳子、十一位乘客:村里为什么都留着。",
  },
  {
    language: "ja",
    title: "葦村の渡し船:「遅い」からこそ",
    topics: ["渡し船", "村役場"],
    author: "葦原 渚",
    paragraphs: [
      "葦村の渡し船は一日に十四回川を渡りますが、船の上で急いだ人は一人もいません。",
      "片道は二百五十円です。その半分は綱の代金になります。",
    ],
    heading: "いくらかかるか",
    summary: "渡し船と綱と十一人の客。村がそのすべてを残すわけ。",
  },
  {
    language: "ko",
    title: "갈대마을 나룻배: 느려서 좋다",
    topics: ["나룻배", "마을회관"],
    author: "갈나루",
    paragraphs: [
      "갈대마을 나룻배는 하루에 열네 번 강을 건너지만 그 위에서 서두른 사람은 아무도 없다.",
      "편도 요금은 이천오백 원이고 그 절반은 밧줄 값이다.",
    ],
    heading: "얼마나 드나",
    summary: "배 한 척, 밧줄 하나, 손님 열한 명. 마을이 모두 지키는 까닭.",
  },
];
