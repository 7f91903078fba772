import type { StudyQuality } from "../../server/quality/qualityApi.ts";

/** A screening as lines for a terminal: the study, then each reason, then each day. */
export function screeningLines({ study, rules, screening }: StudyQuality): string[] {
  if (screening === null) return [`${study}: not screened`];
  const { version, all, cameAfterClosing, reasons, days } = screening;
  return [
    `${study}: screening ${version}, by version ${rules.map(({ rulesVersion }) => rulesVersion)[0] ?? "—"} of the rules`,
    `  ${counted(all.responses)} responses, ${counted(all.screened)} screened, ${counted(all.excluded)} excluded`,
    ...(cameAfterClosing === 0 ? [] : [`  ${counted(cameAfterClosing)} came after their day was closed`]),
    "",
    "  reason          marked  excluded  by it alone",
    ...reasons.map(({ reason, marked, excluded, excludedByItAlone }) =>
      [
        `  ${reason.padEnd(13)}`,
        counted(marked).padStart(7),
        counted(excluded).padStart(8),
        counted(excludedByItAlone).padStart(11),
      ].join("  "),
    ),
    "",
    ...days.map(
      ({ day, rulesVersion, screened, excluded }) =>
        `  ${day}  rules ${rulesVersion ?? "—"}, ${counted(screened)} screened, ${counted(excluded)} excluded`,
    ),
  ];
}

function counted(count: number): string {
  return count.toLocaleString("en");
}
