import autocannon from "autocannon";
import { simulateResponses } from "../demonstration/simulateResponses.ts";
import { figure, heading, median, shown } from "./report.ts";
import { startServer, type ServerProcess } from "./serverProcess.ts";
import type { Subject } from "./subject.ts";

interface Round {
  readonly perSecond: number;
  readonly p99: number;
  readonly refused: number;
}

const secondsARound = 4;
const crowds = [1, 32, 128];

/** Admitted durable responses a second with everything on, beside servers that do next to nothing, in the same rounds. */
export async function benchAdmission({ dataDirectory, study }: Subject, rounds: number): Promise<void> {
  heading(
    `Admission: one response a request, ${rounds} rounds of ${secondsARound} s, client and server on one machine`,
  );
  const environment = { DATA_DIRECTORY: dataDirectory };
  const product = await startServer("server/main.ts", environment);
  const bare = await startServer("scripts/bench/reference.ts", { ...environment, REFERENCE: "bare" });
  const express = await startServer("scripts/bench/reference.ts", { ...environment, REFERENCE: "express" });
  const servers = { product, bare, express };
  const send = sender(study);
  try {
    for (const { address } of Object.values(servers)) await send(address, 8);
    for (const clients of crowds) await compare(clients, { servers, send, rounds });
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

async function compare(
  clients: number,
  parts: { servers: Record<string, ServerProcess>; send: ReturnType<typeof sender>; rounds: number },
): Promise<void> {
  const found = new Map<string, Round[]>(Object.keys(parts.servers).map((name) => [name, []]));
  for (let round = 0; round < parts.rounds; round++) {
    for (const [name, { address }] of Object.entries(parts.servers)) {
      found.get(name)?.push(await parts.send(address, clients));
    }
  }
  const of = (name: string, part: keyof Round): number => median((found.get(name) ?? []).map((round) => round[part]));
  const ratio = (name: string): string => shown(of("product", "perSecond") / of(name, "perSecond"));
  figure(
    `${clients} ${clients === 1 ? "client" : "clients"}: admitted a second`,
    shown(of("product", "perSecond")),
    `p99 ${of("product", "p99")} ms, refused ${of("product", "refused")}; ${ratio("bare")} of bare, ${ratio("express")} of Express with group commit`,
  );
  figure("  bare Node, one durable put a request", shown(of("bare", "perSecond")), `p99 ${of("bare", "p99")} ms`);
  figure("  Express and JSON, group commit", shown(of("express", "perSecond")), `p99 ${of("express", "p99")} ms`);
}

/** Sends simulated answers, each under a key of its own. */
function sender(study: string): (address: string, connections: number) => Promise<Round> {
  const pool = someSubmissions(2_000);
  let sent = 0;
  return async (address, connections) => {
    const path = `/api/studies/${study}/responses`;
    const setupRequest = (request: autocannon.Request): autocannon.Request => {
      sent += 1;
      const body = pool[sent % pool.length]?.replace("submission-key-of-a-bench", `bench-${process.pid}-of-${sent}`);
      return { ...request, body };
    };
    const result = await autocannon({
      url: address,
      connections,
      duration: secondsARound,
      requests: [{ method: "POST", path, headers: { "Content-Type": "application/json" }, setupRequest }],
    });
    return { perSecond: result["2xx"] / result.duration, p99: result.latency.p99, refused: result.non2xx };
  };
}

function someSubmissions(many: number): string[] {
  const bodies: string[] = [];
  for (const { submission } of simulateResponses(1)) {
    bodies.push(JSON.stringify({ ...submission, submissionKey: "submission-key-of-a-bench" }));
    if (bodies.length === many) break;
  }
  return bodies;
}
