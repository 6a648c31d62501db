import { createSocket } from "node:dgram";
import { once } from "node:events";
import { Resolver } from "node:dns/promises";
import { onTestFinished } from "vitest";
import { answerTxt } from "./answer-txt.ts";

/** A resolver that asks a DNS server of this test alone (RFC 1035), which knows these TXT records and nothing else. */
export async function resolverOf(records: Readonly<Record<string, readonly string[]>>): Promise<Resolver> {
  const socket = createSocket("udp4");
  onTestFinished(() => void socket.close());
  socket.on("message", (query, from) => socket.send(answerTxt(query, records), from.port, from.address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return resolver;
}
