import { essentialFeatures } from "../clients/essential-features.ts";
import type { ClientFeature, ClientSupport } from "../clients/client-support.ts";
import { findUse, findUses } from "../clients/find-uses.ts";
import { isElement, type Rule } from "../rule.ts";
import { evidenceOf } from "./image-alt.ts";

export const clientSupport: Rule = {
  id: "client-support",
  severity: "warning",
  looksAt:
    "HTML, CSS and picture formats that Gmail, Outlook (classic and new), Apple Mail, Yahoo Mail, Samsung Email or Thunderbird do not show; a note where the page reads well without",
  source: "Can I email (caniemail.com), whose data ships with Gazette",
  remedy: "Use something that all of them know, or give those that do not a fallback.",
  check: (page) => {
    const { support } = page.options;
    const uses = findUses(page);
    return support.features.flatMap((feature) => {
      if (!feature.support.includes("n")) return [];
      const use = findUse(uses, feature.trace);
      if (use === undefined) return [];
      const isEssential = essentialFeatures.has(feature.slug) && !use.conditional;
      return [
        {
          at: use.first,
          ...(feature.trace.kind === "image" && isElement(use.first)
            ? { evidence: evidenceOf(use.first.attribs["src"] ?? "") }
            : {}),
          severity: isEssential ? ("warning" as const) : ("info" as const),
          message: `${feature.title} (used ${use.count === 1 ? "once" : `${use.count} times`}) is not known to ${listClients(feature, support)}.`,
          remedy: `${isEssential ? clientSupport.remedy : "Make sure that the page reads well without it."} See https://www.caniemail.com/features/${feature.slug}/`,
        },
      ];
    });
  },
};

/** A family without its platforms where none of them knows the feature. */
function listClients({ support }: ClientFeature, { clients }: ClientSupport): string {
  const lacking = clients.filter((_, index) => support.charAt(index) === "n");
  return [...Map.groupBy(lacking, ({ family }) => family)]
    .map(([family, members]) => {
      const all = clients.filter((client) => client.family === family).length;
      return members.length === all
        ? family
        : `${family} (${members.map(({ platform }) => platform).join("; ")})`;
    })
    .join(", ");
}
