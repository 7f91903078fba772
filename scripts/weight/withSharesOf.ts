import { basename } from "node:path";
import { z } from "zod";
import type { MarginsRead } from "../../server/weighting/weightingApi.ts";

const margins = z.looseObject({
  margins: z.array(z.looseObject({ name: z.string(), target: z.unknown().optional() })),
});

/** A scheme, as read, in which each margin without a target has the shares that a file has under its name. */
export function withSharesOf(scheme: unknown, read: MarginsRead["margins"], file: string): unknown {
  const outcome = margins.safeParse(scheme);
  // What is wrong with it is for the scheme's own check to say.
  if (!outcome.success) return scheme;
  return {
    ...outcome.data,
    margins: outcome.data.margins.map((margin) => {
      const found = read.find(({ name }) => name === margin.name);
      const isFilled = margin.target !== undefined || found === undefined;
      return isFilled ? margin : { ...margin, target: { shares: found.shares, source: basename(file) } };
    }),
  };
}
