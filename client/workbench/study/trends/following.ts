import type { Codebook, CodedValue } from "../../../../surveys/codebook/codebook.ts";
import type { PageReader } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { followablesOf, type Followable, type FollowedAs } from "./followables.ts";
import { trendsTexts } from "./trendsTexts.ts";

/** How the points of a series are made. */
export type Step = "day" | "7-days" | "week";

/** What is followed over time, and how. */
export interface Following {
  readonly of: Followable;
  readonly as: FollowedAs;
  /** Answers counted together; without any each has a line. */
  readonly codes: readonly CodedValue[];
  /** A variable whose codes divide respondents; empty for none. */
  readonly by: string;
  readonly every: Step;
}

/** The members of the address that say what is followed. */
export type FollowingChange = Partial<Record<"q" | "as" | "by" | "every", string> & { code: readonly string[] }>;

/** What the address says is followed, and how to change it; `null` where the codebook has nothing to follow. */
export function useFollowing(codebook: Codebook): {
  following: Following | null;
  change: (change: FollowingChange) => void;
} {
  const { query, change } = useAddressQuery();
  const followables = followablesOf(codebook);
  const of = followables.find(({ name }) => name === query.get("q")) ?? followables[0];
  return {
    following: of === undefined ? null : followingOf(of, query),
    change({ code, ...rest }) {
      const members = Object.entries(rest).map(([name, value]) => [name, value === "" ? [] : [value]]);
      change({
        ...(Object.fromEntries(members) as Record<string, readonly string[]>),
        ...(code !== undefined && { code }),
      });
    },
  };
}

function followingOf(of: Followable, query: URLSearchParams): Following {
  const by = query.get("by") ?? "";
  // Bands are several lines, and groups are compared by one: with groups a scale is followed by its usual number.
  const ways = by !== "" && of.values.length === 0 ? of.as.filter((way) => way !== "shares") : of.as;
  const as = ways.find((way) => way === query.get("as")) ?? ways[0] ?? "mean";
  const asked = query.getAll("code");
  const ticked = of.values.filter(({ code }) => asked.includes(String(code)));
  const needsOne = (by !== "" && !of.hasRows) || of.hasRows;
  const codes = as === "shares" && ticked.length === 0 && needsOne ? of.values.slice(0, 1) : ticked;
  return {
    of,
    as,
    codes: as === "shares" ? codes : [],
    by: of.hasRows ? "" : by,
    every: (["7-days", "week"] as const).find((step) => step === query.get("every")) ?? "day",
  };
}

/** Each line that is tested fits regressions to all rows: the service tests no more at once. */
const mostTested = 60;

/** The part of an analysis request that says what is followed. */
export function requestFor({ of, as, codes, by, every }: Following, codebook: Codebook): WantedAnalysis {
  const groups = closedVariables(codebook).find(({ name }) => name === by)?.values.length ?? 1;
  const items = codes.length > 0 && !of.hasRows ? 1 : Math.max(1, of.values.length);
  return {
    ...whatOf({ of, as, codes }),
    every,
    also: groups * items <= mostTested ? ["trend", "change"] : ["change"],
    ...(by !== "" && { by: [by] }),
  };
}

function whatOf({ of, as, codes }: Pick<Following, "of" | "as" | "codes">): WantedAnalysis {
  const { name, positive } = of;
  if (as === "positive" && positive !== null) {
    const { from, to } = positive;
    return { indicator: { kind: "number", variable: name, from, to } };
  }
  if (as === "mean") return { question: name, statistic: "mean" };
  return codes.length === 0
    ? { question: name, statistic: "shares" }
    : { question: name, statistic: "share", codes: codes.map(({ code }) => code) };
}

/** What is followed, as a title: the question, and which answers of it. */
export function titleOf(
  { of, as, codes }: Pick<Following, "of" | "as" | "codes">,
  { read, language }: Pick<PageReader, "read" | "language">,
): string {
  const isChinese = language === "zh-CN";
  const named = of.part === null ? read(of.title) : `${read(of.title)} – ${read(of.part)}`;
  const what = whatInWords({ of, as, codes }, { read, language });
  return what === "" ? named : `${named}${isChinese ? "：" : ": "}${what}`;
}

function whatInWords(
  { of, as, codes }: Pick<Following, "of" | "as" | "codes">,
  { read, language }: Pick<PageReader, "read" | "language">,
): string {
  switch (as) {
    case "positive": {
      const words = trendsTexts.screensPositive[language];
      return language === "zh-CN"
        ? `${words}（${of.positive?.cutOff ?? ""}）`
        : `${words} (${of.positive?.cutOff ?? ""})`;
    }
    case "mean":
      return trendsTexts.mean[language];
    case "shares":
      return codes.map(({ label }) => read(label)).join(language === "zh-CN" ? "或" : " or ");
  }
}
