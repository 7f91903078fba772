import { describe, expect, test } from "vitest";
import { countyOfTown, townBlocksOf } from "../../charts/tiles/townBlocks.ts";

describe("townBlocksOf", () => {
  test("puts the towns of each unit of Shaoxing into a block where the unit is", () => {
    const codes = ["330602001", "330602002", "330624101000", "330681001", "330603001", "330604001", "330683001"];
    const blocks = townBlocksOf(codes, "zh-CN") ?? [];
    expect(blocks.map(({ label }) => label)).toEqual(["柯桥区", "越城区", "上虞区", "诸暨市", "嵊州市", "新昌县"]);
    expect(blocks.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  test("gives towns of elsewhere blocks without names, in rows of their own", () => {
    expect(townBlocksOf(["110101001", "110102001"], "en")).toEqual([
      { county: "110101", label: "", column: 0, row: 2 },
      { county: "110102", label: "", column: 1, row: 2 },
    ]);
  });

  test("is for towns only", () => {
    expect(townBlocksOf(["330602", "330603"], "en")).toBeNull();
    expect(townBlocksOf([], "en")).toBeNull();
    expect(["330602001", "330602001000", "330602", "330602001001", "north"].map(countyOfTown)).toEqual([
      "330602",
      "330602",
      null,
      null,
      null,
    ]);
  });
});
