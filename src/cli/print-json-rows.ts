import { once } from "node:events";

/** Characters handed over at once. */
const chunkLength = 64 * 1024;

/**
 * Prints one JSON document, the same as `printJson` would, with a list that may be long: its rows are written as they
 * come and as fast as they are taken, since a hundred thousand of them as one text are hundreds of megabytes.
 *
 * @param head What stands before the list.
 * @param tail What stands after it; not empty.
 */
export async function printJsonRows(
  head: object,
  name: string,
  rows: Iterable<object>,
  tail: object,
): Promise<void> {
  let chunk = `${JSON.stringify(head, null, 2).slice(0, -"\n}".length)},\n  ${JSON.stringify(name)}: [`;
  let isFirst = true;
  for (const row of rows) {
    chunk += `${isFirst ? "" : ","}\n    ${JSON.stringify(row, null, 2).replaceAll("\n", "\n    ")}`;
    isFirst = false;
    if (chunk.length < chunkLength) continue;
    if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    chunk = "";
  }
  process.stdout.write(
    `${chunk}${isFirst ? "" : "\n  "}],${JSON.stringify(tail, null, 2).slice("{".length)}\n`,
  );
}
