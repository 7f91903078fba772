import type { Clock } from "../clock.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { Study } from "../fielding/study.ts";
import { Problem, type FieldFault } from "../problem.ts";
import { batteryNamed } from "./batteries.ts";
import type { ToScreen } from "./markResponses.ts";
import type { Rules, RulesContent } from "./qualityApi.ts";
import { closedDays, toScreen, type ScreeningParts } from "./screeningRuns.ts";

/** Makes the procedure by which rules are checked against their study and kept. */
export function createScreeningRules({ clock, ...parts }: ScreeningParts & { clock: Clock }) {
  const { store } = parts;
  return {
    /** A study's rules, the newest version first. */
    list: (study: string): Promise<Rules[]> => store.rules(study),

    /**
     * Keeps rules as a new version. Those before it stay in force for the days that they have closed.
     *
     * @param madeBy the account's name; `null` for a program.
     * @throws {Problem} `invalid-rules` naming each part that does not fit the study, and `from` when it is a day that is
     *   closed.
     */
    async add(study: Study, content: RulesContent, madeBy: string | null): Promise<Rules> {
      const faults = faultsIn(content, await toScreen(study.study, parts));
      if ((await closedDays(study.study, store)).has(content.from) || (await isBeforeClosed(study.study, content.from)))
        faults.push(dayClosed);
      if (faults.length > 0) throw new Problem("invalid-rules", faults);
      for (;;) {
        const rules: Rules = {
          study: study.study,
          rulesVersion: ((await store.rules(study.study))[0]?.rulesVersion ?? 0) + 1,
          madeOn: calendarDay(clock(), study.timeZone),
          madeBy,
          ...content,
        };
        if (await store.addRules(rules)) return rules;
      }
    },
  };

  async function isBeforeClosed(study: string, from: string): Promise<boolean> {
    return [...(await closedDays(study, store))].some((day) => day >= from);
  }
}

const dayClosed: FieldFault = {
  field: "from",
  code: "day-closed",
  message: {
    "zh-CN": "这一天或之后的日子已经按当时的规则封存，新规则只能从更晚的日子开始",
    en: "This day, or one after it, is closed and keeps its marks: new rules can only begin later",
  },
};

function faultsIn(content: RulesContent, screened: ToScreen): FieldFault[] {
  const checks = content.attention?.checks ?? [];
  return [
    ...content.batteries.flatMap((name, place): FieldFault[] =>
      batteryNamed(name, screened) === null
        ? [
            {
              field: `batteries.${place}`,
              code: "no-battery",
              message: {
                "zh-CN": "不是量表，也不是至少三行的同一刻度矩阵题",
                en: "This is no standard scale, and no matrix of three ordered rows or more",
              },
            },
          ]
        : [],
    ),
    ...checks.flatMap(({ variable, right }, place): FieldFault[] => {
      const column = screened.columns.column(variable);
      const isKnown = column?.kind === "category" && right.every((code) => column.codes.includes(code));
      return isKnown
        ? []
        : [
            {
              field: `attention.checks.${place}`,
              code: "no-check",
              message: {
                "zh-CN": "没有这道单选题，或没有这个选项",
                en: "There is no choice of one of this name, or it has no such code",
              },
            },
          ];
    }),
  ];
}
