import { monitorEventLoopDelay } from "node:perf_hooks";

/** What the service says of itself while it is being tried. */
export interface ProbeReading {
  readonly rssBytes: number;
  /** The most since the reading before. */
  readonly peakRssBytes: number;
  /** 99th percentile of how late the service's turns were since the reading before: what other clients wait. */
  readonly latenessP99Ms: number;
  /** Names in the object prototype that the language does not put there. */
  readonly strangeNames: readonly string[];
}

// Loaded into the service's process before its own program; answers whoever started it, and touches nothing.
const ownNames = new Set(Object.getOwnPropertyNames(Object.prototype));
const lateness = monitorEventLoopDelay({ resolution: 10 });
lateness.enable();
let peak = 0;
const look = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(look, 20).unref();

process.on("message", (message) => {
  look();
  const reading: ProbeReading = {
    rssBytes: process.memoryUsage.rss(),
    peakRssBytes: peak,
    latenessP99Ms: lateness.percentile(99) / 1e6,
    strangeNames: Object.getOwnPropertyNames(Object.prototype).filter((name) => !ownNames.has(name)),
  };
  peak = 0;
  lateness.reset();
  process.send?.({ number: message, reading });
});
process.channel?.unref();
