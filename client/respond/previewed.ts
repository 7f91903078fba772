import type { Definition } from "../../surveys/definition.ts";
import type { Language } from "../../surveys/language.ts";

/** What the workbench tells the preview to show: a definition that has passed the server's check. */
export interface Previewed {
  readonly definition: Definition;
  readonly language: Language;
  readonly title: string;
}

/** What the preview says once it listens. */
export const previewReady = "dingxin-preview-ready";
