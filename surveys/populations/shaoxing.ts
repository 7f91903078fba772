import type { Population } from "./population.ts";

/** Shaoxing by its six units, in units of 10,000 residents. From a copy of the communique: a secondary source. */
export const shaoxing2023: Population = {
  name: "绍兴 2023",
  covers: "residents of all ages",
  date: "2023-12-31",
  source: "2023年绍兴市国民经济和社会发展统计公报, as copied at http://alqotr.com/news/702022.html",
  margins: [
    {
      variable: "district",
      counts: { 诸暨市: 122.92, 越城区: 113.06, 柯桥区: 112.45, 上虞区: 80.28, 嵊州市: 69.52, 新昌县: 41.17 },
    },
  ],
};

/** Shengzhou by its bulletin of the census of 2020. */
export const shengzhou2020: Population = {
  name: "嵊州市 2020",
  covers: "residents of all ages",
  date: "2020-11-01",
  source: "嵊州市第七次全国人口普查公报, https://www.szzj.gov.cn/art/2021/7/5/art_1229752546_4089365.html",
  margins: [
    { variable: "sex", counts: { male: 346_427, female: 328_799 } },
    { variable: "age", counts: { "0-14": 75_795, "15-59": 404_151, "60+": 195_280 } },
  ],
};

/** Xinchang by its bulletin of the census of 2020. */
export const xinchang2020: Population = {
  name: "新昌县 2020",
  covers: "residents of all ages",
  date: "2020-11-01",
  source: "新昌县第七次全国人口普查公报, https://tjgb.hongheiku.com/11137.html",
  margins: [
    { variable: "sex", counts: { male: 215_185, female: 203_851 } },
    { variable: "age", counts: { "0-14": 52_930, "15-59": 257_015, "60+": 109_091 } },
  ],
};
