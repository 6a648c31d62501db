/** One whole reply of a server (RFC 5321 section 4.2). */
export interface ServerReply {
  readonly code: number;
  /** RFC 3463, as the reply's first word after the code. */
  readonly enhancedCode: string | undefined;
  /** All lines, joined with spaces. */
  readonly text: string;
}

export interface ReplyReader {
  /**
   * Takes bytes in whatever pieces they come.
   *
   * @yields The replies that are whole now, in order: those before what is not SMTP count.
   * @throws ReplySyntaxError where what comes is not SMTP; nothing after it can be trusted.
   */
  read(chunk: Buffer): Generator<ServerReply>;
}

class ReplySyntaxError extends Error {}

const maxReplyBytes = 64 * 1024;
const replyLine = /^(\d{3})(?:([ -])(.*))?$/u;

/** A reply counts only when its last line has its line end: half of one says nothing. */
export function createReplyReader(): ReplyReader {
  let pending = "";
  const lines: string[] = [];
  let code = "";
  return {
    *read(chunk) {
      pending += chunk.toString("utf8");
      let end = pending.indexOf("\n");
      while (end !== -1) {
        const line = pending.slice(0, end).replace(/\r$/u, "");
        pending = pending.slice(end + 1);
        const [, digits, separator = " ", text = ""] = replyLine.exec(line) ?? [];
        if (digits === undefined || (lines.length > 0 && digits !== code)) {
          throw new ReplySyntaxError(`not an SMTP reply: "${line.slice(0, 100)}"`);
        }
        code = digits;
        lines.push(text);
        if (separator === " ") yield toReply(Number(code), lines.splice(0));
        end = pending.indexOf("\n");
      }
      if (pending.length > maxReplyBytes || lines.length > 1000)
        throw new ReplySyntaxError("the reply is longer than 64 KB");
    },
  };
}

function toReply(code: number, lines: readonly string[]): ServerReply {
  const enhancedCode = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/u.exec(lines[0] ?? "")?.[1];
  const text = lines
    .join(" ")
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 500);
  return { code, enhancedCode, text };
}
