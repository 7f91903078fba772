import type { Drawing } from "../drawing.ts";
import type { ScatterFigure } from "../figure.ts";
import { formatUncertainty, formatValue } from "../format.ts";
import { axisFor, endsOf, levelGrid, uprightGrid, type Axis } from "./axis.ts";
import { moved, type Block, type Shape, type Spot } from "./shapes.ts";
import { textAt, typeSize, wrapped } from "./type.ts";
import { whiskerAcross, whiskerUp } from "./whisker.ts";

/** Things in a plane of two shares with both intervals, by signs that the list below names. */
export function drawScatter(figure: ScatterFigure, drawing: Drawing): Block {
  const { widthPx } = drawing;
  const { across, up, points } = figure;
  const heightPx = Math.max(280, Math.min(440, widthPx * 0.56));
  const plot = { left: 46, right: widthPx - 10, top: 22, bottom: heightPx - 42 };
  const plane: Plane = {
    ...plot,
    x: axisFor([...endsOf(points.map((point) => point.across)), across.line], {
      from: plot.left,
      to: plot.right,
      ticks: widthPx < 480 ? 4 : 6,
      fromZero: false,
      limit: 1,
    }),
    y: axisFor([...endsOf(points.map((point) => point.up)), up.line], {
      from: plot.bottom,
      to: plot.top,
      ticks: 5,
      fromZero: false,
      limit: 1,
    }),
  };
  const list = listOf(figure, drawing);
  return {
    shapes: [
      ...planeOf(figure, plane, drawing),
      ...pointsOf(figure, plane, drawing),
      ...moved(list.shapes, [0, heightPx + 2]),
    ],
    heightPx: heightPx + 2 + list.heightPx,
  };
}

interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Axis;
  readonly y: Axis;
}

function planeOf(
  { across, up, quarters }: ScatterFigure,
  { left, right, top, bottom, x, y }: Plane,
  drawing: Drawing,
): Shape[] {
  const { theme } = drawing;
  const line = { shape: "line", stroke: theme.soft, width: 1.2, dash: [5, 4] } as const;
  const named = { size: typeSize.small, fill: theme.ink };
  return [
    ...uprightGrid(x, { unit: "share", top, bottom, drawing }),
    ...levelGrid(y, { unit: "share", from: left, to: right, drawing }),
    { ...line, from: [x.at(across.line), top], to: [x.at(across.line), bottom] },
    { ...line, from: [left, y.at(up.line)], to: [right, y.at(up.line)] },
    textAt(`${up.label} ↑`, [0, 12], named),
    textAt(`${across.label} →`, [right, bottom + 34], { ...named, anchor: "end" }),
    ...quarters.map((name, place) =>
      textAt(name, [place % 2 === 0 ? left + 5 : right - 5, place < 2 ? top + 14 : bottom - 7], {
        size: typeSize.small,
        fill: theme.soft,
        anchor: place % 2 === 0 ? "start" : "end",
        halo: theme.ground,
      }),
    ),
  ];
}

/** All intervals first: none shall cross a sign. */
function pointsOf({ points }: ScatterFigure, { x, y }: Plane, { theme }: Drawing): Shape[] {
  const stroke = theme.single;
  const intervals = points.flatMap(({ across, up }) => [
    ...whiskerAcross(across, { at: x.at, y: y.at(up.value), stroke, halfPx: 3 }),
    ...whiskerUp(up, { at: y.at, x: x.at(across.value), stroke, halfPx: 3 }),
  ]);
  const signs = points.flatMap(({ label, sign, isOpen, across, up }): Shape[] => {
    const at: Spot = [x.at(across.value), y.at(up.value)];
    return [
      { shape: "circle", at, radius: 8, fill: isOpen ? theme.ground : stroke, stroke, width: 1.6, says: label },
      textAt(sign, [at[0], at[1] + 3.8], {
        size: 10.5,
        weight: 700,
        fill: isOpen ? theme.ink : theme.ground,
        anchor: "middle",
      }),
    ];
  });
  return [...intervals, ...signs];
}

/** The things by their sign with both numbers: beside the name in two columns, or below it where there is less room. */
function listOf({ points, n, openMeans }: ScatterFigure, { theme, language, widthPx }: Drawing): Block {
  const columns = widthPx < 620 ? 1 : 2;
  const isNarrow = widthPx < 480;
  const width = widthPx / columns - 12;
  const rowPx = isNarrow ? 33 : 18;
  const style = { language, n };
  const perColumn = Math.ceil(points.length / columns);
  const small = { size: typeSize.small, fill: theme.ink };
  const shapes = points.flatMap(({ sign, label, across, up }, place): Shape[] => {
    const [upper, other] = [up, across].map(
      (mark) => `${formatValue(mark.value, "share", style)} (${formatUncertainty(mark, "share", style)})`,
    );
    const nameWidth = isNarrow ? width - 20 : width - 250;
    const [named = ""] = wrapped(label, { widthPx: nameWidth, size: typeSize.small, mostLines: 1 });
    const [x, y] = [Math.floor(place / perColumn) * (width + 24), (place % perColumn) * rowPx + 12];
    const numbers = `↑ ${upper ?? ""}  → ${other ?? ""}`;
    return [
      textAt(sign, [x, y], { ...small, weight: 700 }),
      textAt(named, [x + 20, y], small),
      isNarrow
        ? textAt(numbers, [x + 20, y + 14], { size: 10, fill: theme.soft })
        : textAt(numbers, [x + width, y], { size: 10, fill: theme.soft, anchor: "end" }),
    ];
  });
  const foot = perColumn * rowPx + 14;
  const hasOpen = points.some(({ isOpen }) => isOpen);
  const open = hasOpen ? [textAt(`○ ${openMeans}`, [0, foot], { size: typeSize.small, fill: theme.soft })] : [];
  return { shapes: [...shapes, ...open], heightPx: hasOpen ? foot + 6 : foot - 8 };
}
