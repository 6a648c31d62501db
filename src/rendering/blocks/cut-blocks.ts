import { createLineWriter, cutLines, type TextPiece } from "../text/line-writer.ts";
import { splitBlocks, type BlockBook, type PresentParts } from "./block-book.ts";

/** One step of putting an edition together. */
type Step =
  | {
      readonly kind: "literal";
      readonly body: string;
      /** White space around it, which joins with that of its neighbours. */
      readonly before: string;
      readonly after: string;
      /** The body but for the end of a comment for Outlook, and that end. */
      readonly open: string;
      readonly closing: string;
      /** `open` without the comment for Outlook that it begins with; undefined: it begins with none. */
      readonly opensForOutlook: string | undefined;
      /** Begins with the end of a `<div>`, or ends with its start: no white space belongs there. */
      readonly endsDiv: boolean;
      readonly startsDiv: boolean;
      /** The same as lines of plain text, once they were asked for. */
      lines: TextPiece | undefined;
    }
  | { readonly kind: "text"; readonly read: (present: PresentParts) => string }
  /** Where the edition lacks the block, the next step is the one after `end`. */
  | { readonly kind: "start"; readonly condition: (present: PresentParts) => boolean; readonly end: number }
  | { readonly kind: "end" };

/** HTML, MJML or text, cut at the markers of its blocks. */
export type BlockProgram = readonly Step[];

const outlookStart = "<!--[if mso | IE]>";
const outlookEnd = "<![endif]-->";

/** @throws Error where a block has lost one of its ends; `checkBlocks` finds that earlier, with its place. */
export function cutBlocks(source: string, book: BlockBook): BlockProgram {
  const { literals, marks } = splitBlocks(source);
  const steps: Step[] = [];
  const open: { readonly id: number; readonly at: number }[] = [];
  const addLiteral = (text: string): void => {
    if (text !== "") steps.push(toLiteral(text));
  };
  addLiteral(literals[0] ?? "");
  marks.forEach(({ kind, id }, index) => {
    if (kind === "text") steps.push({ kind, read: book.texts[id] ?? missing });
    else if (kind === "start") open.push({ id, at: steps.push({ kind: "end" }) - 1 });
    else {
      const start = open.pop();
      if (start?.id !== id) throw new Error(`The block ${id} ends where another one should.`);
      const end = steps.push({ kind: "end" }) - 1;
      steps[start.at] = { kind: "start", condition: book.conditions[id] ?? missing, end };
    }
    addLiteral(literals[index + 1] ?? "");
  });
  if (open.length > 0) throw new Error("A block never ends.");
  return steps;
}

function toLiteral(text: string): Step {
  const body = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  const closing = body.endsWith(outlookEnd) ? outlookEnd : "";
  const open = body.slice(0, body.length - closing.length);
  return {
    kind: "literal",
    body,
    before,
    after: body === "" ? "" : text.slice(before.length + body.length),
    open,
    closing,
    opensForOutlook: body.startsWith(outlookStart) ? open.slice(outlookStart.length) : undefined,
    endsDiv: body.startsWith("</div>"),
    startsDiv: /<div[^<>]*>$/.test(body.slice(-600)),
    lines: undefined,
  };
}

function missing(): never {
  throw new Error("A marker names a block that nobody noted.");
}

/** Joins what an edition shows, its text as it stands. */
export function joinText(program: BlockProgram, present: PresentParts): string {
  let out = "";
  for (
    let at = nextShown(program, present, 0);
    at < program.length;
    at = nextShown(program, present, at + 1)
  ) {
    const step = program[at];
    if (step?.kind === "literal") out += step.before + step.body + step.after;
    else if (step?.kind === "text") out += step.read(present);
  }
  return out;
}

/** Joins what an edition shows as finished plain text. */
export function joinLines(program: BlockProgram, present: PresentParts, known: Map<string, string>): string {
  const writer = createLineWriter(known);
  for (
    let at = nextShown(program, present, 0);
    at < program.length;
    at = nextShown(program, present, at + 1)
  ) {
    const step = program[at];
    if (step?.kind === "literal")
      writer.addPiece((step.lines ??= cutLines(step.before + step.body + step.after)));
    else if (step?.kind === "text") writer.addText(step.read(present));
  }
  return writer.finish();
}

/**
 * Joins what an edition shows, with the seams as MJML and `finishHtml` leave them: a run of white space with a line
 * break is one, two comments for Outlook that follow each other are one, and a `<div>` has none at its edges.
 */
export function joinHtml(program: BlockProgram, present: PresentParts): string {
  return cutHtml(program, present).join("");
}

/** The same in pieces, most of which are the same in all editions of the issue. */
export function cutHtml(program: BlockProgram, present: PresentParts): string[] {
  const out: string[] = [];
  const add = (piece: string): void => {
    if (piece !== "") out.push(piece);
  };
  let space = "";
  /** Still to be written, without the end of its comment where the next one goes on with it. */
  let closing = "";
  let inDiv = false;
  for (
    let at = nextShown(program, present, 0);
    at < program.length;
    at = nextShown(program, present, at + 1)
  ) {
    const step = program[at];
    if (step?.kind === "literal") {
      space += step.before;
      if (step.body === "") continue;
      if (closing !== "" && step.opensForOutlook !== undefined) add(step.opensForOutlook);
      else {
        add(closing + (inDiv || step.endsDiv ? "" : seam(space)));
        add(step.open);
      }
      space = step.after;
      closing = step.closing;
      inDiv = step.startsDiv;
    } else if (step?.kind === "text") {
      add(closing + (inDiv ? "" : seam(space)));
      add(step.read(present).replaceAll("&#x3D;", "="));
      space = "";
      closing = "";
      inDiv = false;
    }
  }
  add(closing + seam(space));
  return out;
}

function seam(space: string): string {
  return space.includes("\n") ? "\n" : space;
}

/** The place of the first literal or text from `at` on that an edition shows; the length of the program: there is none. */
function nextShown(program: BlockProgram, present: PresentParts, at: number): number {
  for (let next = at; next < program.length; next += 1) {
    const step = program[next];
    if (step === undefined || step.kind === "literal" || step.kind === "text") return next;
    if (step.kind === "start" && !step.condition(present)) next = step.end;
  }
  return program.length;
}
