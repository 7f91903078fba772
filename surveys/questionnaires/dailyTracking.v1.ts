import type { Definition } from "../definition.ts";
import { says } from "./bilingual.ts";
import { aboutYou } from "./dailyTracking/aboutYou.ts";
import { authorities } from "./dailyTracking/authorities.ts";
import { coping } from "./dailyTracking/coping.ts";
import { information } from "./dailyTracking/information.ts";
import { gad7Rows, mood } from "./dailyTracking/mood.ts";
import { rumours } from "./dailyTracking/rumours.ts";

/** The daily questionnaire of the demonstration study, first version. Once fielded, a change is a new file. */
export const dailyTracking: Definition = {
  title: says("疫情信息需求与公众心态每日调查", "Daily survey of information needs and public mood"),
  pages: [aboutYou, information, rumours, mood, authorities, coping],
  completedHtml: says(
    "<p>谢谢您！您的回答会和大家的回答一起，帮助有关部门更快、更准地公布大家需要的信息。</p><p>如果您感到难以承受，可以拨打当地心理援助热线，或 <strong>12356</strong>；紧急情况请拨打 <strong>120</strong>。</p>",
    "<p>Thank you! Together with everyone else's, your answers help the authorities tell people what they need to know, sooner.</p><p>If it is all too much, help lines are there: call <strong>12356</strong> in China, or <strong>120</strong> in an emergency.</p>",
  ),
  instruments: { gad7: gad7Rows.map((row) => `gad7.${row}`) },
};
