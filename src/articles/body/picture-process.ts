import { writeFileSync } from "node:fs";

import { encodeImage, type ImageToEncode } from "./encode-image.ts";

// The program of the process that `encodeApart` starts: each message is a picture, each answer what became of it.

// Whoever started this decides what a signal means; with it, this ends too, whatever a picture is doing on other threads.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
try {
  // Where memory runs short, Linux ends this process before the one that makes the issue.
  writeFileSync("/proc/self/oom_score_adj", "1000");
} catch {
  // Other systems choose for themselves.
}
process.on("message", (image: ImageToEncode) => {
  void encodeImage(image).then((made) => process.send?.(made));
});
