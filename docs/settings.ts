/** What each setting of `gazette.config.ts` does, by its path; `*` stands for a name or a place in a list. */
export const settings: Readonly<Record<string, string>> = {
  "articles.dir": "Folder of Markdown articles. Default: `articles`.",
  "articles.baseUrl":
    "Address the folder is published under; articles without a canonical address get theirs from it.",
  "articles.ignore": "Glob patterns of files to pass over, relative to the folder.",
  "articles.includeReadme": "Take `README.md` and `_index.md` for articles too. Default: `false`.",
  "articles.undated":
    "What dates an article without a date: `refuse` (it stays out and says so), `git` (its first commit) or `file-time`. Default: `refuse`.",
  "articles.topicsFromFolders":
    "The first folder is the topic of an article that names none. Default: `true`.",
  "articles.imagesUrl":
    "Address that emails load the articles' own pictures from; you put the files of `out/…/images/` there. Without it the pictures travel with the message.",
  "articles.lineBreaks":
    "A line that ends within a paragraph ends in the email too (`true`), or not (`false`). Default: as in the program that it was written with.",
  out: "Where issues are written. Default: `out`.",
  data: "Where the ledger is kept. Default: `.gazette`.",
  publicUrl: "The same as `PUBLIC_URL`.",
  "checks.*.off": "Why this check (by its name in docs/checks.md) is switched off, for every newsletter.",
  "checks.*.budgetKb": "Of `html-size`: KB of HTML from which a page is called large. Default: 90.",
  "newsletters.*.title":
    "Title in the masthead and, where no name is given, of the sender. Default: `The Gazette`.",
  "delivery.connections": "Messages on their way at a time, to each SMTP server. Default: 5.",
  "delivery.relays.*.url":
    "SMTP servers besides `SMTP_URL`: `smtp://user:password@host:587` or `smtps://...:465`.",
  "delivery.relays.*.share": "Its part of the messages, relative to the others. Default: 1.",
  "delivery.relays.*.connections": "Instead of `delivery.connections`.",
  "delivery.relays.*.perDay": "Messages a day (of UTC) it is given at most.",
  "delivery.relays.*.warmUp":
    "The cap of the first day it is used, of the second, and so on, such as `[50, 100, 200]`.",
  "delivery.relays.*.tls.*":
    "PEM files: `certFile` and `keyFile` for a server that asks who we are, `caFile` for one with its own authority.",
  "delivery.relays.*.oauth2.*":
    "A token instead of a password (XOAUTH2): `clientId`, `clientSecret`, `refreshToken`, `accessUrl`; the user is that of the address.",
  "delivery.sendmail": "Path of a sendmail program to use where there is no SMTP server.",
  "delivery.perSecond": "Messages a second, all servers together. Default: as fast as it goes.",
  "delivery.hours": "Hours in which messages may leave, on the newsletter's clock, such as `08:00-21:30`.",
  "delivery.domains.*.connections": "Messages on their way to this recipient domain at a time.",
  "delivery.domains.*.perSecond": "Messages a second to this recipient domain.",
  "delivery.retryMinutes": "Wait after the first deferred attempt; it doubles each time. Default: 5.",
  "delivery.expireHours": "A deferred message is given up after this. Default: 48.",
  "delivery.errorBudget":
    "A run pauses when more than `percent` of the last `of` messages, at least `minimum`, are not accepted; `false`: never. Default: 25 of 200, at least 40.",
  "delivery.returnPath": "Where bounces go. Default: the sender.",
  "delivery.verp":
    "Put the reader's address into the return path, so that every bounce can be read. Default: `false`.",
  "delivery.softBounces.count":
    "`gazette bounces` takes an address out of all mail after this many bounces that are not final. Default: 3.",
  "delivery.softBounces.days": "The days within which they count. Default: 30.",
  "delivery.dkim.*.domain": "Domain that signs, besides `DKIM_DOMAIN`.",
  "delivery.dkim.*.selector": "Name of its key in DNS.",
  "delivery.dkim.*.privateKeyFile": "RSA key of 2048 bits, or Ed25519 key as a second signature, in PEM.",
  "schedule.alertTo": "Who is told of a missed, held or failing issue; `ALERT_TO` wins over it.",
  "schedule.alertWebhook":
    "Address that gets a POST with a JSON body for each alert; `ALERT_WEBHOOK` wins over it.",
  "schedule.healthPort":
    "Port on which the running schedule answers `/healthz` and `/metrics`. Default: none.",
  "schedule.healthHost": "Address it listens on. Default: `127.0.0.1`.",
  "schedule.logLevel": "`debug` (each accepted message too), `info`, `warn` or `error`. Default: `info`.",
  "newsletters.*.tagline": "A line under the title.",
  "newsletters.*.from": "Sender, such as `Editor <editor@example.com>`.",
  "newsletters.*.replyTo": "Where answers go, if not to the sender.",
  "newsletters.*.to": "Readers: one text with commas, or a list.",
  "newsletters.*.schedule":
    'When it is due: `daily`, `weekdays`, `weekly`, `monthly` (all at 07:00), or five cron fields such as `"0 7 * * 1"`. Default: `weekly`.',
  "newsletters.*.cadences.*":
    'Several schedules by name, such as `{ daily: "daily", weekly: "weekly" }`; each counts its own issues.',
  "newsletters.*.missed":
    "A slot that passed while nothing was running: `send` it, `skip` it, or `ask`. Default: `send`.",
  "newsletters.*.missedHours": "With `send`: skip it all the same when it is later than this. Default: 24.",
  "newsletters.*.localTime":
    "Readers get an issue at the slot's time of day in their own time zone; the issue is made for the first of them. Default: `false`.",
  "newsletters.*.review":
    "Editors see the issue before its slot: `required` holds it without their approval, `optional` sends it, `none`. Default: `none`.",
  "newsletters.*.reviewHours": "How long before the slot the editors get the draft. Default: 24.",
  "newsletters.*.editors": "Who reviews: one text with commas, or a list.",
  "newsletters.*.timeZone": "IANA time zone of schedule and dates, such as `Europe/Paris`. Default: `UTC`.",
  "newsletters.*.language": "Language of the newsletter, such as `en`, `de` or `zh-Hant`. Default: `en`.",
  "newsletters.*.theme": "Folder in `templates/`. Default: `broadsheet`.",
  "newsletters.*.website": "Address the title links to.",
  "newsletters.*.postalAddress": "Postal address in the footer, which many laws ask for.",
  "newsletters.*.reason": "Why a reader gets this, one sentence for the footer.",
  "newsletters.*.subject": "Subject instead of the lead's title.",
  "newsletters.*.maxHtmlBytes":
    "Bytes of HTML that an issue may have; stories are shortened, from the last of each section on, until it fits, and one link to the website stands for what has no room. Default: 92160 (90 KB).",
  "newsletters.*.checks.*.off": "The same for one newsletter.",
  "newsletters.*.checks.*.budgetKb": "The same for one newsletter.",
  "newsletters.*.selection.days": "The last N days instead of everything since the last issue.",
  "newsletters.*.selection.topics.*.key": "Short name of a topic; readers' choices are stored under it.",
  "newsletters.*.selection.topics.*.title": "Heading of its section. Default: the key.",
  "newsletters.*.selection.topics.*.weight": "Higher wins where an article fits several topics. Default: 1.",
  "newsletters.*.selection.topics.*.limit": "The most stories in its section.",
  "newsletters.*.selection.topics.*.match.*": "How an article gets the topic; one of these is enough.",
  "newsletters.*.selection.topics.*.include.*": "An article must also be recognised by one of these.",
  "newsletters.*.selection.topics.*.exclude.*":
    "An article recognised by one of these does not get the topic.",
  "newsletters.*.selection.only": "Only these topics, sections in this order.",
  "newsletters.*.selection.languages":
    'Only articles in these languages, such as `["en", "fr"]`; those that name none always count. Default: every language.',
  "newsletters.*.selection.exclude": "Never these topics.",
  "newsletters.*.selection.firstIssue": "How many of the newest articles the first issue takes. Default: 14.",
  "newsletters.*.selection.lateDays":
    "How many days back an article that turns up late is still taken. Default: 30.",
  "newsletters.*.selection.minimum": "With fewer articles the issue is held back. Default: 1.",
  "newsletters.*.selection.sections": "The most sections. Default: 6.",
  "newsletters.*.selection.stories": "The most stories in all sections. Default: 8.",
  "newsletters.*.selection.perSection": "The most stories in one section. Default: 3.",
  "newsletters.*.selection.inBrief": "The most stories in brief. Default: 10.",
  "newsletters.*.selection.more": "The most links below them. Default: 20.",
  "newsletters.*.selection.otherSection":
    "Heading of a section for articles of no configured topic, which stay out otherwise.",
  "newsletters.*.selection.sameStory":
    "Likeness, from 0 to 1, from which two articles are one story; `false`: never. Default: 0.2.",
};
