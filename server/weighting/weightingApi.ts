import { z } from "zod";

/** Which weights an estimate is wanted by: `none`, those that came with the data, or those of a scheme. */
export const weightWanted = z.enum(["none", "given"]);

/** Which weights an estimate is wanted by. */
export type WeightWanted = z.infer<typeof weightWanted>;

/** Which weights an estimate or a file was made with. */
export type WeightUsed = "none" | "given";
