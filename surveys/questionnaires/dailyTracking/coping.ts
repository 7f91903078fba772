import type { Page } from "../../definition.ts";
import { choicesOf, says } from "../bilingual.ts";

/** What daily life lacks, what people know about protection, and what they would ask. */
export const coping: Page = {
  name: "coping",
  title: says("生活与防护", "Daily life and protection"),
  elements: [
    {
      type: "checkbox",
      name: "hard_to_get",
      title: says(
        "最近一周，您家哪些东西或服务不容易得到？（可多选）",
        "In the past week, what has been hard to get for your household? (choose all that apply)",
      ),
      choices: choicesOf({
        masks: ["口罩", "Masks"],
        disinfectant: ["消毒用品", "Disinfectant"],
        food: ["蔬菜、食品", "Food"],
        medicine: ["药品", "Medicine"],
        doctor: ["看病就医", "Seeing a doctor"],
        transport: ["出行交通", "Transport"],
        income: ["收入来源", "Income"],
      }),
      showOtherItem: true,
      otherText: says("其他（请说明）", "Something else (please say)"),
      showNoneItem: true,
      noneText: says("都不难", "None of these"),
    },
    {
      type: "matrix",
      name: "knowledge",
      title: says("下面的做法对吗？", "Are these right?"),
      columns: choicesOf({ right: ["对", "Right"], wrong: ["不对", "Wrong"], unsure: ["不清楚", "Not sure"] }),
      rows: choicesOf({
        wash_hands: ["回家后先用肥皂或洗手液洗手", "Wash your hands with soap when you come home"],
        mask_over_nose: [
          "戴口罩要盖住口鼻，金属条压紧鼻梁",
          "A mask covers mouth and nose and is pressed to the bridge of the nose",
        ],
        antibiotics: ["先吃抗生素可以预防感染", "Taking antibiotics beforehand prevents infection"],
        fever: ["发热时自己乘公交去医院", "With a fever, take a bus to the hospital"],
      }),
    },
    {
      type: "comment",
      name: "most_want",
      title: says("现在您最想知道什么？", "What would you most like to know just now?"),
      description: says("请不要写姓名、电话等个人信息。", "Please leave out names, numbers and the like."),
      maxLength: 500,
      rows: 3,
    },
  ],
};
