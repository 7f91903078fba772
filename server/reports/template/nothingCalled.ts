import type { Place, TemplateFault } from "./template.ts";

const longestShown = 60;

/** A fault for a name that nothing has. `known` are those that there are; none where they are too many to say. */
export function nothingCalled(
  given: string,
  { place, code, known = [] }: { place: Place; code: string; known?: readonly string[] },
): TemplateFault {
  const shown = given.length > longestShown ? `${given.slice(0, longestShown)}…` : given;
  const there = known.join(", ");
  return {
    place,
    code,
    message: {
      "zh-CN": `没有“${shown}”${there === "" ? "" : `；可用：${there}`}`,
      en: `there is no “${shown}”${there === "" ? "" : `; there are ${there}`}`,
    },
  };
}
