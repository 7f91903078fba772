import type { Page } from "../../definition.ts";
import { choicesOf, says } from "../bilingual.ts";
import { provinces, shaoxingCounties, zhejiangCities } from "./places.ts";

/** Who answers: enough to weight by, nothing that says who it is. */
export const aboutYou: Page = {
  name: "about_you",
  title: says("关于您", "About you"),
  elements: [
    {
      type: "html",
      name: "welcome",
      html: says(
        "<p>我们想了解大家现在<strong>最需要知道什么</strong>、心情如何。大约需要 4 分钟。</p><p>不记名，不收集姓名、电话和地址；参加完全自愿；带 * 的题需要回答，其余的可以跳过。</p>",
        "<p>We would like to learn <strong>what you most need to know</strong> just now, and how you feel. It takes about 4 minutes.</p><p>It is anonymous: no name, number or address is asked for. Taking part is up to you. Questions marked * need an answer; skip any other as you like.</p>",
      ),
    },
    {
      type: "radiogroup",
      name: "sex",
      title: says("您的性别", "Your sex"),
      isRequired: true,
      choices: choicesOf({ male: ["男", "Male"], female: ["女", "Female"] }),
      showRefuseItem: true,
      refuseText: says("不愿回答", "Prefer not to say"),
    },
    {
      type: "radiogroup",
      name: "age_band",
      title: says("您的年龄", "Your age"),
      isRequired: true,
      choices: choicesOf({
        "18-29": ["18–29 岁", "18 to 29"],
        "30-39": ["30–39 岁", "30 to 39"],
        "40-49": ["40–49 岁", "40 to 49"],
        "50-59": ["50–59 岁", "50 to 59"],
        "60-69": ["60–69 岁", "60 to 69"],
        "70+": ["70 岁及以上", "70 or older"],
      }),
    },
    {
      type: "dropdown",
      name: "province",
      title: says("您现在住在哪个省份？", "In which province do you live just now?"),
      isRequired: true,
      choices: provinces,
      placeholder: says("请选择", "Choose"),
    },
    {
      type: "dropdown",
      name: "city",
      title: says("哪个市？", "Which city?"),
      visibleIf: "{province} = '33'",
      choices: zhejiangCities,
      placeholder: says("请选择", "Choose"),
    },
    {
      type: "radiogroup",
      name: "county",
      title: says("绍兴的哪个区、县（市）？", "Which part of Shaoxing?"),
      visibleIf: "{city} = '3306'",
      choices: shaoxingCounties,
      colCount: 2,
    },
    {
      type: "radiogroup",
      name: "education",
      title: says("您的最高学历（含在读）", "Your highest schooling, finished or under way"),
      choices: choicesOf({
        primary: ["小学及以下", "Primary school or less"],
        middle: ["初中", "Middle school"],
        high: ["高中、中专、技校", "High or vocational school"],
        college: ["大专", "Junior college"],
        university: ["本科及以上", "University"],
      }),
    },
    {
      type: "radiogroup",
      name: "occupation",
      title: says("您目前的主要身份", "What you mainly do at present"),
      choices: choicesOf({
        employee: ["企业职工", "Employee in a business"],
        public: ["机关、事业单位人员", "Employee in the public sector"],
        medical: ["医务人员", "Medical worker"],
        self_employed: ["个体、私营业主", "Self-employed"],
        farmer: ["农民", "Farmer"],
        student: ["学生", "Student"],
        retired: ["退休", "Retired"],
        home: ["待业、操持家务", "Not working, or at home"],
      }),
      showOtherItem: true,
      otherText: says("其他（请说明）", "Something else (please say)"),
    },
  ],
};
