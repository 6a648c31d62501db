import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { CompiledQuery } from "kysely";
import { type Database, ledgerFileOf } from "./open-database.ts";

/** Plain JavaScript, so that it starts the same from the sources and from the bundle. */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const SQLite = require(workerData.driver);
const sqlite = new SQLite(workerData.file, { readonly: true });
parentPort.postMessage(sqlite.prepare(workerData.sql).all(...workerData.parameters));
sqlite.close();`;

/**
 * Runs a query on a thread and a connection of its own, while this one works on. It sees what was committed when it begins. For
 * queries that take longer than the thread's start, a twentieth of a second.
 */
export async function readBeside<Row>(database: Database, query: CompiledQuery<Row>): Promise<Row[]> {
  const workerData = {
    driver: createRequire(import.meta.url).resolve("better-sqlite3"),
    file: ledgerFileOf(database).sqlite.name,
    sql: query.sql,
    parameters: query.parameters,
  };
  const worker = new Worker(program, { eval: true, workerData });
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () =>
        reject(new Error("The thread that reads the ledger ended without an answer.")),
      );
    });
  } catch {
    // What is wrong with the ledger, its own connection says best.
    return (await database.executeQuery(query)).rows;
  }
}
