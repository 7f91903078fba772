import type { Definition } from "../definition.ts";
import { gad7 } from "../instruments/gad7.ts";
import { says } from "./bilingual.ts";
import { aboutYou } from "./dailyTracking/aboutYou.ts";
import { authorities } from "./dailyTracking/authorities.ts";
import { coping } from "./dailyTracking/coping.ts";
import { information } from "./dailyTracking/information.ts";
import { gad7Rows, mood } from "./dailyTracking/mood.ts";
import { rumours } from "./dailyTracking/rumours.ts";

const thanks = [
  "<p>您的回答会和大家的回答一起，帮助有关部门更快、更准地公布大家需要的信息。</p>",
  "<p>Together with everyone else's, your answers help the authorities tell people what they need to know, sooner.</p>",
] as const;

/** At the scale's cut-off: said calmly, and only where it may help. */
const care = [
  "<p>您最近似乎承受了不少紧张和担心，这在当下很常见，您并不孤单。和信任的人说一说，往往会轻松一些；也可以拨打全国统一心理援助热线 <strong>12356</strong>。</p>",
  "<p>You seem to have been carrying a good deal of worry lately. Many people do just now, and you are not alone. It often helps to talk to someone you trust; in China you can also call the psychological help line <strong>12356</strong>.</p>",
] as const;

// Codes are texts: multiplied, they add up as numbers, and what was left out adds nothing.
const anxiety = gad7Rows.map((row) => `{gad7.${row}} * 1`).join(" + ");

/** The daily questionnaire of the demonstration study, first version. Once fielded, a change is a new file. */
export const dailyTracking: Definition = {
  title: says("疫情信息需求与公众心态每日调查", "Daily survey of information needs and public mood"),
  pages: [aboutYou, information, rumours, mood, authorities, coping],
  completedHtml: says(...thanks),
  completedHtmlOnCondition: [
    { expression: `${anxiety} >= ${gad7.cutOff}`, html: says(thanks[0] + care[0], thanks[1] + care[1]) },
  ],
  instruments: { gad7: gad7Rows.map((row) => `gad7.${row}`) },
};
