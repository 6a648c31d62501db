import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createSmtpTransport, type SmtpOptions } from "../../src/delivery/smtp/smtp-transport.ts";
import { type SmtpScript, startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { letterTo } from "../support/sending-scene.ts";

const fixture = (name: string): string => join(import.meta.dirname, "fixtures", "tls", name);
const pair = (name: string): { key: Buffer; cert: Buffer } => ({
  key: readFileSync(fixture(`${name}.key`)),
  cert: readFileSync(fixture(`${name}.pem`)),
});
const trusting = { caFile: fixture("ca.pem"), certFile: undefined, keyFile: undefined };
const timeouts = { connectMs: 1500, commandMs: 1000, endMs: 1000 };

/** Sends one letter. @returns The outcome's state, or the error. */
async function sendOne(
  script: SmtpScript,
  options: Partial<SmtpOptions> & { readonly scheme?: string; readonly host?: string } = {},
): Promise<{ state?: string; error?: Error & { hint?: string }; taken: number }> {
  const server = await startScriptedSmtpServer(script);
  const { scheme = "smtp", host = "127.0.0.1", ...more } = options;
  const url = more.url ?? `${scheme}://${host}:${server.port}`;
  try {
    const transport = await createSmtpTransport({ timeouts, ...more, url }).open();
    const { state } = await transport.deliver(await letterTo({ address: "reader@example.com" }), () =>
      Promise.resolve(),
    );
    await transport.close();
    return { state, taken: server.completed.length };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error, taken: server.completed.length };
  }
}

test.each(["smtp", "smtps"])("a certificate of an authority we trust is enough (%s)", async (scheme) => {
  const script = { tls: pair("server"), secure: scheme === "smtps", extensions: ["STARTTLS"] };

  expect(await sendOne(script, { scheme, tls: trusting })).toEqual({ state: "accepted", taken: 1 });
});

// 0.0.0.0 reaches this machine and is no name of it, so the rules for servers elsewhere apply.
test.each<{ name: string; script: SmtpScript; scheme?: string; tls?: typeof trusting }>([
  { name: "of an authority nobody knows", script: { tls: pair("other") } },
  { name: "of another authority than the one we trust", script: { tls: pair("other") }, tls: trusting },
  { name: "that has run out", script: { tls: pair("expired") }, tls: trusting },
  {
    name: "nobody knows, from the first byte",
    script: { tls: pair("other"), secure: true },
    scheme: "smtps",
  },
])("a certificate $name ends the connection before the letter", async ({ script, scheme, tls }) => {
  const sent = await sendOne(
    { extensions: ["STARTTLS"], ...script },
    { host: "0.0.0.0", tls, ...(scheme === undefined ? {} : { scheme }) },
  );

  expect(sent).toMatchObject({
    error: {
      code: "smtp-unreachable",
      message: expect.stringMatching(/^No secure connection to/u) as unknown,
    },
    taken: 0,
  });
});

test.each<{ name: string; script: SmtpScript }>([
  { name: "does not offer STARTTLS", script: {} },
  {
    name: "offers STARTTLS and refuses it",
    script: {
      extensions: ["STARTTLS"],
      answer: (step) => (step === "STARTTLS" ? "454 4.7.0 Not now" : undefined),
    },
  },
  {
    name: "answers STARTTLS with rubbish",
    script: {
      extensions: ["STARTTLS"],
      answer: (step) =>
        step === "STARTTLS" ? { bytes: "220 Go\r\nHELLO, THIS IS NO TLS AT ALL\r\n".repeat(20) } : undefined,
    },
  },
])("a server elsewhere that $name gets nothing in the clear", async ({ script }) => {
  const lines: string[] = [];
  const answer: SmtpScript["answer"] = (step, line) => {
    lines.push(line);
    return script.answer?.(step, line);
  };

  const sent = await sendOne({ ...script, answer }, { host: "0.0.0.0" });

  expect(sent).toMatchObject({ error: { code: "smtp-unreachable" }, taken: 0 });
  expect(lines.some((line) => /^(?:MAIL|RCPT|AUTH|DATA)/u.test(line))).toBe(false);
});

test("the password is not sent where the connection is not secure", async () => {
  const lines: string[] = [];

  const { error } = await sendOne(
    { extensions: ["AUTH PLAIN"], answer: (_, line) => (lines.push(line), undefined) },
    { host: "me:hunter2@0.0.0.0" },
  );

  expect(error).toMatchObject({ code: "smtp-unreachable" });
  expect(`${lines.join(" ")} ${String(error)} ${error?.hint ?? ""}`).not.toMatch(/hunter2|AUTH/u);
});

