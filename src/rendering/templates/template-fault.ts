/** A mistake found in what a theme's templates made, before it is known which line of which template made it. */
export class TemplateFault extends Error {
  /** Offset into the MJML. */
  readonly offset: number;
  readonly found: string;
  readonly expected: string;

  constructor(offset: number, found: string, expected: string) {
    super(`found ${found}, expected ${expected}`);
    this.name = "TemplateFault";
    this.offset = offset;
    this.found = found;
    this.expected = expected;
  }
}
