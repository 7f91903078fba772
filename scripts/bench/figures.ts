import { readFile, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import autocannon from "autocannon";
import { drawPicture } from "../../charts/picture/drawPicture.ts";
import type { Picture } from "../../charts/picture/shapes.ts";
import { lightTheme } from "../../charts/theme.ts";
import { toPng } from "../../server/figures/files/toPng.ts";
import { aroundFigure, publishedFigures } from "../../test/support/publishedFigures.ts";
import { figure, heading, median, shown } from "./report.ts";
import { startServer, type ServerProcess } from "./serverProcess.ts";
import type { Subject } from "./subject.ts";

const seconds = 5;
const clients = 16;
const renders = 2000;

/**
 * What public figures cost, in processor time, which a busy machine does not change: a cached answer at the service with
 * all its threads, beside Node's own server sending the same bytes; a picture that is drawn anew; and memory.
 */
export async function benchFigures(subject: Subject, rounds: number): Promise<void> {
  heading("Public figures: processor time");
  await benchCached(subject, rounds);
  await benchPictures();
}

async function benchCached({ dataDirectory, study, open }: Subject, rounds: number): Promise<void> {
  const services = await open();
  const kept = await services.figureStore.list(study, 100);
  await services.close();
  const name = kept.find(({ visibility, content }) => visibility === "public" && content.look.kind === "trend")?.figure;
  if (name === undefined) throw new Error("The demonstration has a public trend");
  const server = await startServer("server/main.ts", { DATA_DIRECTORY: dataDirectory, LOG_LEVEL: "info" });
  try {
    for (const rest of ["/figure.svg", "/figure.png", "/figure.json", "", "/embed"]) {
      const address = `${server.address}/f/${name}${rest}`;
      const bytes = await bytesOf(address);
      const ours = await costs({ server, address }, rounds);
      const file = join(dataDirectory, "bare-body");
      await writeFile(file, bytes);
      const bare = await startServer("scripts/bench/bareServer.ts", { BODY: file });
      const theirs = await costs({ server: bare, address: bare.address }, rounds);
      await bare.stop();
      figure(
        `cached ${rest === "" ? "page" : rest.slice(1)}, ${shown(bytes.length / 1000)} kB on the line`,
        shown(ours.cpuMs, "ms"),
        `${shown(1000 / ours.cpuMs)} a second on one core, ${shown(ours.cpuMs / theirs.cpuMs)} times bare Node; 97.5% within ${shown(ours.latencyMs)} ms`,
      );
    }
  } finally {
    await server.stop();
  }
}

const encodings = { "accept-encoding": "br, gzip" };

/** The body as it is on the line: `fetch` would take its compression off. */
function bytesOf(address: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { headers: encodings }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        resolve(Buffer.concat(parts));
      });
    }).on("error", reject);
  });
}

/** Processor time a request, the median of several rounds, after one that does not count. */
async function costs(
  { server, address }: { server: ServerProcess; address: string },
  rounds: number,
): Promise<{ cpuMs: number; latencyMs: number }> {
  const taken: { cpuMs: number; latencyMs: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = await processorMs(server.pid);
    const result = await autocannon({ url: address, connections: clients, duration: seconds, headers: encodings });
    const spent = (await processorMs(server.pid)) - before;
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${address}: ${result.non2xx} refused, ${result.errors} failed`);
    if (round > 0) taken.push({ cpuMs: spent / result.requests.total, latencyMs: result.latency.p97_5 });
  }
  return { cpuMs: median(taken.map(({ cpuMs }) => cpuMs)), latencyMs: median(taken.map(({ latencyMs }) => latencyMs)) };
}

/** Processor time that a process has taken, all its threads, as Linux counts it in hundredths of a second. */
async function processorMs(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ", 2)[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function benchPictures(): Promise<void> {
  const pictures = Object.values(publishedFigures).map(
    (drawing): (() => Picture) =>
      () =>
        drawPicture(
          drawing,
          { ...aroundFigure, title: drawing.title, alternative: "" },
          { theme: lightTheme, language: "zh-CN", widthPx: 900 },
        ),
  );
  const began = process.cpuUsage();
  await toPng(pictures[0]?.() ?? nothing, 2);
  figure("first PNG of a process, fonts read", shown(sinceMs(began), "ms"));
  const taken: number[] = [];
  for (const draw of pictures) {
    const before = process.cpuUsage();
    await toPng(draw(), 2);
    taken.push(sinceMs(before));
  }
  figure(
    `PNG of 1800 dots drawn anew, ${pictures.length} drawings`,
    shown(median(taken), "ms"),
    `most ${shown(Math.max(...taken), "ms")}`,
  );
  await renderMany(pictures, renders / 10);
  const [heap, whole] = memory();
  await renderMany(pictures, renders);
  const [heapAfter, wholeAfter] = memory();
  figure(
    `memory after ${renders} more PNGs than ${renders / 10}`,
    shown((wholeAfter - whole) / 1e6, "MB"),
    `of ${shown(whole / 1e6)} MB; heap ${shown((heapAfter - heap) / 1e6)} MB`,
  );
}

const nothing: Picture = { widthPx: 1, heightPx: 1, ground: "#ffffff", shapes: [], title: "", description: "" };

async function renderMany(pictures: readonly (() => Picture)[], count: number): Promise<void> {
  for (let number = 0; number < count; number++) await toPng(pictures[number % pictures.length]?.() ?? nothing, 1);
}

function memory(): [heap: number, whole: number] {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return [heapUsed, rss];
}

function sinceMs(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
