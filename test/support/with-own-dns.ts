// Runs a program in a network of its own whose DNS knows the TXT records of a JSON file and nothing else:
// unshare --net --mount node with-own-dns.ts RECORDS RESOLV_CONF PROGRAM [ARGUMENT...]
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { answerTxt } from "./answer-txt.ts";

const [recordsFile = "", resolvConf = "", program = "", ...args] = process.argv.slice(2);
const records = JSON.parse(readFileSync(recordsFile, "utf8")) as Record<string, readonly string[]>;
for (const [command, ...rest] of [
  ["ip", "link", "set", "lo", "up"],
  ["mount", "--bind", resolvConf, "/etc/resolv.conf"],
] as const) {
  if (spawnSync(command, rest, { stdio: "inherit" }).status !== 0) throw new Error(`${command} failed.`);
}
const socket = createSocket("udp4");
socket.on("message", (query, from) => socket.send(answerTxt(query, records), from.port, from.address));
socket.bind(53, "127.0.0.1");
await once(socket, "listening");
const child = spawn(program, args, { stdio: "inherit" });
const [code] = (await once(child, "close")) as [number | null];
socket.close();
process.exitCode = code ?? 1;
