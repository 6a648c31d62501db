import { asBlock, dedent } from "../basics/cleaning.ts";
import { pick } from "../basics/parse-arguments.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/** What describes one value of a program: a parameter, a field of an answer, a property. */
const fields = new Set(["field", "paramfield", "responsefield", "apiparam", "property", "swaggerparameter"]);

/** Mintlify names a parameter by where it is given. */
const nameKeys = ["name", "query", "path", "body", "header"];

/** A value's name and type in a line above what is said of it; undefined for anything else, and where it has no name. */
export const renderField: WidgetRenderer = ({ key, given, inner }) => {
  const name = fields.has(key) ? pick(given, ...nameKeys) : undefined;
  if (name === undefined || !/^[\w.$[\]<>-]+$/.test(name)) return undefined;
  const type = pick(given, "type");
  const words = dedent(inner ?? pick(given, "description") ?? "").trim();
  const signature = `**${name.replace(/[*_\\[\]<>]/g, "\\$&")}**${type === undefined ? "" : `, ${type.replace(/[*_\\[\]<>{}`]/g, "\\$&")}`}`;
  return show(asBlock(words === "" ? signature : `${signature}\n\n${words}`));
};
