import { fork } from "node:child_process";
import { join } from "node:path";
import type { SlotEvent } from "../../newsletter/timetable/schedule-run.ts";
import { GazetteError } from "../../platform/errors.ts";
import { packageRoot } from "../../platform/package-root.ts";
import { apartCommand } from "./apart-command.ts";
import { unpackError } from "./pack-error.ts";
import type { ApartInput, ApartMessage, ApartOutput, ApartRequest, ApartTask } from "./tasks.ts";

/**
 * Has a task done by a process of its own, which ends with it and gives back all the memory that it took. That process shares
 * the terminal: it may ask the person something, and writes what it has to say on stderr.
 *
 * @throws What the task throws, as the same kind of error; GazetteError `issue-state` where the process was killed.
 */
export async function runApart<Task extends ApartTask>(
  task: Task,
  input: ApartInput<Task>,
  onEvent: (event: SlotEvent) => void = () => undefined,
): Promise<ApartOutput<Task>> {
  const child = fork(join(packageRoot(), "bin", "gazette.js"), [apartCommand], {
    serialization: "advanced",
    // Its results come as a message; our stdout is for ours.
    stdio: ["inherit", process.stderr.fd, "inherit", "ipc"],
  });
  let end: Exclude<ApartMessage, { readonly kind: "event" }> | undefined;
  child.on("message", (message: ApartMessage) => {
    if (message.kind === "event") onEvent(message.event);
    else end = message;
  });
  const request: ApartRequest<Task> = { task, input };
  const how = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code ?? 0}`));
    child.send(request, (error) => {
      // A process that died before it could listen says why when it closes.
      if (error !== null && child.exitCode === null && child.signalCode === null) child.kill();
    });
  });
  if (end === undefined) {
    throw new GazetteError("issue-state", `The process that makes the issue was ended (${how}).`, {
      hint: "Nothing was sent. See whether the machine was short of memory, and try again.",
    });
  }
  if (end.kind === "failed") throw unpackError(end.error);
  return end.output as ApartOutput<Task>;
}