test("a server that asks for a client certificate gets ours, and one without is turned away", async () => {
  const script = {
    extensions: ["STARTTLS"],
    tls: {
      ...pair("server"),
      ca: readFileSync(fixture("ca.pem")),
      requestCert: true,
      rejectUnauthorized: false,
    },
  };
  const ours = { ...trusting, certFile: fixture("client.pem"), keyFile: fixture("client.key") };

  expect(await sendOne(script, { tls: ours })).toEqual({ state: "accepted", taken: 1 });
  expect(await sendOne(script, { tls: trusting })).toMatchObject({
    error: { code: "smtp-unreachable" },
    taken: 0,
  });
});

test("a client certificate that cannot be read is a setting to mend", async () => {
  const sent = await sendOne({}, { tls: { ...trusting, certFile: fixture("nothing.pem") } });

  expect(sent).toMatchObject({
    error: { code: "config-invalid", message: expect.stringContaining("nothing.pem") as unknown },
  });
});

test.each([
  ["rubbish", { bytes: "\u0000\u0001 hello\r\n" }],
  ["another protocol", { bytes: "HTTP/1.1 400 Bad Request\r\n\r\n" }],
  ["SSH", { bytes: "SSH-2.0-OpenSSH_9.2\r\n" }],
] as const)("a greeting that is %s is said to be no SMTP server", async (_, greeting) => {
  const { error } = await sendOne({ answer: (step) => (step === "greeting" ? greeting : undefined) });

  expect(error?.message).toMatch(/^What answers at 127\.0\.0\.1:\d+ is not an SMTP server/u);
});

test("a server that takes nobody now is quoted", async () => {
  const { error } = await sendOne({
    answer: (step) => (step === "greeting" ? "554 5.3.2 Closed on Sundays" : undefined),
  });

  expect(error?.message).toMatch(/takes no connection from here now: .*Closed on Sundays/u);
});

/** A token server as those of the large providers. */
async function startTokenServer(answer: {
  status: number;
  body: unknown;
}): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      asked.push(body);
      response
        .writeHead(answer.status, { "content-type": "application/json" })
        .end(JSON.stringify(answer.body));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/token`,
    asked,
  };
}

const oauth2 = { clientId: "gazette", clientSecret: "the secret", refreshToken: "the refresh token" };

test("with OAuth2 the login is a fresh token, and no password", async () => {
  const tokens = await startTokenServer({
    status: 200,
    body: { access_token: "fresh-token", expires_in: 3600 },
  });
  const logins: string[] = [];
  const script: SmtpScript = {
    extensions: ["AUTH XOAUTH2"],
    answer: (step, line) => {
      if (step !== "AUTH") return undefined;
      logins.push(Buffer.from(line.replace(/^AUTH XOAUTH2 /u, ""), "base64").toString());
      return "235 2.7.0 Welcome";
    },
  };

  const sent = await sendOne(script, {
    host: "editor%40example.com@127.0.0.1",
    oauth2: { ...oauth2, accessUrl: tokens.url },
  });

  expect(sent).toEqual({ state: "accepted", taken: 1 });
  expect(tokens.asked[0]).toContain("grant_type=refresh_token");
  expect(logins).toEqual(["user=editor@example.com\u0001auth=Bearer fresh-token\u0001\u0001"]);
});

test("a token server that refuses is one clear error without any secret", async () => {
  const tokens = await startTokenServer({
    status: 400,
    body: { error: "invalid_grant", error_description: "Token was revoked" },
  });

  const { error } = await sendOne(
    { extensions: ["AUTH XOAUTH2"] },
    { host: "editor%40example.com@127.0.0.1", oauth2: { ...oauth2, accessUrl: tokens.url } },
  );

  expect(error).toMatchObject({ code: "smtp-refused" });
  expect(`${String(error)} ${error?.hint ?? ""}`).not.toMatch(/the secret|the refresh token/u);
});

test("a server that never ends its answer to the login is given up in time, and it is not called a refusal", async () => {
  const start = performance.now();

  const { error } = await sendOne(
    {
      extensions: ["AUTH PLAIN"],
      answer: (step) => (step === "AUTH" ? { bytes: `235-${"x".repeat(5000)}`, everyMs: 20 } : undefined),
    },
    { host: "me:hunter2@127.0.0.1", timeouts: { ...timeouts, connectMs: 200 } },
  );

  expect(error).toMatchObject({ code: "smtp-unreachable" });
  expect(`${String(error)} ${error?.hint ?? ""}`).not.toContain("hunter2");
  expect(performance.now() - start).toBeLessThan(3000);
});
