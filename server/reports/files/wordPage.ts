/** A4 in twentieths of a point; its margins and the line are in the same. */
export const page = { width: 11906, height: 16838, side: 1077, top: 850, foot: 907 } as const;

/** How long a line is. */
export const lineWidth = page.width - 2 * page.side;

/** Typefaces that Windows, WPS and macOS have; others take the next of their own. None is embedded. */
export const font = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Microsoft YaHei" };

/** Colours as Word writes them. */
export const colours = {
  accent: "0B6B68",
  ink: "1B2526",
  soft: "586667",
  line: "D5DEDD",
  box: "F3F7F6",
  warning: "8F3800",
};
/** Ground of what must not be overlooked. */
export const warningGround = "FDF1E6";
