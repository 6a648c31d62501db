import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { isInside } from "../../src/checks/load-host.ts";
import { loadLinkStates } from "../../src/checks/load-link-states.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server of this test alone; gives its address. */
async function serve(answer: Answer): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answerWith(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end();
}

/** The servers of these tests are on this machine. */
const ask = (addresses: readonly string[], limits: Parameters<typeof loadLinkStates>[1] = {}) =>
  loadLinkStates(addresses, { asksInside: true, pauseMs: 1, ...limits });

test("each link has a state, in the order given", async () => {
  const here = await serve((request, response) =>
    response.writeHead(request.url === "/gone" ? 410 : 200).end(),
  );

  const states = await ask([`${here}/gone`, `${here}/there`]);

  expect(states.map(({ status }) => status)).toEqual([410, 200]);
});

test("a server that knows no HEAD is asked with GET, and its body is not read", async () => {
  const asked: (string | undefined)[] = [];
  const here = await serve((request, response) => {
    asked.push(request.method);
    if (request.method === "HEAD") response.writeHead(405).end();
    else response.writeHead(200, { "content-length": "100000000" }).write("The first of many bytes");
  });

  expect(await ask([`${here}/page`])).toMatchObject([{ status: 200 }]);
  expect(asked).toEqual(["HEAD", "GET"]);
});

test("a redirect is followed, and one without end is a failure", async () => {
  const end = await serve(answerWith(200));
  const here = await serve((request, response) =>
    response.writeHead(302, { location: request.url === "/old" ? `${end}/new` : "/loop" }).end(),
  );

  const [moved, loop] = await ask([`${here}/old`, `${here}/loop`]);

  expect(moved?.status).toBe(200);
  expect(loop?.status).toBeUndefined();
  expect(loop?.reason).toContain("leads on more than");
});

test("a server that says nothing is left after the limit", async () => {
  const here = await serve(() => undefined);

  const startedAt = performance.now();
  const states = await ask([`${here}/`], { timeoutMs: 200 });

  expect(states).toMatchObject([{ status: undefined, reason: "no answer within 0.2 s" }]);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test("one host is asked one link at a time, and several hosts at once", async () => {
  let open = 0;
  let most = 0;
  const mostByHost = new Map<string, number>();
  const openByHost = new Map<string, number>();
  const slow: Answer = (request, response) => {
    const host = request.headers.host ?? "";
    const now = (openByHost.get(host) ?? 0) + 1;
    openByHost.set(host, now);
    mostByHost.set(host, Math.max(mostByHost.get(host) ?? 0, now));
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      openByHost.set(host, (openByHost.get(host) ?? 1) - 1);
      response.writeHead(200).end();
    }, 40);
  };
  const hosts = await Promise.all(Array.from({ length: 6 }, () => serve(slow)));

  const states = await ask(hosts.flatMap((host) => [`${host}/a`, `${host}/b`, `${host}/c`]));

  expect(states.every(({ status }) => status === 200)).toBe(true);
  expect([...mostByHost.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test("past the limits of number and time links are not asked", async () => {
  let asked = 0;
  const here = await serve((_, response) => {
    asked += 1;
    setTimeout(() => response.writeHead(200).end(), 60);
  });

  const many = await ask([`${here}/a`, `${here}/b`], { maxLinks: 1 });
  const late = await ask([`${here}/c`, `${here}/d`, `${here}/e`], { totalMs: 90 });

  expect(many.map(({ reason }) => reason)).toEqual(["", "not asked"]);
  expect(late.at(-1)).toMatchObject({ status: undefined, reason: "not asked" });
  expect(asked).toBeLessThanOrEqual(3);
});

test("a port that nobody listens on says so", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));

  expect(await ask([`http://127.0.0.1:${port}/`])).toMatchObject([
    { reason: "the server refuses the connection" },
  ]);
});

test("this machine and private networks are not asked, whatever an article links to", async () => {
  let asked = 0;
  const here = await serve((_, response) => {
    asked += 1;
    response.end();
  });
  const { port } = new URL(here);
  const states = await loadLinkStates([here, `http://localhost:${port}/`, `http://[::1]:${port}/`]);

  expect(states.map(({ reason }) => reason)).toEqual(
    Array(3).fill(expect.stringContaining("private network")),
  );
  expect(asked).toBe(0);
});

test.each(["10.1.2.3", "169.254.169.254", "192.168.0.1", "172.31.0.1", "::1", "fd00::1", "::ffff:10.0.0.1"])(
  "%s is inside",
  (address) => {
    expect(isInside(address)).toBe(true);
  },
);

test.each(["93.184.216.34", "172.32.0.1", "2606:2800:220:1::1"])("%s is outside", (address) => {
  expect(isInside(address)).toBe(false);
});
