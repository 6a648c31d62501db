import type { InterfaceStrings } from "./interface-strings.ts";

export const es: InterfaceStrings = {
  issueNumber: "N.º {number}",
  covering: "del {dates}",
  inside: "En este número:",
  inBrief: "En breve",
  moreOnTheWeb: "Más en la web",
  byline: "Por {names}",
  readingTime: { other: "{count} min de lectura" },
  continueReading: "Seguir leyendo «{title}»",
  seeAlso: "Véase también:",
  storyCount: { one: "{count} artículo", many: "{count} de artículos", other: "{count} artículos" },
  moreStories: {
    one: "{count} artículo más en la web",
    many: "{count} de artículos más en la web",
    other: "{count} artículos más en la web",
  },
  reason: "Recibe este correo porque se suscribió a {title}.",
  sentTo: "Enviado a {address}.",
  preferences: "Elegir qué recibe",
  unsubscribe: "Cancelar la suscripción",
};
