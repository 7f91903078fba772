import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { ClaimsOfTable, WantedClaim } from "../../parts/result/citing.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import { screeningCondition } from "./brokenDown.ts";

/** What the numbers of `questionTable` are, place by place; none of open text. */
export function claimsOfQuestion(question: QuestionEstimates, through: WantedAnalysis): ClaimsOfTable {
  const { name } = question;
  const of = (request: WantedAnalysis, item: Extract<WantedClaim, { kind: "estimate" }>["item"] = {}): WantedClaim => ({
    kind: "estimate",
    request: { ...through, ...request },
    item,
  });
  switch (question.shape) {
    case "shares":
      return question.rows.map(({ code }) => [null, of({ question: name }, { code })]);
    case "grid":
      return question.rows.map((row) => [
        null,
        ...question.columns.map(({ code }) => of({ question: name }, { variable: row.name, code })),
        ...netClaim(question, row.name, of),
      ]);
    case "numbers":
      return question.rows.map((row) => [null, of({ question: name }, { variable: row.name })]);
    case "score": {
      const indicator = screeningCondition(question);
      return [
        [null, of({ question: name, statistic: "mean" })],
        ...(question.screenPositive === null || indicator === null ? [] : [[null, of({ indicator })]]),
        ...question.bands.map((band) => [null, of({ question: name, statistic: "shares" }, { code: band.name })]),
      ];
    }
    case "text":
      return [];
  }
}

function netClaim(
  { netOf }: Extract<QuestionEstimates, { shape: "grid" }>,
  row: string,
  of: (request: WantedAnalysis) => WantedClaim,
): WantedClaim[] {
  if (netOf === null) return [];
  const { codes, against, without } = netOf;
  const left = without.length === 0 ? {} : { without: [...without] };
  return [of({ question: row, statistic: "net", codes: [...codes], against: [...against], ...left })];
}
