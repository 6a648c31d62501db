/** Header fields of one block by their names in lower case, each with its values in order, unfolded. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const maxBlocks = 50;
const maxLines = 2000;
const maxValueLength = 2000;
const fieldLine = /^([!-9;-~]{1,100}):(.*)$/u;

/**
 * Reads blocks of header fields that blank lines separate, as a delivery status has them (RFC 3464 section 2.1). Lines that
 * are none are passed over. What is beyond 50 blocks, 2,000 lines or 2,000 characters of a value is left out.
 */
export function parseFieldBlocks(text: string): Fields[] {
  const blocks: Map<string, string[]>[] = [];
  let block: Map<string, string[]> | undefined;
  let values: string[] | undefined;
  for (const line of text.split(/\r?\n/u, maxLines)) {
    if (line.trim() === "") {
      block = undefined;
      values = undefined;
      continue;
    }
    if (/^[ \t]/u.test(line)) {
      const last = values?.pop();
      if (last !== undefined) values?.push(`${last} ${line.trim()}`.slice(0, maxValueLength));
      continue;
    }
    const [, name, value = ""] = fieldLine.exec(line) ?? [];
    if (name === undefined) {
      values = undefined;
      continue;
    }
    if (block === undefined) {
      if (blocks.length === maxBlocks) break;
      block = new Map();
      blocks.push(block);
    }
    values = block.get(name.toLowerCase()) ?? [];
    values.push(value.trim().slice(0, maxValueLength));
    block.set(name.toLowerCase(), values);
  }
  return blocks;
}

/** The first value of a field; undefined where there is none. */
export function firstField(fields: Fields | undefined, name: string): string | undefined {
  return fields?.get(name)?.[0];
}

/** The block at the beginning of a text: the headers of a message. */
export function parseHeaders(text: string): Fields {
  const end = /\r?\n[ \t]*\r?\n/u.exec(text)?.index ?? text.length;
  return parseFieldBlocks(text.slice(0, end))[0] ?? new Map<string, readonly string[]>();
}
