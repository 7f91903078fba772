import { parentPort, workerData } from "node:worker_threads";
import { serve } from "./serve.ts";

/** The store's thread: a long scan or a slow disk holds up nobody but those who wait for it. */
const { file, socketPath } = workerData as { file: string; socketPath: string };

try {
  const served = await serve({ file, socketPath });
  parentPort?.on("message", () => {
    void served.stop().then(() => process.exit(0));
  });
  parentPort?.postMessage({ ready: true });
} catch (error) {
  parentPort?.postMessage({ ready: false, reason: error instanceof Error ? error.message : "unknown" });
}
