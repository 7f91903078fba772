import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A case of a reference folder: what to compute and what another program found. */
export interface ReferenceCase {
  readonly id: string;
  readonly spec: string;
  readonly design?: ReferenceDesign;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Tolerance;
}

/** A case's file and sampling design, by column names. */
export interface ReferenceDesign {
  readonly data: string;
  readonly weights?: string | null;
  readonly strata?: string | null;
  readonly ids?: string | null;
  readonly rake?: Targets;
  readonly rake_variance?: "fixed" | "calibrated";
}

/** For each variable the share of each category. */
export type Targets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Passed is |got - expected| <= abs + rel * |expected|. */
export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

/** A file of cases. */
export interface ReferenceTopic {
  readonly name: string;
  readonly cases: readonly ReferenceCase[];
}

/** What holds where a case says nothing. */
export const usualTolerance: Tolerance = { abs: 1e-6, rel: 1e-6 };

/** Reads the topics of a reference folder, in the order of their names. */
export function readTopics(folder: string): ReferenceTopic[] {
  const expected = join(folder, "expected");
  return readdirSync(expected)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const { cases } = JSON.parse(readFileSync(join(expected, file), "utf8")) as { cases: RawCase[] };
      return { name: file.replace(/\.json$/, ""), cases: cases.map(complete) };
    });
}

type RawCase = Omit<ReferenceCase, "input" | "tolerance"> & {
  input?: ReferenceCase["input"];
  tolerance?: Partial<Tolerance>;
};

function complete({ input = {}, tolerance, ...rest }: RawCase): ReferenceCase {
  return { ...rest, input, tolerance: { ...usualTolerance, ...tolerance } };
}
