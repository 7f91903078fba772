import { Problem } from "../problem.ts";
import type { TemplateContent, TemplateSummary } from "./reportsApi.ts";
import { parseTemplate } from "./template/parseTemplate.ts";
import { readyMade } from "./template/readyMade.ts";
import type { Language } from "../../surveys/language.ts";
import type { TemplateStore } from "./templateStore.ts";

/** The templates of studies: those that come with the product, and their own. */
export type Templates = ReturnType<typeof createTemplates>;

const mostTemplates = 50;

/** Makes the place where templates are found and kept. */
export function createTemplates({ store }: { store: TemplateStore }) {
  return {
    /** Those that come with the product first. */
    async list(study: string): Promise<TemplateSummary[]> {
      const own = await store.list(study, mostTemplates);
      return [
        ...Object.entries(readyMade).map(([template, content]) => ({ template, ...content, isOwn: false, version: 0 })),
        ...own.map(({ template, title, markdown, version }) => ({
          template,
          title: { "zh-CN": title, en: title },
          markdown: { "zh-CN": markdown, en: markdown },
          isOwn: true,
          version,
        })),
      ];
    },

    /** The Markdown of a template. @throws {Problem} `not-found`. */
    async markdownOf(study: string, template: string, language: Language): Promise<string> {
      if (Object.hasOwn(readyMade, template)) return readyMade[template]?.markdown[language] ?? "";
      const kept = await store.find(study, template);
      if (kept === null) throw noSuchTemplate();
      return kept.markdown;
    },

    /**
     * Keeps a template of a study's own, new or in place of the version that it was made from.
     *
     * @throws {Problem} `invalid-template` naming each fault with its line and column; `changed-meanwhile` where `version` is
     *   not its newest; `already-exists` for the name of one that comes with the product; `too-large` for more than 50.
     */
    async put(
      study: string,
      template: string,
      { title, markdown, version }: TemplateContent,
    ): Promise<{ version: number }> {
      if (Object.hasOwn(readyMade, template)) throw nameIsTaken();
      parseTemplate(markdown);
      if (version === 0 && (await store.count(study)) >= mostTemplates) throw tooMany();
      if (!(await store.put(study, { template, title, markdown, from: version })))
        throw new Problem("changed-meanwhile");
      return { version: version + 1 };
    },

    /** Forgets a template. @throws {Problem} `not-found`. */
    async remove(study: string, template: string): Promise<void> {
      if (!(await store.remove(study, template))) throw noSuchTemplate();
    },
  };
}

function noSuchTemplate(): Problem {
  return new Problem("not-found", [
    {
      field: "template",
      code: "unknown-template",
      message: { "zh-CN": "没有这个报告模板", en: "There is no such template" },
    },
  ]);
}

function nameIsTaken(): Problem {
  return new Problem("already-exists", [
    {
      field: "template",
      code: "ready-made",
      message: {
        "zh-CN": "这是自带模板的名称，请换一个",
        en: "This is the name of a template that comes with the product",
      },
    },
  ]);
}

function tooMany(): Problem {
  return new Problem("too-large", [
    {
      field: "template",
      code: "too-many-templates",
      message: {
        "zh-CN": `一项调查最多 ${mostTemplates} 个模板`,
        en: `A study has at most ${mostTemplates} templates`,
      },
    },
  ]);
}
