import type { Socket } from "node:net";
import { createReplyReader, type ServerReply } from "./reply-reader.ts";

/** No further reply will come; the reason, for people. */
export interface NoReply {
  readonly code: undefined;
  readonly text: string;
}

export type Answer = ServerReply | NoReply;

/** Writes commands to a socket and gives back the replies, one for each that was asked for, in order. */
export interface ReplyChannel {
  write(bytes: Buffer | string): void;
  /**
   * Writes `blocks`, at least one, then `end`, and `behind` it what is no part of the same message.
   *
   * @param onEnd Called before the server can have read `end` in full and its answer can be seen; never where the connection
   * is lost before.
   */
  writeThrough(blocks: readonly Buffer[], end: string, behind: string, onEnd: () => void): void;
  /** Whether the server has said more than it was asked, so that its next reply answers nothing that is asked now. */
  isAhead(): boolean;
  /** The next reply. Pipelined commands ask for theirs before the first has come. @param timeoutMs For the whole reply: bytes that trickle do not extend it. */
  ask(timeoutMs: number): Promise<Answer>;
  /** False after the connection has ended, for whatever reason. */
  isOpen(): boolean;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly timer: NodeJS.Timeout;
}

/** Takes over a connected socket: its other listeners are removed. */
export function openReplyChannel(socket: Socket): ReplyChannel {
  const reader = createReplyReader();
  const waiting: Waiting[] = [];
  /** Replies nobody has asked for yet; a server that shuts down says 421 unasked. */
  const early: ServerReply[] = [];
  let ended: NoReply | undefined;

  const end = (text: string): void => {
    if (ended !== undefined) return;
    ended = { code: undefined, text };
    for (const { resolve, timer } of waiting.splice(0)) {
      clearTimeout(timer);
      resolve(ended);
    }
    socket.destroy();
  };

  const take = (chunk: Buffer): void => {
    try {
      for (const reply of reader.read(chunk)) {
        const next = waiting.shift();
        if (next === undefined) early.push(reply);
        else {
          clearTimeout(next.timer);
          next.resolve(reply);
        }
      }
    } catch (error) {
      end(error instanceof Error ? error.message : String(error));
    }
  };

  for (const event of ["data", "error", "close", "end", "timeout"]) socket.removeAllListeners(event);
  socket.setTimeout(0);
  socket.setNoDelay(true);
  socket.on("data", take);
  socket.on("error", (error) => end(error.message));
  socket.on("end", () => end("the server closed the connection"));
  socket.on("close", () => end("the connection was closed"));
  socket.resume();

  return {
    write: (bytes) => {
      if (ended === undefined) socket.write(bytes);
    },
    writeThrough: (blocks, last, behind, onEnd) => {
      if (ended !== undefined) return;
      // Not before the kernel has the blocks: it may take a write in part, and nobody could say then whether `end` is out.
      const whenWritten = (error: Error | null | undefined): void => {
        if ((error !== null && error !== undefined) || ended !== undefined) return;
        onEnd();
        socket.write(last + behind);
      };
      socket.cork();
      blocks.forEach((block, index) => {
        if (index === blocks.length - 1) socket.write(block, whenWritten);
        else socket.write(block);
      });
      socket.uncork();
    },
    isAhead: () => early.length > 0,
    ask: (timeoutMs) => {
      const ready = early.shift();
      if (ready !== undefined) return Promise.resolve(ready);
      if (ended !== undefined) return Promise.resolve(ended);
      return new Promise((resolve) => {
        const late = (): void => {
          if (waiting.includes(asked)) end(`no reply within ${Math.round(timeoutMs / 1000)} seconds`);
        };
        // A process that was held up (by a locked disk, by sleep) reads what came meanwhile before it counts the time.
        const timer = setTimeout(() => setImmediate(late), timeoutMs);
        const asked = { resolve, timer };
        waiting.push(asked);
      });
    },
    isOpen: () => ended === undefined,
    close: () => end("closed by us"),
  };
}
