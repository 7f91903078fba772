import type { Schemes } from "./schemes.ts";
import type { SchemeMargin, WeightWanted } from "./weightingApi.ts";

/** The margins that weights were made to meet; none of weights that came with the answers. */
export async function marginsOf(
  schemes: Pick<Schemes, "behind">,
  study: string,
  weight: WeightWanted,
): Promise<readonly SchemeMargin[]> {
  if (weight === "none" || weight === "given") return [];
  const [scheme = "", version] = weight.slice("scheme:".length).split("@");
  return (await schemes.behind(study, scheme, version === undefined ? null : Number(version))).margins;
}
