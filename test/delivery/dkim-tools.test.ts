import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dkimRecord, loadDkimKey } from "../../src/delivery/dkim/load-dkim-key.ts";
import { createSigner } from "../../src/delivery/dkim/sign-message.ts";
import { composeMessage, type Message } from "../../src/delivery/message/compose-message.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { plainMessage } from "./plain-message.ts";

/*
 * What verifiers that nobody here wrote say of our signatures, each asking a DNS of its own for the key. They need Linux,
 * root and: apt-get install libmail-dkim-perl python3-dkim opendkim-tools. mailauth is in the default suite (dkim.test.ts).
 * Part of `npm run soak`.
 */
const isSoak = process.env["GAZETTE_SOAK"] === "1";
const perl = `my $d = Mail::DKIM::Verifier->new; while (<STDIN>) { s/\\r?\\n$//; $d->PRINT("$_\\015\\012") } $d->CLOSE;
  exit($d->result eq "pass" ? 0 : 1)`;

const tools = [
  {
    name: "Mail::DKIM",
    command: ["perl", "-MMail::DKIM::Verifier", "-e", perl],
    probe: ["perl", "-MMail::DKIM::Verifier", "-e", "1"],
  },
  { name: "python3-dkim", command: ["dkimverify"], probe: ["dkimverify", "--help"] },
  { name: "opendkim-testmsg", command: ["opendkim-testmsg", "-C"], probe: ["which", "opendkim-testmsg"] },
] as const;

const messages: readonly Message[] = [
  plainMessage,
  { ...plainMessage, replyTo: { name: "Letters", address: "letters@example.com" } },
  {
    ...plainMessage,
    subject: `Ünï ${"code ".repeat(60)}`,
    to: { name: "فاطمة 漢", address: "reader@bücher.example" },
  },
  {
    ...plainMessage,
    images: [{ name: "a.png", contentType: "image/png", bytes: Buffer.alloc(3000, 7) }],
    html: '<img src="cid:a.png">',
  },
];

describe.skipIf(!isSoak)("verifiers of others", () => {
  test.each(tools)(
    "$name takes our signature, and not that of a forged message",
    async ({ name, command, probe }) => {
      const missing = whatIsMissing(name, probe);
      if (missing !== undefined) {
        if (process.env["CI"] !== undefined) throw new Error(`CI needs ${missing}.`);
        console.warn(`NOT CHECKED by ${name}: ${missing} is missing on this machine.`);
        return;
      }
      const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
      const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
      const key = loadDkimKey({ domain: "example.com", selector: "gazette", key: { pem } });
      const record = dkimRecord(key);
      const folder = temporaryFolder({
        "records.json": JSON.stringify({ [record.name]: [record.value] }),
        "resolv.conf": "nameserver 127.0.0.1\n",
      });
      const verifies = (raw: string): boolean => {
        const helper = join(import.meta.dirname, "..", "support", "with-own-dns.ts");
        const files = [join(folder, "records.json"), join(folder, "resolv.conf")];
        const { status } = spawnSync(
          "unshare",
          ["--net", "--mount", process.execPath, helper, ...files, ...command],
          {
            input: raw,
            encoding: "utf8",
            timeout: 60_000,
          },
        );
        return status === 0;
      };

      for (const message of messages) {
        const raw = (await composeMessage(message, createSigner([key]))).toString();
        expect(verifies(raw)).toBe(true);
        expect(verifies(`Subject: Send money\r\n${raw}`)).toBe(false);
        expect(verifies(raw.replace("/unsubscribe/token", "/unsubscribe/other"))).toBe(false);
      }
    },
    300_000,
  );
});

function whatIsMissing(name: string, [program, ...args]: readonly [string, ...string[]]): string | undefined {
  if (spawnSync(program, args, { stdio: "ignore" }).status !== 0) return name;
  const isAllowed = spawnSync("unshare", ["--net", "--mount", "true"], { stdio: "ignore" }).status === 0;
  return isAllowed ? undefined : "the right to make a network of its own (unshare, root)";
}
