/** What a small town's letter says, in one language. */
export interface LocalWords {
  readonly title: string;
  readonly tagline: string;
  readonly note: string;
  readonly sections: readonly string[];
  readonly authors: readonly string[];
  readonly alt: string;
  readonly address: string;
  /** Headline and excerpt. */
  readonly stories: readonly (readonly [title: string, excerpt: string])[];
}

/** By BCP 47; every script that themes have fonts for, and both directions. */
export const localWords: Readonly<Record<string, LocalWords>> = {
  en: {
    title: "The Harbour Letter",
    tagline: "News from the quay, every Sunday",
    note: "Good morning. The tide is out, and there is plenty to read.",
    sections: ["Harbour", "Town", "Schools"],
    authors: ["Ruth Adeyemi", "Tomás Ó Briain"],
    alt: "The harbour wall at low tide",
    address: "3 Quay Street, Port Ellery PE1 4AB",
    stories: [
      [
        "Harbour wall passes its hundredth winter",
        "The keeper counted the boats in before dark, as she does on every night of the season, and wrote the number on the wall.",
      ],
      [
        "Five lime trees, and what becomes of them",
        "Three of the five will stay; the other two become benches on the west side of the green, where the wind is less.",
      ],
      [
        "The school clock is right again",
        "Nobody had wound it since June. It took a ladder, a spanner and the whole of year six.",
      ],
      ["A choir for people who cannot sing", "They meet on Tuesdays, and they are getting no better."],
    ],
  },
  de: {
    title: "Der Hafenbrief",
    tagline: "Neues von der Mole, jeden Sonntag",
    note: "Guten Morgen. Es ist Ebbe, und es gibt viel zu lesen.",
    sections: ["Hafen", "Stadtgespräch", "Schulen"],
    authors: ["Jürgen Weiß", "Käthe Öhlmann"],
    alt: "Die Hafenmauer bei Niedrigwasser",
    address: "Kaistraße 3, 26999 Ellernhafen",
    stories: [
      [
        "Binnenschifffahrtsverwaltung genehmigt Hochwasserschutzmauer nach dreizehn Jahren",
        "Dreizehn Jahre lang lag der Antrag in einer Schublade. Am Dienstag unterschrieb ihn der Hafenmeister, mit dem Füller seines Großvaters.",
      ],
      [
        "Fünf Linden, und was aus ihnen wird",
        "Drei der fünf Bäume bleiben stehen; aus den anderen werden Bänke für die Westseite, wo weniger Wind ist.",
      ],
      [
        "Die Schuluhr geht wieder richtig",
        "Seit Juni hatte sie niemand aufgezogen. Es brauchte eine Leiter und die ganze sechste Klasse.",
      ],
      [
        "Ein Chor für alle, die nicht singen können",
        "Sie treffen sich dienstags, und sie werden nicht besser.",
      ],
    ],
  },
  "zh-Hans": {
    title: "海港来信",
    tagline: "每个星期天，来自码头的消息",
    note: "早上好。潮水退了，今天有很多可读的。",
    sections: ["海港", "小镇", "学校"],
    authors: ["林秀英", "周建国"],
    alt: "退潮时的港口石堤",
    address: "埃勒里港码头街3号",
    stories: [
      [
        "港口石堤度过第一百个冬天",
        "看守人每晚天黑之前数清归来的船只，把数字写在墙上。整个季节里，她一个晚上也没有缺席。",
      ],
      ["五棵椴树的去向", "五棵树中有三棵会留下来，另外两棵将做成长椅，放在草地西侧风小的地方。"],
      ["学校的钟又准了", "从六月起就没有人给它上过发条。修好它用了一架梯子、一把扳手和整个六年级。"],
      ["给不会唱歌的人的合唱团", "他们每个星期二碰面，唱得一点也没有进步。"],
    ],
  },
  "zh-Hant": {
    title: "海港來信",
    tagline: "每個星期天，來自碼頭的消息",
    note: "早安。潮水退了，今天有很多可讀的。",
    sections: ["海港", "小鎮", "學校"],
    authors: ["林秀英", "周建國"],
    alt: "退潮時的港口石堤",
    address: "埃勒里港碼頭街3號",
    stories: [
      [
        "港口石堤度過第一百個冬天",
        "看守人每晚天黑之前數清歸來的船隻，把數字寫在牆上。整個季節裡，她一個晚上也沒有缺席。",
      ],
      ["五棵椴樹的去向", "五棵樹中有三棵會留下來，另外兩棵將做成長椅，放在草地西側風小的地方。"],
      ["學校的鐘又準了", "從六月起就沒有人替它上過發條。修好它用了一架梯子、一把扳手和整個六年級。"],
      ["給不會唱歌的人的合唱團", "他們每個星期二碰面，唱得一點也沒有進步。"],
    ],
  },
  ja: {
    title: "港だより",
    tagline: "日曜日ごとに、波止場から",
    note: "おはようございます。潮は引き、読みものはたくさんあります。",
    sections: ["港", "まち", "学校"],
    authors: ["小川恵", "高田誠"],
    alt: "干潮の港の石垣",
    address: "エラリー港 波止場通り3番地",
    stories: [
      [
        "港の石垣、百回目の冬を越える",
        "番人は毎晩、暗くなる前に帰ってきた船を数え、その数を壁に書きつける。この季節、一晩も休んだことがない。",
      ],
      ["五本の菩提樹のゆくえ", "五本のうち三本は残り、二本は風の弱い広場の西側でベンチになる。"],
      [
        "学校の時計がまた正しい時刻に",
        "六月から誰もねじを巻いていなかった。はしご一つと、六年生全員の手が要った。",
      ],
      ["歌えない人のための合唱団", "火曜日ごとに集まるが、少しもうまくならない。"],
    ],
  },
  ko: {
    title: "항구에서 온 편지",
    tagline: "일요일마다 부두에서 전하는 소식",
    note: "안녕하세요. 물이 빠졌고, 읽을거리가 많습니다.",
    sections: ["항구", "마을", "학교"],
    authors: ["김서연", "박도윤"],
    alt: "썰물 때의 항구 방파제",
    address: "엘러리항 부두길 3",
    stories: [
      [
        "항구의 돌담이 백 번째 겨울을 넘기다",
        "지킴이는 매일 저녁 어두워지기 전에 돌아온 배를 세어 벽에 숫자를 적는다. 이번 철에 하루도 거른 적이 없다.",
      ],
      [
        "보리수 다섯 그루는 어떻게 될까",
        "다섯 그루 가운데 셋은 남고, 둘은 바람이 덜한 광장 서쪽의 긴 의자가 된다.",
      ],
      [
        "학교 시계가 다시 맞는다",
        "유월부터 아무도 태엽을 감지 않았다. 사다리 하나와 육 학년 모두의 손이 필요했다.",
      ],
      ["노래를 못하는 사람들의 합창단", "화요일마다 모이지만 실력은 조금도 늘지 않는다."],
    ],
  },
  ar: {
    title: "رسالة الميناء",
    tagline: "أخبار الرصيف كل يوم أحد",
    note: "صباح الخير. البحر في جزر، وهناك الكثير مما يُقرأ.",
    sections: ["الميناء", "البلدة", "المدارس"],
    authors: ["ليلى حداد", "Tomás Ó Briain"],
    alt: "سور الميناء عند الجزر",
    address: "3 شارع الرصيف، ميناء إلري",
    stories: [
      [
        "سور الميناء يجتاز شتاءه المئة",
        "تعدّ الحارسة القوارب العائدة كل مساء قبل حلول الظلام، وتكتب العدد على السور. لم تغب ليلة واحدة في هذا الموسم.",
      ],
      [
        "خمس أشجار زيزفون وما سيحل بها",
        "ستبقى ثلاث من الأشجار الخمس، أما الاثنتان فتصبحان مقعدين في الجانب الغربي حيث تخف الريح.",
      ],
      [
        "ساعة المدرسة تضبط الوقت من جديد",
        "لم يملأها أحد منذ يونيو. احتاج الأمر إلى سلّم وإلى تلاميذ الصف السادس كلهم.",
      ],
      ["جوقة لمن لا يجيدون الغناء", "يجتمعون كل ثلاثاء، ولا يتحسنون أبدًا."],
    ],
  },
  he: {
    title: "מכתב הנמל",
    tagline: "חדשות מן הרציף, בכל יום ראשון",
    note: "בוקר טוב. הים בשפל, ויש הרבה מה לקרוא.",
    sections: ["הנמל", "העיר", "בתי הספר"],
    authors: ["נועה לוי", "Tomás Ó Briain"],
    alt: "חומת הנמל בשעת השפל",
    address: "רחוב הרציף 3, נמל אלרי",
    stories: [
      [
        "חומת הנמל צולחת את החורף המאה",
        "השומרת סופרת בכל ערב לפני החשכה את הסירות ששבו, וכותבת את המספר על החומה. היא לא החסירה אף לילה אחד בעונה.",
      ],
      [
        "חמישה עצי טיליה, ומה יעלה בגורלם",
        "שלושה מן העצים יישארו; השניים האחרים יהפכו לספסלים בצד המערבי, שם הרוח חלשה יותר.",
      ],
      ["שעון בית הספר שוב מדייק", "איש לא מתח אותו מאז יוני. נדרשו סולם, מפתח ברגים וכל כיתה ו׳."],
      ["מקהלה למי שאינם יודעים לשיר", "הם נפגשים בימי שלישי, ואינם משתפרים כלל."],
    ],
  },
  hi: {
    title: "बंदरगाह की चिट्ठी",
    tagline: "हर रविवार घाट से ख़बरें",
    note: "सुप्रभात। ज्वार उतर चुका है, और पढ़ने को बहुत कुछ है।",
    sections: ["बंदरगाह", "क़स्बा", "विद्यालय"],
    authors: ["मीरा शर्मा", "अरुण वर्मा"],
    alt: "भाटे के समय बंदरगाह की दीवार",
    address: "3 घाट मार्ग, एलरी बंदरगाह",
    stories: [
      [
        "बंदरगाह की दीवार ने सौवीं सर्दी पार की",
        "पहरेदार हर शाम अँधेरा होने से पहले लौटी हुई नावें गिनती है और संख्या दीवार पर लिख देती है। इस मौसम में उसने एक भी रात नहीं छोड़ी।",
      ],
      [
        "पाँच लिंडन के पेड़, और उनका क्या होगा",
        "पाँच में से तीन पेड़ रहेंगे; बाक़ी दो मैदान के पश्चिम में, जहाँ हवा कम है, बेंच बन जाएँगे।",
      ],
      [
        "विद्यालय की घड़ी फिर सही समय बताती है",
        "जून से किसी ने उसमें चाबी नहीं भरी थी। इसके लिए एक सीढ़ी और पूरी छठी कक्षा लगी।",
      ],
      ["जो गा नहीं सकते, उनकी मंडली", "वे हर मंगलवार मिलते हैं, और ज़रा भी बेहतर नहीं हो रहे।"],
    ],
  },
  th: {
    title: "จดหมายจากท่าเรือ",
    tagline: "ข่าวจากริมท่า ทุกวันอาทิตย์",
    note: "สวัสดียามเช้า น้ำลงแล้ว และมีเรื่องให้อ่านมากมาย",
    sections: ["ท่าเรือ", "เมือง", "โรงเรียน"],
    authors: ["สุดา ใจดี", "วิชัย แสงทอง"],
    alt: "กำแพงท่าเรือยามน้ำลง",
    address: "เลขที่ 3 ถนนท่าเรือ เมืองเอลเลอรี",
    stories: [
      [
        "กำแพงท่าเรือผ่านฤดูหนาวครั้งที่ร้อย",
        "ผู้เฝ้าท่านับเรือที่กลับมาทุกเย็นก่อนฟ้ามืด แล้วเขียนจำนวนไว้บนกำแพง ตลอดฤดูนี้เธอไม่เคยขาดแม้แต่คืนเดียว",
      ],
      ["ต้นลินเดนห้าต้นกับชะตากรรมของมัน", "สามในห้าต้นจะยังอยู่ อีกสองต้นจะกลายเป็นม้านั่งทางทิศตะวันตกซึ่งลมเบากว่า"],
      ["นาฬิกาโรงเรียนกลับมาเที่ยงตรง", "ไม่มีใครไขลานมาตั้งแต่เดือนมิถุนายน ต้องใช้บันไดหนึ่งอันกับนักเรียนชั้นประถมหกทั้งชั้น"],
      ["คณะประสานเสียงของคนร้องเพลงไม่เป็น", "พวกเขาพบกันทุกวันอังคาร และไม่ได้ร้องดีขึ้นเลย"],
    ],
  },
};
