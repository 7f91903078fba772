import type { Spot } from "../../../charts/picture/shapes.ts";
import type { Outline } from "../../../charts/publishedFigure.ts";
import { refusal } from "../../analysis/refusal.ts";
import type { OutlineUpload } from "./outlinesApi.ts";
import { simplified } from "./simplified.ts";
import { ringsOfPath } from "./svgPath.ts";

interface Region {
  readonly code: string;
  readonly rings: readonly (readonly Spot[])[];
}

/** Outlines are kept for this width. */
const widthPx = 1000;

/** What is nearer cannot be told apart in a picture. */
const tolerancePx = 0.5;

/** More would make an embed too large. */
const mostSpots = 12_000;

/**
 * Turns an upload into lines of numbers, 1000 wide: whatever else was in it is left behind. Longitudes are drawn as wide
 * as they are in the middle of the outline; holes are left to the regions within, which are drawn later.
 *
 * @param known codes that the study's questions have.
 * @throws {Problem} `invalid-parameter` naming a region that is unknown or not a line, or the whole where it is too flat
 *   or has too many spots.
 */
export function readOutline({ approval, outline }: OutlineUpload, known: ReadonlySet<string>): Outline {
  const { geojson, paths = {} } = outline;
  const regions = geojson === undefined ? regionsOfPaths(paths) : regionsOfGeoJson(geojson);
  for (const { code } of regions)
    if (!known.has(code))
      throw refusal(`outline.${code}`, "unknown-region", {
        "zh-CN": "本调查的题目中没有这个地区代码",
        en: "No question of the study has this code",
      });
  const spots = regions.flatMap(({ rings }) => rings.flat());
  const [left, right] = endsOf(spots.map(([x]) => x));
  const [top, bottom] = endsOf(spots.map(([, y]) => y));
  const scale = widthPx / (right - left);
  const heightPx = (bottom - top) * scale;
  if (!Number.isFinite(heightPx) || heightPx < 100 || heightPx > 3000)
    throw refusal("outline", "not-an-area", {
      "zh-CN": "轮廓太扁、太窄，或不是一片区域",
      en: "The outline is too flat, too narrow, or no area",
    });
  const tenths = (length: number): number => Math.round(length * scale * 10) / 10;
  const drawn = regions.map(({ code, rings }) => ({
    code,
    rings: rings
      .map((ring) =>
        simplified(
          ring.map(([x, y]): Spot => [tenths(x - left), tenths(y - top)]),
          tolerancePx,
        ),
      )
      .filter((ring) => ring.length > 2),
  }));
  if (drawn.flatMap(({ rings }) => rings.flat()).length > mostSpots)
    throw refusal("outline", "too-many-spots", {
      "zh-CN": `轮廓太细：化简后仍多于 ${mostSpots} 个点`,
      en: `Too fine: more than ${mostSpots} spots even when simplified`,
    });
  return {
    approval,
    heightPx: Math.ceil(heightPx),
    // What lies within another region must be drawn after it.
    regions: drawn.sort((one, other) => areaOf(other) - areaOf(one)),
  };
}

type GeoJson = NonNullable<OutlineUpload["outline"]["geojson"]>;

function regionsOfGeoJson({ features }: GeoJson): Region[] {
  const polygons = features.map(({ properties, geometry }) => ({
    code: properties.code,
    rings: (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap(([outer]) => [
      outer ?? [],
    ]),
  }));
  const latitudes = polygons.flatMap(({ rings }) => rings.flat().map(([, latitude]) => latitude ?? 0));
  const [south, north] = endsOf(latitudes);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return polygons.map(({ code, rings }) => ({
    code,
    rings: rings.map((ring) => ring.map(([longitude = 0, latitude = 0]): Spot => [longitude * narrowing, -latitude])),
  }));
}

function regionsOfPaths(paths: Readonly<Record<string, string>>): Region[] {
  return Object.entries(paths).map(([code, path]) => {
    const rings = ringsOfPath(path);
    if (rings === null)
      throw refusal(`outline.paths.${code}`, "not-a-path", {
        "zh-CN": "不是由 M、L、H、V、C、Q、Z 组成的路径",
        en: "This is no path of M, L, H, V, C, Q and Z",
      });
    return { code, rings };
  });
}

function endsOf(values: readonly number[]): [number, number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ];
}

function areaOf({ rings }: Region): number {
  return rings.reduce((sum, ring) => {
    const [first, second] = [endsOf(ring.map(([x]) => x)), endsOf(ring.map(([, y]) => y))];
    return sum + (first[1] - first[0]) * (second[1] - second[0]);
  }, 0);
}
