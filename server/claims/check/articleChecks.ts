import { weightInWords } from "../../../charts/weightInWords.ts";
import type { Language } from "../../../surveys/language.ts";
import type { Study } from "../../fielding/study.ts";
import type { StudyStore } from "../../fielding/studyStore.ts";
import type { Asking } from "../../figures/asking.ts";
import { mostFigures, type FigureReading } from "../../figures/figureReading.ts";
import type { FigureStore } from "../../figures/figureStore.ts";
import { Problem } from "../../problem.ts";
import type { Segmenter } from "../../texts/segmenter.ts";
import type { WeightWanted } from "../../weighting/weightingApi.ts";
import { mostClaims, type ClaimReading } from "../claimReading.ts";
import { claimContent } from "../claimsApi.ts";
import type { ClaimStore } from "../claimStore.ts";
import type { PublicClaims } from "../publicClaims.ts";
import { checkArticle, type HeldAgainst, type MayRefer } from "./checkArticle.ts";
import { mostArticleBytes, type ArticleCheck } from "./checkApi.ts";
import { publicItems, type PublicItem } from "./publicItems.ts";
import { createWordMatch, type NearItem } from "./wordMatch.ts";

/** Checks articles. */
export type ArticleChecks = ReturnType<typeof createArticleChecks>;

/** What a check asks and looks up. */
export interface CheckParts {
  readonly publicClaims: PublicClaims;
  readonly claimStore: ClaimStore;
  readonly figureStore: FigureStore;
  readonly figureReading: FigureReading;
  readonly reading: ClaimReading;
  readonly studies: StudyStore;
  readonly asking: Asking;
  readonly segmenter: Segmenter;
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

/** Makes the finder of what percentages may refer to in a study. */
async function nearIn(study: string, language: Language, parts: CheckParts): Promise<NonNullable<HeldAgainst["near"]>> {
  const { figureReading, reading, asking, segmenter } = parts;
  const { questions } = await figureReading.settingsOf(study);
  const weight = await publishedWeight(study, parts);
  const items = publicItems(await asking.codebook(study), questions);
  const segment = await segmenter.segmentWith([]);
  const inEach = { "zh-CN": createWordMatch(items, "zh-CN", segment), en: createWordMatch(items, "en", segment) };
  const known = new Map<PublicItem, Promise<MayRefer | null>>();
  const told = (item: PublicItem): Promise<MayRefer | null> => {
    const before = known.get(item) ?? mayRefer(item, { study, language, reading, weight });
    known.set(item, before);
    return before;
  };
  return async (beside) => {
    const found = inEach[languageIn(beside.sentence)].near(beside);
    const all = await Promise.all(nearest(found).map(({ item }) => told(item)));
    return all.flatMap((each) => each ?? []);
  };
}

/** Where no word tells items apart, all of them; but no more than can be told. */
function nearest(found: readonly NearItem[]): NearItem[] {
  const best = found[0]?.nearness ?? 0;
  return found.filter(({ nearness }) => nearness > best - 0.01).slice(0, 3);
}

/** The weights that most of what a study has made public uses; `undefined` for its usual ones. */
async function publishedWeight(
  study: string,
  { claimStore, figureStore }: CheckParts,
): Promise<WeightWanted | undefined> {
  const figures = (await figureStore.list(study, mostFigures)).map(({ visibility, content: { look } }) => ({
    visibility,
    weight: look.kind === "rumours" ? look.weight : look.request.weight,
  }));
  const claims = (await claimStore.list(study, mostClaims)).map(({ visibility, content: { request } }) => ({
    visibility,
    weight: request.weight,
  }));
  const counts = new Map<WeightWanted | undefined, number>();
  for (const { visibility, weight } of [...figures, ...claims])
    if (visibility === "public") counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

async function mayRefer(
  { question, variable, code, indicator, words }: PublicItem,
  {
    study,
    language,
    reading,
    weight,
  }: { study: string; language: Language; reading: ClaimReading; weight: WeightWanted | undefined },
): Promise<MayRefer | null> {
  const asked =
    indicator === null
      ? { request: { question, statistic: "shares", weight }, item: { variable, ...(code !== null && { code }) } }
      : { request: { indicator, weight } };
  try {
    const content = claimContent.parse({ kind: "estimate", ...asked });
    const { state } = await reading.stateOf({ claim: "", study, content });
    const { title, row, label } = words[language];
    const about = [title, row, label].filter((part) => part !== "").join(" · ");
    const weighting = weightInWords(state.weight, language);
    return { question, about, weighting, estimate: state.estimate, words: state.editions[language].words };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function languageIn(sentence: string): Language {
  return /\p{Script=Han}/u.test(sentence) ? "zh-CN" : "en";
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
