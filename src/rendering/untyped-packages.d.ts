/** Handlebars without its compiler, a tenth of it, for templates that were compiled before. */
declare module "handlebars/dist/cjs/handlebars.runtime.js" {
  import type Handlebars from "handlebars";
  const runtime: Pick<
    typeof Handlebars,
    "create" | "createFrame" | "escapeExpression" | "helpers" | "template"
  >;
  export default runtime;
}
