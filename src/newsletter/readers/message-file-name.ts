import { digest } from "../../delivery/message/message-id.ts";

/** What a message is called where it becomes a file: by day, newsletter and reader, and another for each issue. */
export function messageFileName(day: string, key: string, address: string, issueKey: string): string {
  return `${day}-${key}${fileMarkOf(address)}${digest(`${issueKey}\n${address}`).slice(0, 8)}.eml`;
}

/** What the names of one reader's files have in common. */
export function fileMarkOf(address: string): string {
  return `-${address.replace(/[^\w.@+-]/gu, "_").slice(0, 100)}-`;
}
