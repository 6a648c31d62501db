import type { InterfaceStrings } from "./interface-strings.ts";

export const fr: InterfaceStrings = {
  issueNumber: "Nº {number}",
  covering: "période\u00a0: {dates}",
  inside: "Dans ce numéro\u00a0:",
  inBrief: "En bref",
  moreOnTheWeb: "À lire sur le web",
  byline: "Par {names}",
  readingTime: { other: "{count} min de lecture" },
  continueReading: "Lire la suite de «\u00a0{title}\u00a0»",
  seeAlso: "À lire aussi\u00a0:",
  storyCount: { one: "{count} article", many: "{count} d’articles", other: "{count} articles" },
  moreStories: {
    one: "{count} autre article sur le web",
    many: "{count} d’autres articles sur le web",
    other: "{count} autres articles sur le web",
  },
  reason: "Cet e-mail vous est envoyé parce que vous suivez {title}.",
  sentTo: "Envoyé à {address}.",
  preferences: "Choisir ce que vous recevez",
  unsubscribe: "Se désabonner",
};
