import type { ClientSupport } from "./clients/client-support.ts";

/** The data that ships with Gazette; loaded only by what checks a page. */
export async function loadClientSupport(): Promise<ClientSupport> {
  const { default: support } = await import("./clients/client-support.json", { with: { type: "json" } });
  return support as ClientSupport;
}
