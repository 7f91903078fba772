import type { Adapter } from "../adapter.ts";
import { marginFaults } from "./marginFaults.ts";
import { means } from "./means.ts";
import { weights } from "./weights.ts";

/** Every form of case that can be run, the more particular before the more general. */
export const adapters: readonly Adapter[] = [...means, ...weights, ...marginFaults];
