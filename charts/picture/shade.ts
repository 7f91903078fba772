import { orderedColours, type Theme } from "../theme.ts";

const shades = 64;

/** A colour for each value: the more, the darker (on a dark page, the brighter), over the range of the values there are. */
export function shadeOf(marks: readonly { readonly value: number }[], theme: Theme): (value: number) => string {
  const values = marks.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const colours = orderedColours(theme, shades);
  return (value) => {
    const position = most > least ? (value - least) / (most - least) : 0.4;
    return colours[Math.round(position * (shades - 1))] ?? theme.single;
  };
}
