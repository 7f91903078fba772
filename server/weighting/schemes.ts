import { isDeepStrictEqual } from "node:util";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { Problem } from "../problem.ts";
import { checkScheme } from "./checkScheme.ts";
import type { Scheme, SchemeContent } from "./weightingApi.ts";
import type { WeightingStore } from "./weightingStore.ts";

/** Keeps and finds weighting schemes. */
export type Schemes = ReturnType<typeof createSchemes>;

/** Makes the procedure by which schemes are checked against their study and kept. */
export function createSchemes({
  store,
  questionnaires,
}: {
  store: WeightingStore;
  questionnaires: QuestionnaireStore;
}) {
  const check = async (study: string, content: SchemeContent): Promise<void> => {
    const versions = await questionnaires.versions(study);
    checkScheme(
      content,
      versions.map(({ definition }) => deriveCodebook(definition)),
    );
  };

  return {
    /**
     * Holds a scheme against the study's questionnaires.
     *
     * @throws {Problem} `invalid-scheme` naming each part that does not fit.
     */
    check,

    /**
     * Keeps a scheme; a change makes a new version of it, the same content again does not.
     *
     * @throws {Problem} `invalid-scheme` naming each part that does not fit the study.
     */
    async put(study: string, scheme: string, content: SchemeContent): Promise<{ scheme: Scheme; isNew: boolean }> {
      await check(study, content);
      for (;;) {
        const before = await store.newestScheme(study, scheme);
        if (before !== null && isDeepStrictEqual({ ...before, ...content }, before))
          return { scheme: before, isNew: false };
        const next: Scheme = { study, scheme, schemeVersion: (before?.schemeVersion ?? 0) + 1, ...content };
        if (await store.addScheme(next)) return { scheme: next, isNew: true };
      }
    },

    /**
     * The newest version of a scheme.
     *
     * @throws {Problem} `not-found`.
     */
    async named(study: string, scheme: string): Promise<Scheme> {
      const found = await store.newestScheme(study, scheme);
      if (found === null) throw new Problem("not-found", [unknownScheme]);
      return found;
    },

    /** The newest version of each scheme of a study, or of every study, in order of name. */
    list: (study?: string): Promise<Scheme[]> => store.newestSchemes(study),
  };
}

const unknownScheme = {
  field: "scheme",
  code: "unknown-scheme",
  message: { "zh-CN": "没有这个加权方案", en: "There is no such weighting scheme" },
};
