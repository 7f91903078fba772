import type { Page } from "../../definition.ts";
import { choicesOf, says } from "../bilingual.ts";

const levels = choicesOf({
  local: ["本地政府", "The local authorities"],
  national: ["国家有关部门", "The national authorities"],
});

/** How open and how quick the authorities are found. */
export const authorities: Page = {
  name: "authorities",
  title: says("信息公开", "How open the authorities are"),
  elements: [
    {
      type: "matrix",
      name: "openness",
      title: says("您觉得他们公开疫情信息的程度如何？", "How open do you find them about the epidemic?"),
      columns: choicesOf({
        very_open: ["非常公开", "Very open"],
        fairly_open: ["比较公开", "Fairly open"],
        neutral: ["一般", "In between"],
        not_very_open: ["不太公开", "Not very open"],
        not_open: ["很不公开", "Not open at all"],
      }),
      rows: levels,
    },
    {
      type: "matrix",
      name: "timeliness",
      title: says("您觉得他们发布疫情信息是否及时？", "How quickly do they tell what there is to know?"),
      columns: choicesOf({
        very_timely: ["非常及时", "Very quickly"],
        fairly_timely: ["比较及时", "Fairly quickly"],
        neutral: ["一般", "In between"],
        not_very_timely: ["不太及时", "Not very quickly"],
        not_timely: ["很不及时", "Far too late"],
      }),
      rows: levels,
    },
  ],
};
