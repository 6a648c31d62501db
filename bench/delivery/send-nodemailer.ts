// The other contestant: nodemailer as its own guide shows it, a pool with DKIM, and no ledger.
// node send-nodemailer.ts SMTP_PORT CONNECTIONS KEY_FILE MESSAGES
import { readFileSync } from "node:fs";
import { createTransport } from "nodemailer";
import { makeLetter, startMeasuring } from "./letter.ts";

const [port = "", connections = "8", keyFile = "", messages = "1000"] = process.argv.slice(2);
const finish = startMeasuring();
const transport = createTransport({
  pool: true,
  host: "127.0.0.1",
  port: Number(port),
  ignoreTLS: true,
  maxConnections: Number(connections),
  maxMessages: Infinity,
  dkim: { domainName: "example.com", keySelector: "bench", privateKey: readFileSync(keyFile, "utf8") },
});
let next = 0;
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (next < Number(messages)) {
      const index = next;
      next += 1;
      const letter = makeLetter({
        name: `Reader ${index}`,
        link: `https://news.example.com/unsubscribe/${index}`,
      });
      await transport.sendMail({
        from: "The Editor <editor@example.com>",
        to: { name: `Reader ${index}`, address: `reader${index}@example.com` },
        subject: "What the tides said",
        headers: { "List-Unsubscribe": `<https://news.example.com/unsubscribe/${index}>` },
        ...letter,
      });
    }
  }),
);
transport.close();
finish(Number(messages));
