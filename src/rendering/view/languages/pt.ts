import type { InterfaceStrings } from "./interface-strings.ts";

export const pt: InterfaceStrings = {
  issueNumber: "N.º {number}",
  covering: "período: {dates}",
  inside: "Nesta edição:",
  inBrief: "Em breves linhas",
  moreOnTheWeb: "Mais na web",
  byline: "Por {names}",
  readingTime: { other: "{count} min de leitura" },
  continueReading: "Continuar a leitura de “{title}”",
  seeAlso: "Veja também:",
  storyCount: { one: "{count} artigo", many: "{count} de artigos", other: "{count} artigos" },
  moreStories: {
    one: "Mais {count} artigo na web",
    many: "Mais {count} de artigos na web",
    other: "Mais {count} artigos na web",
  },
  reason: "Este e-mail é enviado a quem assina {title}.",
  sentTo: "Enviado para {address}.",
  preferences: "Escolher o que recebe",
  unsubscribe: "Cancelar a assinatura",
};
