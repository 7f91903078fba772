import type { Language } from "../../../surveys/language.ts";

/** Words that say of whom a number is: of everyone who answered, or of some people, whom only a label could name. */
export interface PeoplePhrase {
  readonly from: number;
  readonly to: number;
  readonly isEveryone: boolean;
}

const verb =
  "(?:are|is|was|were|say|said|have|has|had|do|did|think|believe|trust|report|feel|would|could|can|know|worry)";
const phraseEnd = `(?=[,;:.()|]|\\s[(]?[+−-]?\\d+(?:\\.\\d+)?\\s?[%％]|(?<!\\bwho)\\s${verb}\\b|$)`;
const ofPeople = new RegExp(
  // "31% of …" and "Of …, 31%"; an `of` elsewhere is of other things.
  `(?:(?<=(?:[%％]|\\bper ?cent)\\s)of|(?<=^\\s*|[.;:,|]\\s+)of|\\bamong(?:st)?)\\s+(.{1,80}?)${phraseEnd}`,
  "gi",
);

const everyoneInEnglish = new RegExp(
  "^(?:(?:all|the|our|these|those)\\s+)*" +
    "(?:people|respondents|participants|adults|residents|citizens|interviewees|persons|individuals|population|public|sample|everyone|everybody|all|those)" +
    "(?:\\s+(?:we\\s+)?(?:asked|surveyed|interviewed|polled|questioned)|\\s+who\\s+(?:answered|responded|replied|took part|were\\s+\\w+ed)|\\s+in\\s+(?:the|this|our)\\s+(?:survey|study|sample|poll))*$",
  "i",
);
const everyoneAnywhere = /\b(?:overall|in all|in total|altogether|all together|everyone|everybody)\b/gi;

const everyoneInChinese =
  "(?:受访者|被访者|受访居民|被访居民|受访人员|受调查者|被调查者|调查对象|参与者|参加者|回答者|答题者|作答者|应答者|填答者|成年人|居民|公众|民众|群众|市民|大众|人群|人)";
const allOf = "(?:全部|全体|所有的?|本次|此次|这次|接受调查的?|被调查的?|参与调查的?|参加调查的?)*";
const people = "(?:人|者|员|民|生|户|工|士|师|们|群体|家庭|女性|男性|众|对象)";
const within = "(?:当中|之中|中|里)";

const afterNumber = new RegExp(
  `(?<=[%％]|百分之[零〇一二两三四五六七八九十点]{1,9})的(?:(${allOf}${everyoneInChinese})|\\p{Script=Han}{0,10}?${people})`,
  "gu",
);
const whoWithin = new RegExp(`([\\p{Script=Han}\\d–—~～“”]{0,30}?${people})${within}(?!心|学|国|等|面)`, "gu");
const everyoneAlone = new RegExp(`^(?:.*(?:显示|表明|发现))?[在而但从]*${allOf}${everyoneInChinese}$`);
const ofThem = /其中|(?:总体|整体|全体|合计|总的来[说看])/g;

/** Where a sentence says of whom its numbers are, in words that name no category. */
export function peoplePhrasesIn(sentence: string, language: Language): PeoplePhrase[] {
  return language === "zh-CN" ? inChinese(sentence) : inEnglish(sentence);
}

function inEnglish(sentence: string): PeoplePhrase[] {
  return [
    ...[...sentence.matchAll(ofPeople)].map(({ 0: whole, 1: who = "", index }) =>
      phrase(whole, index, everyoneInEnglish.test(who.trim())),
    ),
    ...[...sentence.matchAll(everyoneAnywhere)].map(({ 0: whole, index }) => phrase(whole, index, true)),
  ];
}

function inChinese(sentence: string): PeoplePhrase[] {
  return [
    ...[...sentence.matchAll(afterNumber)].map(({ 0: whole, 1: everyone, index }) =>
      phrase(whole, index, everyone !== undefined),
    ),
    ...[...sentence.matchAll(whoWithin)].map(({ 0: whole, 1: who = "", index }) =>
      phrase(whole, index, everyoneAlone.test(who)),
    ),
    ...[...sentence.matchAll(ofThem)].map(({ 0: whole, index }) => phrase(whole, index, whole !== "其中")),
  ];
}

function phrase(text: string, index: number, isEveryone: boolean): PeoplePhrase {
  return { from: index, to: index + text.length, isEveryone };
}
