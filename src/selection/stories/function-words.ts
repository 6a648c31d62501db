/**
 * Words that carry grammar, not content, in the languages newsletters are most often written in. They keep two short
 * texts from looking alike because both say "of the". A language that is missing loses a little precision only: what
 * many articles of an issue share counts for little anyway.
 */
const lists = [
  // English
  `a about after again against all also although always am among an and any are around as at away be because been before
  being below between both but by came can cannot come could did do does doing done down during each even ever every few
  first for from further get give go going had has have having he her here hers him his how however i i'm i've if in into
  is isn't it it's its itself just know last least less like made make many may me might more most much must my near need
  never new next no nor not nothing now of off often on once one only or other our out over own part people please put
  quite rather really said same say says see set several shall she should since so some something soon still such take
  than that that's the their them then there these they thing this those though through to today together too two under
  until up upon us use used using very via want was way we we're well were what when where whether which while who whom
  whose why will with within without won't would year years yes yet you your`,
  // German
  `aber alle allem allen aller als also am an ander andere anderen auch auf aus bei beim bin bis bist da damit dann das dass
  dein dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
  eines er es etwa etwas euch für gegen habe haben hat hatte hier hinter ich ihm ihn ihnen ihr ihre im immer in ins ist ja
  jede jeder jetzt kann kein keine können machen man mehr mein mit muss nach nicht nichts noch nun nur ob oder ohne schon
  sehr sein seine seit sich sie sind so soll sondern über um und uns unter viel viele vom von vor war waren was weil welche
  wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwischen`,
  // French
  `à ai ainsi après au aucun aussi autre autres aux avant avec avoir c'est ce cela ces cet cette ceux chaque chez comme
  comment contre d'un d'une dans de depuis des donc dont du elle elles en encore entre est et être eu fait faire font il ils
  je jusqu l la le les leur leurs lors lui mais même mes moins mon ne ni nos notre nous on ont ou où par parce pas pendant
  peu peut plus pour pourquoi qu'il quand que quel quelle qui s sa sans se selon sera ses si son sont sous sur ta tous tout
  toute toutes très tu un une va vers votre vous y`,
  // Spanish
  `al algo ante antes aquí así aún aunque cada como con contra cual cuando cómo de del desde donde dos durante e el él ella
  ellos en entre era es esa ese eso esta está están estas este esto estos fue fueron ha había hace hacia han hasta hay la las
  le les lo los más me mi mientras muy nada ni no nos nosotros o otra otras otro otros para parte pero poco por porque puede
  que qué quien se sea según ser si sí sido sin sobre solo son su sus también tan tanto tiene todo todos tras un una uno unos
  ya y yo`,
  // Portuguese
  `ainda ao aos apenas após as até cada com como da das de depois do dos e ela ele eles em entre era essa esse esta está este
  eu foi foram há isso isto já lhe mais mas mesmo muito na nas não nem no nos nós num numa o os ou para pela pelas pelo pelos
  por porque quando que quem se sem ser seu seus só sobre sua suas também tem têm ter todos tudo um uma você`,
  // Italian
  `ad agli ai al alla alle allo anche ancora avere c'è che chi ci come con contro cosa cui da dagli dai dal dalla dalle degli
  dei del della delle dello dopo dove e è ed era essere fa fra già gli ha hanno ho i il in io la le lei lo loro ma mentre mi
  molto ne nei nel nella nelle noi non o ogni per perché più poi prima può quale quando quanto quella quello questa queste
  questi questo se senza si sia sono sotto su sua sue sul sulla suo tra tutti tutto un una uno`,
  // Dutch
  `aan al alle als bij dan dat de deze die dit doch doen door dus een en er ge geen had heb hebben heeft het hier hij hoe hun
  ik in is ja je kan kunnen maar me meer men met mijn moet na naar niet nog nu of om omdat onder ons ook op over te tegen
  toch toen tot uit van veel voor waar was wat we wel werd wie wil worden wordt zal ze zei zich zij zijn zo zonder zou`,
  // Swedish, Danish, Norwegian
  `af all alla alle allt att av bare blev bli blir blive både da de deg dem den denna denne der deras deres det detta dette
  dig din disse du där då efter eller en er ett etter fick for fra från få før för ha hade han har hos hun hur hvad hva
  hvem hvis hvor i icke ikke inte ja jag jeg kan kom kommer kun kunne man med mellan mellem men mer mere mig min mot mycket
  må måste ned når när nå och og också om op opp oss over på sa samt se sedan sig sin ska skal skulle som så til till ud
  under upp ut var vad ved vi vid vil ville være vår är även över`,
  // Finnish
  `ei eivät ennen että hän he hyvin ja jo joka jos jossa joten kaikki kanssa kuin kuitenkin kun me mikä minä mutta myös ne
  niin noin nyt oli olisi olla on ovat se sekä sen siitä siksi sitä tai tämä tämän vain vielä voi`,
  // Polish, Czech
  `aby albo ale ani bez bo by był była było być bylo byl byla ci co czy do dla go i ich ja jak jako je jego jej jest ještě
  jeszcze již już jsou k kde kdy kiedy która które który których ktoré která který lub ma mi między mnie może na nad nie
  nim o od ona on oni oraz po pod podle pouze pro proto protože przed przez przy s są se się si současně strony ta tak
  także také tam te tego tej ten to tu tych tylko tym u už v ve w we wie więc z za ze że`,
  // Russian, Ukrainian
  `а або але без более бути бы был была были було было в вже вже весь во вот все всех всё вы від где да для до его ее ей ему
  если есть ещё еще ж же за з и из или им их й и к как кто ли лишь між меня мы на над надо наш не него нее нет ни них но
  ну о об однако он она они оно от очень по под после при про с се себя со ста так также там те тем то того тоже только том
  ты у уже хотя це цей чего чем через что чтобы щоб що эта эти это этого этой этот я як який які`,
  // Turkish
  `ama ancak ayrıca bazı ben bir biz bu çok da daha de değil diye en gibi göre hem hep her için ile ise kadar ki mi nasıl ne
  neden o olan olarak oldu olduğu olduğunu ona onu onun sadece sonra şey şu tüm ve veya ya`,
  // Indonesian, Malay
  `ada adalah agar akan antara apa atau bagi bahwa banyak bisa dalam dan dapat dari dengan di dia hanya harus hingga ia ini
  itu jika juga karena ke kepada lain lebih mereka oleh pada para saat saja sangat satu sebagai sebuah secara sejak semua
  serta seperti sudah tahun telah tersebut tidak untuk yang`,
  // Vietnamese
  `bị các cho có của cũng đã đang đây để đến đó được khi không là lại làm mà một này nhưng những như nhiều ở ra rất sau sẽ
  số tại thì theo trên trong từ và vào về với`,
  // Greek
  `αν από αυτά αυτή αυτό αυτού για δεν είναι ένα ένας έχει έχουν ή η θα και κατά με μετά μια μία να ο οι όμως όπως ότι που
  πριν προς σε στα στη στην στις στο στον τα τη την της τις το τον του τους των ως`,
  // Arabic, Persian
  `أن إن أو أي إلى التي الذي الذين على عن عند في قد كان كانت كل كما لا لم لن له لها ليس ما مع من منذ هذا هذه هو هي هناك و وقد
  ولا از است این آن با برای به بود تا را شد شده که می نیز هم و یا یک`,
  // Hebrew
  `את אבל או אם אני אשר גם הוא היא היה הם זה זו יש כי כל כמו לא מה על עם של`,
  // Hindi
  `और एक इस उस का कि की के को कर करने गया जो तक तो था थी थे ने पर भी में यह या वह से ही है हैं हो`,
  // Chinese, simplified and traditional
  `的 了 是 在 和 与 與 及 或 也 都 就 而 但 但是 并 並 不 没有 沒有 有 这 這 那 这个 這個 那个 那個 这些 這些 其 他 她 它 他们 他們 我 我们 我們 你 你们 你們
  们 們 一 一个 一個 一些 一样 一樣 个 個 上 下 中 里 裡 对 對 从 從 到 为 為 以 于 於 之 将 將 会 會 可以 可 能 能够 能夠 要 被 把 让 讓 使 用 还 還 还有 還有
  又 很 更 最 如 如果 因为 因為 所以 由 由于 由於 至 等 已 已经 已經 正 来 來 去 说 說 时 時 后 後 前 像 想 想要 什么 什麼 如何 怎么 怎麼 只 只是 自己 多 大 小
  新 年 月 日 今天 目前 进行 進行 通过 通過 关于 關於`,
  // Japanese
  `は が を に の と で も や へ か な ね よ て た だ し い う です ます でした ました ない ある いる する した して され された れる られる なる なり なった
  こと もの ため よう それ これ あれ その この あの ここ そこ から まで より など さん という について として における および また または しかし そして 私 私たち 的 化 年 月 日 中 上 後 前`,
  // Korean
  `이 그 저 것 수 등 및 또는 그리고 그러나 하지만 있는 있다 있습니다 하는 한다 합니다 했다 위해 위한 대한 대해 통해 따라 함께 더 가장 모든 우리 이번 지난 년 월 일`,
  // Thai
  `ที่ และ ใน ของ การ เป็น มี ได้ ให้ ว่า จะ ไม่ ไป มา กับ แต่ หรือ นี้ นั้น จาก โดย เพื่อ ความ ก็ แล้ว อยู่ ยัง คือ ซึ่ง ถูก ต้อง`,
];

export const functionWords: ReadonlySet<string> = new Set(
  lists.flatMap((list) => list.normalize("NFKC").split(/\s+/u)).filter((word) => word !== ""),
);
