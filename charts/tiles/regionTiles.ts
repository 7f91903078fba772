/** Where regions stand as tiles: column and row from the upper left, by code. */
export type TileGrid = Readonly<Record<string, readonly [column: number, row: number]>>;

/**
 * Provinces by their code of GB/T 2260, each about where it is among its neighbours. Tiles show no border and no outline,
 * which only an approved map may.
 */
const provinces: TileGrid = {
  "23": [8, 0],
  "65": [0, 1],
  "15": [5, 1],
  "21": [7, 1],
  "22": [8, 1],
  "63": [1, 2],
  "62": [2, 2],
  "64": [3, 2],
  "14": [4, 2],
  "13": [5, 2],
  "11": [6, 2],
  "12": [7, 2],
  "54": [0, 3],
  "61": [3, 3],
  "41": [4, 3],
  "37": [5, 3],
  "51": [2, 4],
  "50": [3, 4],
  "42": [4, 4],
  "34": [5, 4],
  "32": [6, 4],
  "31": [7, 4],
  "52": [3, 5],
  "43": [4, 5],
  "36": [5, 5],
  "33": [6, 5],
  "53": [2, 6],
  "45": [3, 6],
  "44": [4, 6],
  "35": [5, 6],
  "71": [7, 6],
  "46": [3, 7],
  "82": [4, 7],
  "81": [5, 7],
};

/** The six units of Shaoxing. */
export const shaoxingUnits: TileGrid = {
  "330603": [0, 0],
  "330602": [1, 0],
  "330604": [2, 0],
  "330681": [0, 1],
  "330683": [1, 1],
  "330624": [2, 1],
};

/** The grid that has a tile for most of the codes; `null` where none has one for half of them. */
export function tileGridFor(codes: readonly string[]): TileGrid | null {
  const found = [provinces, shaoxingUnits].find(
    (grid) => codes.filter((code) => code in grid).length * 2 >= codes.length,
  );
  return codes.length === 0 ? null : (found ?? null);
}
