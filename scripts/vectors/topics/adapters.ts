import type { Adapter } from "../adapter.ts";
import { means } from "./means.ts";

/** Every form of case that can be run, the more particular before the more general. */
export const adapters: readonly Adapter[] = [...means];
