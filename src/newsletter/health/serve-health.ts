import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { GazetteError } from "../../platform/errors.ts";
import { openMetrics, type MessageTally } from "./collect-metrics.ts";
import { createRelayProbe, examineHealth, type HealthSource } from "./examine-health.ts";

export interface HealthServer extends MessageTally {
  /** Such as `http://127.0.0.1:9464`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Answers `/healthz` (200, or 503 with what is wrong) and `/metrics`.
 *
 * @param source Asked at each request, so that a changed configuration counts at once.
 * @throws GazetteError `config-invalid` where the port cannot be had.
 */
export async function serveHealth(
  place: { readonly host: string; readonly port: number },
  source: () => HealthSource,
): Promise<HealthServer> {
  const probe = createRelayProbe();
  const metrics = await openMetrics();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split("?")[0];
    if (request.method !== "GET" && request.method !== "HEAD") {
      send(request, response, 405, "text/plain; charset=utf-8", "Only GET.\n");
    } else if (path === "/healthz") {
      const { ok, problems } = await examineHealth(source(), probe);
      send(request, response, ok ? 200 : 503, "application/json", `${JSON.stringify({ ok, problems })}\n`);
    } else if (path === "/metrics") {
      const now = source();
      const text = await metrics.read(now, await examineHealth(now, probe));
      send(request, response, 200, metrics.contentType, text);
    } else {
      send(request, response, 404, "text/plain; charset=utf-8", "There are /healthz and /metrics.\n");
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      send(
        request,
        response,
        500,
        "application/json",
        `${JSON.stringify({ ok: false, problems: [text] })}\n`,
      );
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.listen(place.port, place.host);
  try {
    await once(server, "listening");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new GazetteError(
      "config-invalid",
      `Port ${place.port} of ${place.host} cannot be had (${reason}).`,
      {
        hint: "Choose another schedule.healthPort, or leave it out.",
        cause: error,
      },
    );
  }
  return {
    url: `http://${place.host}:${place.port}`,
    count: (state) => metrics.count(state),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  code: number,
  type: string,
  body: string,
): void {
  response.writeHead(code, { "content-type": type, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
}
