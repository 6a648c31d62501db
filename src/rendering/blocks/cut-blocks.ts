import { splitBlocks, type BlockBook, type PresentParts } from "./block-book.ts";

/** One step of putting an edition together. */
type Step =
  | {
      readonly kind: "literal";
      readonly body: string;
      /** White space around it, which joins with that of its neighbours. */
      readonly before: string;
      readonly after: string;
      readonly opensForOutlook: boolean;
      readonly closesForOutlook: boolean;
      /** Begins with the end of a `<div>`, or ends with its start: no white space belongs there. */
      readonly endsDiv: boolean;
      readonly startsDiv: boolean;
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
  return {
    kind: "literal",
    body,
    before,
    after: body === "" ? "" : text.slice(before.length + body.length),
    opensForOutlook: body.startsWith(outlookStart),
    closesForOutlook: body.endsWith(outlookEnd),
    endsDiv: body.startsWith("</div>"),
    startsDiv: /<div[^<>]*>$/.test(body.slice(-600)),
  };
}

function missing(): never {
  throw new Error("A marker names a block that nobody noted.");
}

/** Joins what an edition shows, its text as it stands. */
export function joinText(program: BlockProgram, present: PresentParts): string {
  const out: string[] = [];
  for (const step of chosenSteps(program, present)) {
    if (step.kind === "literal") out.push(step.before, step.body, step.after);
    else if (step.kind === "text") out.push(step.read(present));
  }
  return out.join("");
}

/**
 * Joins what an edition shows, with the seams as MJML and `finishHtml` leave them: a run of white space with a line
 * break is one, two comments for Outlook that follow each other are one, and a `<div>` has none at its edges.
 */
export function joinHtml(program: BlockProgram, present: PresentParts): string {
  const out: string[] = [];
  let space = "";
  let closed = false;
  let inDiv = false;
  for (const step of chosenSteps(program, present)) {
    if (step.kind === "literal") {
      space += step.before;
      if (step.body === "") continue;
      if (closed && step.opensForOutlook) {
        const last = out.length - 1;
        out[last] = (out[last] ?? "").slice(0, -outlookEnd.length);
        out.push(step.body.slice(outlookStart.length));
      } else out.push(inDiv || step.endsDiv ? "" : seam(space), step.body);
      space = step.after;
      inDiv = step.startsDiv;
      closed = step.closesForOutlook;
    } else if (step.kind === "text") {
      out.push(inDiv ? "" : seam(space), step.read(present).replaceAll("&#x3D;", "="));
      space = "";
      closed = false;
      inDiv = false;
    }
  }
  return out.join("") + seam(space);
}

function seam(space: string): string {
  return space.includes("\n") ? "\n" : space;
}

function* chosenSteps(program: BlockProgram, present: PresentParts): Generator<Step> {
  for (let at = 0; at < program.length; at += 1) {
    const step = program[at];
    if (step === undefined) return;
    if (step.kind === "start" && !step.condition(present)) at = step.end;
    else yield step;
  }
}
