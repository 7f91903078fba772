import { weightInWords } from "../../../charts/weightInWords.ts";
import type { Language } from "../../../surveys/language.ts";
import type { Asking } from "../../figures/asking.ts";
import { mostFigures, type FigureReading } from "../../figures/figureReading.ts";
import type { FigureStore } from "../../figures/figureStore.ts";
import { Problem } from "../../problem.ts";
import type { WeightWanted } from "../../weighting/weightingApi.ts";
import type { Segmenter } from "../../texts/segmenter.ts";
import { mostClaims, type ClaimReading } from "../claimReading.ts";
import { claimContent } from "../claimsApi.ts";
import type { ClaimStore } from "../claimStore.ts";
import type { HeldAgainst, InSentence, MayRefer } from "./checkArticle.ts";
import { checkWords } from "./checkWords.ts";
import { groupsNamed } from "./groups.ts";
import { createGroupMentions, type Mention } from "./groupMentions.ts";
import { ofWhomEach, type OfWhom } from "./groupOf.ts";
import { publicItems, type PublicItem } from "./publicItems.ts";
import { createWordMatch, type NearItem } from "./wordMatch.ts";

/** What is asked and looked up for the numbers of a study. */
export interface NearParts {
  readonly claimStore: ClaimStore;
  readonly figureStore: FigureStore;
  readonly figureReading: FigureReading;
  readonly reading: ClaimReading;
  readonly asking: Asking;
  readonly segmenter: Segmenter;
}

/** Makes the finder of what percentages may refer to in a study, and of whom they are. */
export async function nearIn(
  study: string,
  language: Language,
  parts: NearParts,
): Promise<NonNullable<HeldAgainst["near"]>> {
  const { figureReading, asking, segmenter } = parts;
  const { questions } = await figureReading.settingsOf(study);
  const { weight, brokenDownBy } = await publishedOf(study, parts);
  const codebook = await asking.codebook(study);
  const items = publicItems(codebook, questions);
  const mentionsIn = createGroupMentions(groupsNamed(codebook, { questions, brokenDownBy }));
  const segment = await segmenter.segmentWith([]);
  const inEach = { "zh-CN": createWordMatch(items, "zh-CN", segment), en: createWordMatch(items, "en", segment) };
  const known = new Map<string, Promise<MayRefer | null>>();
  const told = (item: PublicItem, whom: OfWhom): Promise<MayRefer | null> => {
    const key = JSON.stringify([items.indexOf(item), whom]);
    const before = known.get(key) ?? mayRefer({ item, whom, weight }, { study, language }, parts);
    known.set(key, before);
    return before;
  };
  return async (percentage) => {
    const writtenIn = languageIn(percentage.sentence);
    const found = nearest(inEach[writtenIn].near(percentage));
    const mentions = found.length === 0 ? [] : mentionsIn(percentage.sentence, writtenIn);
    const all = await Promise.all(found.map(({ item }) => told(item, ofWhom(percentage, mentions, item))));
    return all.flatMap((each) => each ?? []);
  };
}

/** Where no word tells items apart, all of them; but no more than can be told. */
function nearest(found: readonly NearItem[]): NearItem[] {
  const best = found[0]?.nearness ?? 0;
  return found.filter(({ nearness }) => nearness > best - 0.01).slice(0, 3);
}

/** Of whom a percentage is that may refer to an item. What is named in the item's own words is no group. */
function ofWhom({ sentence, numbers, place }: InSentence, mentions: readonly Mention[], item: PublicItem): OfWhom {
  const own = Object.values(item.words)
    .flatMap(({ title, row, label }) => [title, row, label])
    .map((text) => text.toLowerCase());
  const others = mentions.filter(({ from, to, of }) => {
    if (of === "everyone" || of === null) return true;
    const said = sentence.slice(from, to).toLowerCase();
    return of.variable !== item.question && !own.some((text) => text.includes(said));
  });
  return ofWhomEach(sentence, { mentions: others, numbers })[place] ?? { kind: "unclear" };
}

/** The weights that most of what a study has made public uses, `undefined` for its usual ones, and what that is broken down by. */
async function publishedOf(
  study: string,
  { claimStore, figureStore }: NearParts,
): Promise<{ weight: WeightWanted | undefined; brokenDownBy: string[] }> {
  const figures = (await figureStore.list(study, mostFigures)).map(({ visibility, content: { look } }) => ({
    visibility,
    request: look.kind === "rumours" ? look : look.request,
  }));
  const claims = (await claimStore.list(study, mostClaims)).map(({ visibility, content: { request } }) => ({
    visibility,
    request,
  }));
  const requests = [...figures, ...claims].flatMap(({ visibility, request }) =>
    visibility === "public" ? [request] : [],
  );
  const counts = new Map<WeightWanted | undefined, number>();
  for (const { weight } of requests) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return {
    weight: [...counts].sort(([, one], [, other]) => other - one)[0]?.[0],
    brokenDownBy: requests.flatMap((request) => ("by" in request ? request.by : [])),
  };
}

async function mayRefer(
  { item, whom, weight }: { item: PublicItem; whom: OfWhom; weight: WeightWanted | undefined },
  { study, language }: { study: string; language: Language },
  { reading }: Pick<NearParts, "reading">,
): Promise<MayRefer | null> {
  const { question, variable, code, indicator, words } = item;
  const groups = whom.kind === "groups" ? whom.groups : [];
  const among = { weight, by: groups.map((group) => group.variable) };
  const asked =
    indicator === null
      ? { request: { question, statistic: "shares", ...among }, item: { variable, ...(code !== null && { code }) } }
      : { request: { indicator, ...among } };
  try {
    const content = claimContent.parse({ kind: "estimate", ...asked, group: groups.map((group) => group.code) });
    const { state } = await reading.shownStateOf({ claim: "", study, content });
    const { title, row, label } = words[language];
    return {
      question,
      about: [title, row, label].filter((part) => part !== "").join(" · "),
      whom: whomInWords(whom, language),
      isUnclear: whom.kind === "unclear",
      weighting: weightInWords(state.weight, language),
      estimate: state.estimate,
      words: state.editions[language].words,
    };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function whomInWords(whom: OfWhom, language: Language): string {
  if (whom.kind === "unclear") return checkWords.someGroup[language];
  if (whom.groups.length === 0) return checkWords.everyone[language];
  const labels = whom.groups.map(({ label }) => label[language]).join(language === "zh-CN" ? "、" : ", ");
  return checkWords.group[language].replace("{group}", () => labels);
}

function languageIn(sentence: string): Language {
  return /\p{Script=Han}/u.test(sentence) ? "zh-CN" : "en";
}
