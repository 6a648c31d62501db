/** Handlebars' syntax tree, with its node types told apart by `type`. */
export type Expression =
  | hbs.AST.PathExpression
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | hbs.AST.BooleanLiteral
  | hbs.AST.UndefinedLiteral
  | hbs.AST.NullLiteral;

export type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.PartialBlockStatement
  | (hbs.AST.ContentStatement & { original: string })
  | hbs.AST.CommentStatement
  | (hbs.AST.Node & { type: "Decorator" | "DecoratorBlock" });

/** The blocks of templates. */
export const blockNames = ["if", "unless", "each", "with", "ifSlot"];

/** A call of a helper, or a plain value: what mustaches, blocks and brackets have in common. */
export interface Call {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash: hbs.AST.Hash | undefined;
}

export function statementsOf(program: hbs.AST.Program | undefined): readonly Statement[] {
  return (program?.body ?? []) as unknown as readonly Statement[];
}

export function callOf(node: {
  path: hbs.AST.Expression;
  params: hbs.AST.Expression[];
  hash: hbs.AST.Hash;
}): Call {
  return {
    path: node.path as Expression,
    params: node.params as unknown as readonly Expression[],
    hash: node.hash,
  };
}

export function pairsOf(
  hash: hbs.AST.Hash | undefined,
): readonly { readonly key: string; readonly value: Expression }[] {
  return (hash?.pairs ?? []) as unknown as readonly { key: string; value: Expression }[];
}
