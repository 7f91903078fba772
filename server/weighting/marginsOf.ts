import type { Schemes } from "./schemes.ts";
import type { SchemeMargin, WeightWanted } from "./weightingApi.ts";

/** The margins of the scheme that weights are of; none of weights that came with the answers. */
export async function marginsOf(
  schemes: Pick<Schemes, "named">,
  study: string,
  weight: WeightWanted,
): Promise<readonly SchemeMargin[]> {
  if (weight === "none" || weight === "given") return [];
  const [scheme = ""] = weight.slice("scheme:".length).split("@");
  return (await schemes.named(study, scheme)).margins;
}
