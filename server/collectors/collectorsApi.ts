import { z } from "zod";

/** The name of a collector in links: what stands behind `c=`, and what each response that came through it keeps. */
export const collectorName = z.string().regex(/^[a-z0-9-]{1,64}$/);

/**
 * Body of `PUT /api/studies/:study/collectors/:collector`.
 *
 * - `title`: what researchers call it: a newspaper's page, a village committee.
 * - `gridUnit`: the place its answers are from, kept with each response that comes from now on; `null` for none.
 */
export const collectorContent = z.strictObject({
  title: z.string().trim().min(1).max(100),
  gridUnit: z.string().trim().min(1).max(100).nullable().default(null),
});

/** A link through which answers come in. */
export interface Collector extends z.infer<typeof collectorContent> {
  readonly collector: string;
}

/** Answer of `GET /api/studies/:study/collectors`: by name. */
export interface CollectorList {
  readonly collectors: readonly Collector[];
}
