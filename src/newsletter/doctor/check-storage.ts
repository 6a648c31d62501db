import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { earliestNow } from "../../platform/earliest-now.ts";
import { inspectLedger } from "../../storage/ledger/inspect-ledger.ts";
import { databaseFile } from "../../storage/ledger/open-database.ts";
import { type DoctorCheck, type DoctorContext, failed, passed, warned } from "./doctor-check.ts";

const lowBytes = 500 * 1024 * 1024;
const tooLowBytes = 50 * 1024 * 1024;
const toleratedSkewMs = 60_000;

/** The data folder can be written and has room, the ledger is sound, and the clock agrees with both. */
export function checkStorage({ config, now }: DoctorContext): DoctorCheck[] {
  const written = tryToWrite(config.data);
  if (typeof written === "string") {
    return [failed("data folder", `${config.data} cannot be written: ${written}`, remedyForWriting(written))];
  }
  return [
    passed("data folder", `${config.data} can be written`),
    checkSpace(config.data),
    checkLedger(config.data),
    checkClock(now(), written),
  ];
}

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: make room on it.",
  EDQUOT: "The quota is used up: make room, or raise it.",
  EROFS:
    "The file system is mounted read-only, as after a fault of the disk: see what the system's log says, and mount it again.",
};

/** What helps where a file cannot be written. @param code As the operating system names it, such as `EACCES`. */
export function remedyForWriting(code: string): string {
  return remedies[code] ?? "Check who owns the folder, or choose another one with DATA_DIR.";
}

/** @returns When the file system says that a file was written just now; or why it was not. */
function tryToWrite(folder: string): Date | string {
  const file = join(folder, `doctor-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "Gazette's doctor was here.\n");
    return statSync(file).mtime;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    if (existsSync(file)) rmSync(file, { force: true });
  }
}

function checkSpace(folder: string): DoctorCheck {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const detail = `${Math.floor(free / 1024 / 1024)} MB free`;
  const remedy = "Make room on the disk of the data folder; a send stops where the ledger cannot be written.";
  if (free < tooLowBytes) return failed("disk", detail, remedy);
  return free < lowBytes ? warned("disk", detail, remedy) : passed("disk", detail);
}

function checkLedger(folder: string): DoctorCheck {
  const file = databaseFile(folder);
  if (!existsSync(file)) return passed("ledger", "there is none yet; the first send makes it");
  const { issues, deliveries, subscribers } = inspectLedger(file);
  return passed("ledger", `sound: ${issues} issues, ${deliveries} deliveries, ${subscribers} subscribers`);
}

function checkClock(now: Date, written: Date): DoctorCheck {
  const remedy = "Set the clock, and keep it set (systemd-timesyncd, chrony): slots are due by it.";
  if (now < earliestNow) return failed("clock", `it says ${now.toISOString()}`, remedy);
  const skewMs = Math.abs(Date.now() - written.getTime());
  return skewMs > toleratedSkewMs
    ? warned("clock", `the disk's clock is ${Math.round(skewMs / 1000)} seconds away from this one`, remedy)
    : passed("clock", now.toISOString());
}
