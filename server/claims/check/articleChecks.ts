import type { Language } from "../../../surveys/language.ts";
import type { Study } from "../../fielding/study.ts";
import type { StudyStore } from "../../fielding/studyStore.ts";
import { Problem } from "../../problem.ts";
import type { PublicClaims } from "../publicClaims.ts";
import { checkArticle, type HeldAgainst } from "./checkArticle.ts";
import { mostArticleBytes, type ArticleCheck } from "./checkApi.ts";
import { nearIn, type NearParts } from "./nearIn.ts";

/** Checks articles. */
export type ArticleChecks = ReturnType<typeof createArticleChecks>;

/** What a check asks and looks up. */
export interface CheckParts extends NearParts {
  readonly publicClaims: PublicClaims;
  readonly studies: StudyStore;
}

/** Makes what checks articles; nothing of them is kept or logged. */
export function createArticleChecks(parts: CheckParts) {
  const { publicClaims, claimStore, figureStore, studies } = parts;

  const claim: HeldAgainst["claim"] = (id) =>
    publicClaims.open({ claim: id, origin: "" }).catch((error: unknown) => {
      if (error instanceof Problem && error.problem === "not-found") return null;
      throw error;
    });

  return {
    /** Studies of which a figure or claim is public, in order of name: whose questions an article can be held against. */
    async studies(): Promise<Study[]> {
      const names = new Set([...(await figureStore.publicStudies()), ...(await claimStore.publicStudies())]);
      const found = await Promise.all([...names].sort().map((name) => studies.find(name)));
      return found.flatMap((study) => study ?? []);
    },

    /**
     * Holds an article against the numbers there are now.
     *
     * @param study whose public questions percentages are compared with; `null` for none.
     * @throws {Problem} `too-large` for more than 200,000 bytes.
     */
    async check(
      text: string,
      { study, language }: { study: string | null; language: Language },
    ): Promise<ArticleCheck> {
      if (Buffer.byteLength(text) > mostArticleBytes) throw tooLong();
      const near = study === null ? null : await nearIn(study, language, parts);
      return { language, study, ...(await checkArticle(text, { claim, near }, language)) };
    },
  };
}

function tooLong(): Problem {
  return new Problem("too-large", [
    {
      field: "text",
      code: "too-long",
      message: { "zh-CN": "文章超过 200 kB", en: "The article is longer than 200 kB" },
    },
  ]);
}
