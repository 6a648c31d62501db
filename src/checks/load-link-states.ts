import { setTimeout as wait } from "node:timers/promises";
import type { LinkState } from "./checked-edition.ts";
import { leadsInside } from "./load-host.ts";

export interface LinkLimits {
  /** For one answer, from the first byte sent to the headers received. */
  readonly timeoutMs: number;
  /** For all of them; what is left then is `not asked`. */
  readonly totalMs: number;
  readonly concurrency: number;
  /** More links than this are `not asked`. */
  readonly maxLinks: number;
  /** Between two links of one host. */
  readonly pauseMs: number;
  /** Whether this machine and private networks are asked too; an article must not make us do that. */
  readonly asksInside: boolean;
}

const defaultLimits: LinkLimits = {
  timeoutMs: 5000,
  totalMs: 120_000,
  concurrency: 4,
  maxLinks: 200,
  pauseMs: 250,
  asksInside: false,
};
const maxRedirects = 5;

/**
 * Asks servers for links: HEAD, and GET where a server does not like that; a few hosts at a time and one link at a time
 * of each host, with a pause between. Bodies are not read.
 *
 * @param addresses http(s), each once.
 * @returns One state an address, in the same order. A server that does not answer is a state, not an error.
 */
export async function loadLinkStates(
  addresses: readonly string[],
  limits: Partial<LinkLimits> = {},
): Promise<LinkState[]> {
  const all = { ...defaultLimits, ...limits };
  const { totalMs, concurrency, maxLinks, pauseMs } = all;
  const deadline = AbortSignal.timeout(totalMs);
  const states = new Map<string, LinkState>();
  const byHost = Map.groupBy(addresses.slice(0, maxLinks), (address) => new URL(address).host);
  const hosts = [...byHost.values()];
  const work = async (): Promise<void> => {
    for (let links = hosts.shift(); links !== undefined; links = hosts.shift()) {
      for (const [index, url] of links.entries()) {
        if (index > 0) await wait(pauseMs, undefined, { signal: deadline }).catch(() => undefined);
        if (deadline.aborted) return;
        states.set(url, await askFor(url, all, deadline));
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return addresses.map((url) => states.get(url) ?? { url, status: undefined, reason: "not asked" });
}

async function askFor(url: string, limits: LinkLimits, deadline: AbortSignal): Promise<LinkState> {
  const head = await ask(url, "HEAD", limits, deadline);
  // Many servers know no HEAD, or answer it otherwise than GET.
  const isSettled = (head.status !== undefined && head.status < 400) || head.reason === reasonInside;
  return isSettled || deadline.aborted ? head : ask(url, "GET", limits, deadline);
}

async function ask(
  url: string,
  method: "HEAD" | "GET",
  { timeoutMs, asksInside }: LinkLimits,
  deadline: AbortSignal,
): Promise<LinkState> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    let from = new URL(url);
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      // At every step: a server outside may lead inside.
      if (!asksInside && (await leadsInside(from.hostname)))
        return { url, status: undefined, reason: reasonInside };
      const response = await fetch(from, {
        method,
        redirect: "manual",
        signal: AbortSignal.any([timeout, deadline]),
        headers: { "user-agent": "Gazette (link check)", accept: "text/html,*/*;q=0.8" },
      });
      await response.body?.cancel();
      const next = response.headers.get("location");
      const leadsOn = response.status >= 300 && response.status < 400 && next !== null;
      if (!leadsOn || !URL.canParse(next, from)) return { url, status: response.status, reason: "" };
      from = new URL(next, from);
      if (!/^https?:$/u.test(from.protocol)) return { url, status: response.status, reason: "" };
    }
    return { url, status: undefined, reason: `it leads on more than ${maxRedirects} times` };
  } catch (error) {
    if (deadline.aborted && !timeout.aborted) return { url, status: undefined, reason: "not asked" };
    const reason = timeout.aborted ? `no answer within ${timeoutMs / 1000} s` : describeFailure(error);
    return { url, status: undefined, reason };
  }
}

const reasonInside = "it leads to this machine or a private network, which is not asked";

/** `fetch` says only "fetch failed"; the cause knows more. */
function describeFailure(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "there is no such host, or no network";
  if (code === "ECONNREFUSED") return "the server refuses the connection";
  if (/CERT|SELF_SIGNED|TLS|SSL/u.test(code)) return `its certificate is not trusted (${code})`;
  return `there was no answer${code === "" ? "" : ` (${code})`}`;
}
