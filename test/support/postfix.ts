import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { freePort } from "./free-port.ts";

/** What of Postfix these tests need and this machine has not; empty: it is all there. */
export function missingOfPostfix(): string {
  const missing = ["/usr/sbin/smtp-sink", "/usr/sbin/postfix"].filter((path) => !existsSync(path));
  if (missing.length > 0) return `Postfix is not installed here (${missing.join(", ")} is missing)`;
  return process.getuid?.() === 0 ? "" : "Postfix is started by root alone";
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, "127.0.0.1");
    const isUp = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isUp === true) return;
    await sleep(50);
  }
  throw new Error(`Nothing listens at port ${port}.`);
}

export interface Sink {
  readonly url: string;
  /** Whom it took a message for, up to the final dot and its own good reply. */
  readonly taken: () => string[];
}

/** Postfix's `smtp-sink` with fault options, keeping each message in a file. */
export async function startSink(options: readonly string[]): Promise<Sink> {
  const folder = mkdtempSync(join(tmpdir(), "gazette-sink-"));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const child = spawn(
    "smtp-sink",
    ["-u", "nobody", "-d", join(folder, "%M-"), ...options, `127.0.0.1:${port}`, "100"],
    { stdio: "ignore" },
  );
  onTestFinished(async () => {
    child.kill();
    await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  });
  await untilListening(port);
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () =>
      readdirSync(folder).flatMap(
        (name) => /^X-Rcpt-Args: <([^>]*)>/mu.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? [],
      ),
  };
}

export interface Postfix {
  readonly url: string;
  readonly stop: () => void;
  readonly start: () => Promise<void>;
  /** Waits until its queue is empty. @returns Whom it delivered a message to, once for each message. */
  readonly delivered: () => Promise<string[]>;
  /** The lines of its log that say that a message was taken from a client. */
  readonly log: () => string;
}

const services = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

/** A Postfix of its own, with its own queue, that delivers everything for `domains` into one maildir. */
export async function startPostfix(domains: readonly string[]): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), "gazette-postfix-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  for (const name of ["etc", "spool", "lib", "mail"]) mkdirSync(join(folder, name));
  chmodSync(join(folder, "mail"), 0o777);
  execFileSync("chown", ["postfix", join(folder, "lib")]);
  const log = join(folder, "log");
  const settings = {
    compatibility_level: "3.6",
    queue_directory: join(folder, "spool"),
    data_directory: join(folder, "lib"),
    command_directory: "/usr/sbin",
    daemon_directory: "/usr/lib/postfix/sbin",
    maillog_file: log,
    maillog_file_prefixes: tmpdir(),
    inet_interfaces: "127.0.0.1",
    inet_protocols: "ipv4",
    myhostname: "relay.example",
    mydestination: "",
    mynetworks: "127.0.0.0/8",
    virtual_mailbox_domains: domains.join(" "),
    virtual_mailbox_base: join(folder, "mail"),
    virtual_mailbox_maps: "static:all/",
    virtual_uid_maps: "static:65534",
    virtual_gid_maps: "static:65534",
    alias_maps: "",
    local_recipient_maps: "",
    smtp_dns_support_level: "disabled",
  };
  const main = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(folder, "etc", "main.cf"), main.join(""));
  writeFileSync(join(folder, "etc", "master.cf"), `127.0.0.1:${port} inet n - n - 50 smtpd\n${services}`);
  const postfix = (command: string): string => {
    const { status, stdout, stderr } = spawnSync("postfix", ["-c", join(folder, "etc"), command], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`postfix ${command}: ${stdout}${stderr}`);
    return stdout;
  };
  const start = async (): Promise<void> => {
    postfix("start");
    await untilListening(port);
  };
  await start();
  onTestFinished(() => {
    spawnSync("postfix", ["-c", join(folder, "etc"), "stop"]);
    rmSync(folder, { recursive: true, force: true });
  });
  const queued = (): number =>
    ["incoming", "active", "deferred", "maildrop"].reduce(
      (sum, name) =>
        sum +
        readdirSync(join(folder, "spool", name), { recursive: true, withFileTypes: true }).filter((entry) =>
          entry.isFile(),
        ).length,
      0,
    );
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => void postfix("stop"),
    start,
    log: () => readFileSync(log, "utf8"),
    delivered: async () => {
      for (let tries = 0; tries < 600 && queued() > 0; tries += 1) await sleep(100);
      const box = join(folder, "mail", "all", "new");
      return readdirSync(box).map(
        (name) => /^Delivered-To: (.*)$/mu.exec(readFileSync(join(box, name), "utf8"))?.[1] ?? "",
      );
    },
  };
}
