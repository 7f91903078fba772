import type { ClaimSummary } from "../../server/claims/claimsApi.ts";
import type { Services } from "../../server/services.ts";
import { send, type Received, type Sending } from "./client.ts";

/** A claim of the share of one answer to whether people are worried, unless said otherwise. */
export function claimOf(more: object = {}) {
  return { kind: "estimate", request: { question: "worried" }, item: { code: "yes" }, ...more };
}

/** A researcher who makes claims of the study of `figureStudy` at an application. */
export function claimMaker(address: string, cookie: string) {
  const at = (path: string, sending: Sending = {}): Promise<Received> =>
    send(address, `/api/studies/flood/claims${path}`, { cookie, ...sending });
  const told = ({ status, text }: Received): ClaimSummary => {
    if (status >= 300) throw new Error(`${status} ${text}`);
    return JSON.parse(text) as ClaimSummary;
  };
  return {
    at,
    make: async (content: object = claimOf()) => told(await at("", { method: "POST", value: content })),
    show: (claim: string, visibility: "public" | "private") =>
      at(`/${claim}/visibility`, { method: "PUT", value: { visibility } }),
    freeze: async (claim: string) => told(await at(`/${claim}/frozen`, { method: "POST" })),
    withdraw: (claim: string, reason: object) => at(`/${claim}/withdrawal`, { method: "PUT", value: { reason } }),
  };
}

/** Further answers to the study of `figureStudy`, all from the north and all worried: every share moves. */
export async function addWorried({ studies, admission }: Services, many: number, mark = "late"): Promise<void> {
  const study = await studies.find("flood");
  if (study === null) throw new Error("no study");
  const late = Array.from({ length: many }, (_, number) => ({
    day: "2026-03-03",
    submission: {
      submissionKey: `${mark}-and-worried-${number}`,
      answers: { town: "north", worried: "yes", open: { local: "very", national: "very" } },
    },
  }));
  await admission.admitMany(study, late);
}
