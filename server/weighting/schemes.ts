import { isDeepStrictEqual } from "node:util";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Clock } from "../clock.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { Problem } from "../problem.ts";
import { checkScheme, earlierCodes } from "./checkScheme.ts";
import type { Scheme, SchemeContent } from "./weightingApi.ts";
import type { WeightingStore } from "./weightingStore.ts";

/** A scheme by its names in addresses, and whose hand is at it: `null`, or left out, for a command's. */
export interface NamedScheme {
  readonly study: string;
  readonly scheme: string;
  readonly by?: string | null;
}

/** Keeps and finds weighting schemes. */
export type Schemes = ReturnType<typeof createSchemes>;

/** Makes the procedure by which schemes are checked against their study and kept. */
export function createSchemes({
  store,
  questionnaires,
  clock,
}: {
  store: WeightingStore;
  questionnaires: QuestionnaireStore;
  clock: Clock;
}) {
  const codebooksOf = async (study: string): Promise<Codebook[]> =>
    (await questionnaires.versions(study)).map(({ definition }) => deriveCodebook(definition));
  const check = async (study: string, content: SchemeContent): Promise<void> => {
    checkScheme(content, await codebooksOf(study));
  };

  /** The version that a content would be: the newest one, when that says the same. Nothing is checked or kept. */
  const drafted = async (
    { study, scheme, by = null }: NamedScheme,
    content: SchemeContent,
  ): Promise<{ scheme: Scheme; isNew: boolean }> => {
    const before = await store.newestScheme(study, scheme);
    if (before !== null && isDeepStrictEqual({ ...before, ...content }, before))
      return { scheme: before, isNew: false };
    const schemeVersion = (before?.schemeVersion ?? 0) + 1;
    return { scheme: { study, scheme, schemeVersion, by, madeAt: clock().toISOString(), ...content }, isNew: true };
  };

  return {
    /**
     * Holds a scheme against the study's questionnaires.
     *
     * @throws {Problem} `invalid-scheme` naming each part that does not fit.
     */
    check,

    drafted,

    /** Codes that only earlier versions of the questionnaire have, by variable. */
    earlierCodes: async (study: string): Promise<Record<string, string[]>> => earlierCodes(await codebooksOf(study)),

    /**
     * Keeps a scheme; a change makes a new version of it, the same content again does not.
     *
     * @throws {Problem} `invalid-scheme` naming each part that does not fit the study.
     */
    async put(named: NamedScheme, content: SchemeContent): Promise<{ scheme: Scheme; isNew: boolean }> {
      await check(named.study, content);
      for (;;) {
        const { scheme, isNew } = await drafted(named, content);
        if (!isNew || (await store.addScheme(scheme))) return { scheme, isNew };
      }
    },

    /**
     * The newest version of a scheme.
     *
     * @throws {Problem} `not-found`.
     */
    named: async (study: string, scheme: string): Promise<Scheme> => found(await store.newestScheme(study, scheme)),

    /**
     * The version of a scheme by which weights were made: a version of them, or the newest. Of a scheme without weights
     * it is the newest version.
     *
     * @throws {Problem} `not-found`.
     */
    behind: async (study: string, scheme: string, version: number | null): Promise<Scheme> =>
      found(await schemeBehind(store, { study, scheme, version })),

    /** Versions of a scheme, newest first, at most `limit`. */
    versions: (study: string, scheme: string, limit: number): Promise<Scheme[]> =>
      store.schemeVersions(study, scheme, limit),

    /** The newest version of each scheme of a study, or of every study, in order of name. */
    list: (study?: string): Promise<Scheme[]> => store.newestSchemes(study),
  };
}

async function schemeBehind(
  store: WeightingStore,
  { study, scheme, version }: { study: string; scheme: string; version: number | null },
): Promise<Scheme | null> {
  const weights = await store.version(study, scheme, version);
  return weights === null
    ? store.newestScheme(study, scheme)
    : store.schemeNumbered(study, scheme, weights.schemeVersion);
}

function found(scheme: Scheme | null): Scheme {
  if (scheme === null) throw new Problem("not-found", [unknownScheme]);
  return scheme;
}

const unknownScheme = {
  field: "scheme",
  code: "unknown-scheme",
  message: { "zh-CN": "没有这个加权方案", en: "There is no such weighting scheme" },
};
