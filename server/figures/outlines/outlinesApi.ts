import { z } from "zod";
import type { Outline } from "../../../charts/publishedFigure.ts";

const code = z.string().regex(/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/);
const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position).min(4);

const feature = z.object({
  type: z.literal("Feature"),
  properties: z.looseObject({ code: z.union([z.number().int().transform(String), z.string()]).pipe(code) }),
  geometry: z.discriminatedUnion("type", [
    z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  ]),
});

const mostRegions = 1000;

/**
 * Body of `PUT /api/studies/:study/outline`, and of `POST …/outline/preview`: an outline that an authority has approved,
 * with the number of the approval (审图号), as GeoJSON (RFC 7946) or as paths of an SVG, one of the two; by region codes of
 * GB/T 2260 and its towns and villages.
 */
export const outlineUpload = z.strictObject({
  approval: z.string().trim().min(4).max(60),
  // One object with two members, and no union: a fault in a file is told with its place.
  outline: z
    .strictObject({
      geojson: z
        .looseObject({
          type: z.literal("FeatureCollection"),
          features: z.array(feature).min(1).max(mostRegions),
        })
        .optional(),
      /** Of each region the `d` of its path. */
      paths: z
        .record(code, z.string().min(1).max(500_000))
        .refine((paths) => Object.keys(paths).length > 0 && Object.keys(paths).length <= mostRegions)
        .optional(),
    })
    .refine(({ geojson, paths }) => (geojson === undefined) !== (paths === undefined)),
});

/** A checked upload. */
export type OutlineUpload = z.infer<typeof outlineUpload>;

/** Answer of `GET` and `PUT /api/studies/:study/outline`, and of `POST …/outline/preview`, which keeps nothing. */
export interface OutlineSummary {
  readonly approval: string;
  readonly regions: readonly string[];
  /** Spots of all its lines together. */
  readonly spots: number;
  /** The lines themselves, as maps are drawn with them. */
  readonly outline: Outline;
}
