import type { RegionTile, TileFigure } from "../../../charts/publishedFigure.ts";
import { scattered, share, withheld } from "./marks.ts";

const tileOf = (label: string, [column, row]: readonly [number, number], value: number | null): RegionTile => {
  const mark = value === null ? null : share(value);
  const tenths = (each = 0): string => `${(each * 100).toFixed(1)}%`;
  const interval = mark === null ? "" : `${tenths(mark.interval?.lower)}–${tenths(mark.interval?.upper)}`;
  return { label, column, row, mark, text: value === null ? withheld : tenths(value), interval };
};
const map = (tiles: TileFigure["tiles"]): TileFigure => ({
  kind: "tiles",
  title: "各地",
  unit: "share",
  n: 7085,
  tiles,
});

const units = ["柯桥区", "越城区", "上虞区", "诸暨市", "嵊州市", "新昌县"];
const names =
  "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆".split(
    " ",
  );

const englishNames =
  "Heilongjiang,Xinjiang,Inner Mongolia,Liaoning,Jilin,Shandong,Shanxi,Shaanxi,Shanghai,Chongqing,Guangdong,Hong Kong".split(
    ",",
  );

/** How many towns and streets each unit of Shaoxing has. */
const townCounts = [16, 17, 20, 23, 15, 12];
const towns = units.flatMap((unit, block) =>
  Array.from({ length: townCounts[block] ?? 0 }, (_, town) => {
    const kind = town % 3 === 0 ? "街道" : town % 3 === 1 ? "镇" : "乡";
    const value = scattered(block * 40 + town);
    const label = `${unit.slice(0, 1)}${"东西南北中上下左右"[town % 9] ?? ""}${town > 8 ? "浦" : ""}${kind}`;
    return { ...tileOf(label, [town, 0], town % 5 === 4 ? null : value), block };
  }),
);

/** Tiles: the six units, the 103 towns in blocks, some three dozen, English names, an outline, a single one, and nothing to show. */
export const tileGallery = {
  tiles: map(
    units.map((label, place) =>
      tileOf(label, [place % 3, Math.floor(place / 3)], place === 5 ? null : 0.27 + place / 50),
    ),
  ),
  "many tiles": map(
    names.map((label, place) =>
      tileOf(
        label === "西藏" ? "西藏自治区" : label,
        [place % 9, Math.floor(place / 9)],
        place % 7 === 3 ? null : scattered(place),
      ),
    ),
  ),
  "English tiles": map(
    englishNames.map((label, place) =>
      tileOf(label, [(place % 6) + 3, Math.floor(place / 6)], place === 4 ? null : scattered(place)),
    ),
  ),
  towns: {
    ...map(towns),
    blocks: units.map((label, place) => ({ label, column: place % 3, row: Math.floor(place / 3) })),
  },
  outline: {
    ...map(
      ["越城区", "柯桥区", "上虞区", "新昌县"].map((label, place) => ({
        ...tileOf(label, [place, 0], place === 3 ? null : 0.2 + place / 10),
        region: String(place),
      })),
    ),
    outline: {
      approval: "浙S(2026)1号（示例，不是地图）",
      heightPx: 600,
      regions: [
        // Bent around another, wide enough at its foot only.
        {
          code: "0",
          rings: [
            [
              [0, 0],
              [60, 0],
              [60, 400],
              [500, 400],
              [500, 600],
              [0, 600],
            ],
          ],
        },
        {
          code: "1",
          rings: [
            [
              [80, 0],
              [500, 0],
              [500, 380],
              [80, 380],
            ],
          ],
        },
        // Too narrow for any word.
        {
          code: "2",
          rings: [
            [
              [520, 0],
              [540, 0],
              [540, 600],
              [520, 600],
            ],
          ],
        },
        {
          code: "3",
          rings: [
            [
              [560, 0],
              [1000, 300],
              [560, 600],
            ],
          ],
        },
      ],
    },
  },
  "one tile": map([tileOf("绍兴市", [0, 0], 1)]),
  "withheld tiles": map(units.map((label, place) => tileOf(label, [place % 3, Math.floor(place / 3)], null))),
} as const satisfies Readonly<Record<string, TileFigure>>;
