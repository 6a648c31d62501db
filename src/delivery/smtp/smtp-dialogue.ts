import type { SmtpAttempt, SmtpPhase } from "../outcome.ts";
import type { OutgoingMessage } from "../transport.ts";
import type { Answer, ReplyChannel } from "./reply-channel.ts";

export interface SmtpTimeouts {
  /** For each reply but the last (RFC 5321 section 4.5.3.2 asks for five minutes at most). */
  readonly commandMs: number;
  /** For the reply to the final dot (RFC 5321 section 4.5.3.2.6: ten minutes). */
  readonly endMs: number;
}

/** What the server offered that changes the dialogue. */
export interface SmtpExtensions {
  readonly pipelining: boolean;
  readonly smtpUtf8: boolean;
  /** It takes the size with MAIL and refuses there what is too big (RFC 1870); 0: it names no limit. */
  readonly size: { readonly maxBytes: number } | undefined;
}

/** How one message went, and whether the connection can take another. */
export interface DialogueResult {
  readonly attempt: SmtpAttempt;
  readonly isReusable: boolean;
  /** The message whose commands the server has behind this one's body. */
  readonly announced: OutgoingMessage | undefined;
}

export interface DialogueOptions {
  readonly host: string;
  readonly extensions: SmtpExtensions;
  readonly timeouts: SmtpTimeouts;
  /** The server has the message's commands already, and the connection has not been used since. */
  readonly isAnnounced: boolean;
  /** Asked when the body leaves: the message to announce behind it. Only with pipelining. */
  readonly upcoming: () => OutgoingMessage | undefined;
}

const finalDot = ".\r\n";

/**
 * Hands one message over: MAIL, RCPT, DATA, body (RFC 5321), pipelined where the server offers it (RFC 2920): then the next
 * message's commands go with the body, and a message costs one round trip instead of two.
 *
 * `beforeBody` is asked before DATA; with pipelining while the commands are on their way. When it rejects, nothing of the
 * message is sent, and the rejection is passed on.
 *
 * @returns Undefined where the server did not take the first command of an announced message, for whatever reason: it was not
 * tried. The connection cannot be used any more.
 */
export async function sendOverChannel(
  channel: ReplyChannel,
  message: OutgoingMessage,
  beforeBody: () => Promise<void>,
  options: DialogueOptions,
): Promise<DialogueResult | undefined> {
  const { extensions, timeouts, host, isAnnounced } = options;
  const ask = (): Promise<Answer> => channel.ask(timeouts.commandMs);
  const result = (phase: SmtpPhase, answer: Answer, isInSync = true): DialogueResult => ({
    attempt: { phase, reply: toReply(answer, host) },
    isReusable: isInSync && answer.code !== undefined && answer.code !== 421 && channel.isOpen(),
    announced: undefined,
  });
  const refused = async (phase: SmtpPhase, answer: Answer): Promise<DialogueResult> =>
    result(phase, answer, isGone(answer) || (await reset(channel, timeouts)));

  let mailAnswer: Answer;
  let rcptAnswer: Answer;
  let dataAnswer: Answer;
  if (extensions.pipelining) {
    if (!isAnnounced) channel.write(commandsOf(message, extensions));
    const first = ask();
    // It may be the announcing that is refused: the count of messages on this connection, or input behind a dot.
    if (isAnnounced && !isPositive(await first)) return undefined;
    const answers = Promise.all([first, ask(), ask()]);
    try {
      await beforeBody();
    } catch (error) {
      const [, , data] = await answers;
      // A server that said 354 waits for a message, and only the end of the connection tells it that there is none.
      if (data.code === 354 || !(await reset(channel, timeouts))) channel.close();
      throw error;
    }
    [mailAnswer, rcptAnswer, dataAnswer] = await answers;
    if (!isPositive(mailAnswer) || !isPositive(rcptAnswer)) {
      // RFC 2920 section 3.1 allows 354 although nobody receives it, and asks for an empty message then. A connection that
      // ends here is as good, and nobody can ever get that message.
      if (dataAnswer.code === 354) channel.close();
      return isPositive(mailAnswer) ? refused("rcpt", rcptAnswer) : refused("mail", mailAnswer);
    }
  } else {
    channel.write(mailCommand(message, extensions));
    mailAnswer = await ask();
    if (!isPositive(mailAnswer)) return refused("mail", mailAnswer);
    channel.write(rcptCommand(message));
    rcptAnswer = await ask();
    if (!isPositive(rcptAnswer)) return refused("rcpt", rcptAnswer);
    try {
      await beforeBody();
    } catch (error) {
      if (!(await reset(channel, timeouts))) channel.close();
      throw error;
    }
    channel.write(dataCommand);
    dataAnswer = await ask();
  }
  if (dataAnswer.code !== 354) return refused("data", dataAnswer);

  if (channel.isAhead()) {
    // What comes before the body is no answer to it, and would be taken for one: the body does not leave.
    channel.close();
    return result("data", await ask());
  }

  const dot = { isOut: false };
  const last = channel.ask(timeouts.endMs);
  const announced = extensions.pipelining ? options.upcoming() : undefined;
  const next = announced === undefined ? "" : commandsOf(announced, extensions);
  // Until the kernel has all of it, a connection that is lost has certainly not delivered.
  channel.writeThrough(message.blocks, finalDot, next, () => {
    dot.isOut = true;
  });
  const answer = await last;
  return { ...result(dot.isOut ? "end" : "body", answer, dot.isOut), announced };
}

const dataCommand = "DATA\r\n";

function mailCommand(message: OutgoingMessage, extensions: SmtpExtensions): string {
  const size = extensions.size === undefined ? "" : ` SIZE=${sizeOf(message)}`;
  return `MAIL FROM:<${message.envelope.from}>${size}${message.isUtf8 ? " SMTPUTF8" : ""}\r\n`;
}

function rcptCommand({ envelope }: OutgoingMessage): string {
  return `RCPT TO:<${envelope.to}>\r\n`;
}

/** All that comes before a body; DATA ends a group of commands (RFC 2920 section 3.1). */
function commandsOf(message: OutgoingMessage, extensions: SmtpExtensions): string {
  return `${mailCommand(message, extensions)}${rcptCommand(message)}${dataCommand}`;
}

/** In octets, without the final dot (RFC 1870 section 3). */
export function sizeOf({ blocks }: Pick<OutgoingMessage, "blocks">): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

/** RFC 5321 section 4.1.1.5: after a refusal the server is ready for the next message only when it has been told. */
async function reset(channel: ReplyChannel, timeouts: SmtpTimeouts): Promise<boolean> {
  if (!channel.isOpen()) return false;
  channel.write("RSET\r\n");
  return isPositive(await channel.ask(timeouts.commandMs));
}

/** The server has said, or shown, that it takes no further command. */
function isGone({ code }: Answer): boolean {
  return code === undefined || code === 421;
}

function isPositive({ code }: Answer): boolean {
  return code !== undefined && code >= 200 && code < 300;
}

function toReply(answer: Answer, host: string): SmtpAttempt["reply"] {
  const enhancedCode = answer.code === undefined ? undefined : answer.enhancedCode;
  const text = answer.code === undefined ? answer.text : `${answer.code} ${answer.text}`.trim();
  return { code: answer.code, enhancedCode, text, host };
}
