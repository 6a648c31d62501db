import { isText } from "domhandler";
import type { Rule } from "../rule.ts";

export const documentTitle: Rule = {
  id: "document-title",
  severity: "warning",
  looksAt: "the `<title>`, which screen readers say first",
  source: "WCAG 2.4.2, Page Titled",
  remedy: "Give the theme's head a title: `<mj-title>{{subject}}</mj-title>`.",
  check: ({ elements }) => {
    const title = elements.find(({ name }) => name === "title");
    const text = title?.children.map((child) => (isText(child) ? child.data : "")).join("") ?? "";
    return text.trim() === "" ? [{ at: title ?? { offset: 0 }, message: "The page has no title." }] : [];
  },
};
