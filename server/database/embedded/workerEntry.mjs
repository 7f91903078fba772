// A worker begins without the loader that its parent runs under, so this one file is plain JavaScript and brings it.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
