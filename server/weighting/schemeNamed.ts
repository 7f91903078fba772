import { Problem } from "../problem.ts";
import { schemeName } from "./weightingApi.ts";

/**
 * The name of a scheme that an address gives.
 *
 * @throws {Problem} `not-found` for a text that could not be one.
 */
export function schemeNamed(parameter: unknown): string {
  const name = schemeName.safeParse(parameter);
  if (name.success) return name.data;
  throw new Problem("not-found", [
    {
      field: "scheme",
      code: "not-a-name",
      message: {
        "zh-CN": "方案名称只能用小写字母、数字和连字符",
        en: "A scheme's name has lower-case letters, digits and hyphens",
      },
    },
  ]);
}
