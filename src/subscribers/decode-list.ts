import { Readable } from "node:stream";
import { detectListFormat, type ListFormat } from "./list-format.ts";

/** What the format is told by. */
const startBytes = 64 * 1024;

/** A list as text in UTF-8, with its format. The stream is read as it is asked for. */
export async function decodeList(
  input: Readable,
): Promise<{ readonly format: ListFormat; readonly text: Readable }> {
  const chunks = input[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>;
  const next = async (): Promise<Uint8Array | undefined> => {
    const result = await chunks.next();
    return result.done === true ? undefined : Buffer.from(result.value);
  };
  let start = Buffer.alloc(0);
  while (start.length < startBytes) {
    const chunk = await next();
    if (chunk === undefined) break;
    start = Buffer.concat([start, chunk]);
  }
  const format = detectListFormat(start);
  const decoder = new TextDecoder(format.encoding);
  const decode = async function* (): AsyncGenerator<string> {
    yield decoder.decode(start, { stream: true });
    for (let chunk = await next(); chunk !== undefined; chunk = await next())
      yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  return { format, text: Readable.from(decode()) };
}
