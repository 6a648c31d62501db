import type { Arguments } from "../basics/parse-arguments.ts";

/** What a known shortcode, tag or component becomes. */
export interface Widget {
  readonly markdown: string;
  /** Whether something the reader would have seen on the web is gone. */
  readonly isLoss: boolean;
  /** Whether it is code, in which nothing is syntax. */
  readonly isCode?: boolean;
}

/** A shortcode, a tag or a component as it stands in a text. */
export interface WidgetCall {
  /** Its name in lower case, without path, `-` and `_`. */
  readonly key: string;
  readonly given: Arguments;
  /** What stands between opening and closing; undefined for one that stands alone. */
  readonly inner: string | undefined;
}

/** Renders one kind of widget; undefined for any other. */
export type WidgetRenderer = (call: WidgetCall) => Widget | undefined;

/** A widget of which a reader sees all; undefined stays so. */
export function show(markdown: string): Widget;
export function show(markdown: string | undefined): Widget | undefined;
export function show(markdown: string | undefined): Widget | undefined {
  return markdown === undefined ? undefined : { markdown, isLoss: false };
}
