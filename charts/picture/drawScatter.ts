import type { Drawing } from "../drawing.ts";
import type { ScatterFigure } from "../figure.ts";
import { formatUncertainty, formatValue } from "../format.ts";
import type { Theme } from "../theme.ts";
import { axisFor, endsOf, levelGrid, ticksFor, uprightGrid, type Axis } from "./axis.ts";
import { moved, stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { linesAround, textAt, typeSize, wrapped } from "./type.ts";
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
      from: plot.left + rimPx,
      to: plot.right - rimPx,
      ticks: ticksFor(plot.right - plot.left),
      fromZero: false,
      limit: 1,
    }),
    y: axisFor([...endsOf(points.map((point) => point.up)), up.line], {
      from: plot.bottom - quarterPx,
      to: plot.top + quarterPx,
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

/** So that a sign at 0% or 100% covers no number of an axis, and none the names of the quarters. */
const rimPx = 9;
const quarterPx = 26;

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
    ...quarters.flatMap((name, place) => {
      const lines = wrapped(name, { widthPx: (right - left) / 2 - 12, size: 10, mostLines: 2 });
      const half = (lines.length * 10 * 1.25) / 2;
      return linesAround(lines, [place % 2 === 0 ? left + 5 : right - 5, place < 2 ? top + half : bottom - half], {
        size: 10,
        fill: theme.soft,
        anchor: place % 2 === 0 ? "start" : "end",
        halo: theme.ground,
      });
    }),
  ];
}

/** All intervals first: none shall cross a sign. */
function pointsOf({ points }: ScatterFigure, plane: Plane, { theme }: Drawing): Shape[] {
  const { x, y } = plane;
  const stroke = theme.single;
  const intervals = points.flatMap(({ across, up }) => [
    ...whiskerAcross(across, { at: x.at, y: y.at(up.value), stroke, halfPx: 3 }),
    ...whiskerUp(up, { at: y.at, x: x.at(across.value), stroke, halfPx: 3 }),
  ]);
  const spots = points.map(({ across, up }): Spot => [x.at(across.value), y.at(up.value)]);
  const places = apartFrom(spots, plane);
  const signs = points.flatMap(({ label, sign, isOpen }, place): Shape[] => {
    const spot = spots[place] ?? [0, 0];
    const at = places[place] ?? spot;
    const isMoved = at !== spot;
    return [
      ...(isMoved
        ? [
            { shape: "line", from: spot, to: at, stroke: theme.soft, width: 0.8 } as const,
            { shape: "circle", at: spot, radius: 2.5, fill: stroke } as const,
          ]
        : []),
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

const signApartPx = 17;

/** Where signs stand: at their own spot, or where that is taken at the nearest free one around it. */
function apartFrom(spots: readonly Spot[], { left, right, top, bottom }: Plane): Spot[] {
  const taken: Spot[] = [];
  for (const spot of spots) {
    const isFree = ([x, y]: Spot): boolean =>
      x >= left &&
      x <= right &&
      y >= top &&
      y <= bottom &&
      taken.every(([a, b]) => Math.hypot(x - a, y - b) >= signApartPx);
    const around = Array.from({ length: 6 * 16 }, (_, step): Spot => {
      const [radius, angle] = [
        signApartPx * (1 + Math.floor(step / 16) / 2),
        (step % 16) * (Math.PI / 8) - Math.PI / 2,
      ];
      return [spot[0] + radius * Math.cos(angle), spot[1] + radius * Math.sin(angle)];
    });
    taken.push([spot, ...around].find(isFree) ?? spot);
  }
  return taken;
}

/** The things by their sign with both numbers: beside the name in columns, or below it where there is less room. */
function listOf({ points, n, openMeans }: ScatterFigure, { theme, language, widthPx }: Drawing): Block {
  const columns = widthPx < 620 ? 1 : Math.max(2, Math.floor(widthPx / 480));
  const isNarrow = widthPx < 480;
  const width = (widthPx - (columns - 1) * 24) / columns;
  const style = { language, n };
  const perColumn = Math.ceil(points.length / columns);
  const small = { size: typeSize.small, fill: theme.ink };
  const entries = points.map(({ sign, label, across, up }): Block => {
    const [upper, other] = [up, across].map(
      (mark) => `${formatValue(mark.value, "share", style)} (${formatUncertainty(mark, "share", style)})`,
    );
    const nameWidth = isNarrow ? width - 20 : width - 250;
    const named = wrapped(label, { widthPx: nameWidth, size: typeSize.small, mostLines: 3 });
    const numbers = `↑ ${upper ?? ""}  → ${other ?? ""}`;
    const below = 12 + named.length * 14;
    return {
      shapes: [
        textAt(sign, [0, 12], { ...small, weight: 700 }),
        ...named.map((line, at) => textAt(line, [20, 12 + at * 14], small)),
        isNarrow
          ? textAt(numbers, [20, below], { size: 10, fill: theme.soft })
          : textAt(numbers, [width, 12], { size: 10, fill: theme.soft, anchor: "end" }),
      ],
      heightPx: isNarrow ? below + 7 : below - 8,
    };
  });
  const inColumns = Array.from({ length: columns }, (_, column) =>
    stacked(entries.slice(column * perColumn, (column + 1) * perColumn)),
  );
  const list: Block = {
    shapes: inColumns.flatMap(({ shapes }, column) => moved(shapes, [column * (width + 24), 0])),
    heightPx: Math.max(0, ...inColumns.map(({ heightPx }) => heightPx)),
  };
  const open = points.some(({ isOpen }) => isOpen) ? openKey(openMeans, theme) : [];
  return stacked([list, { shapes: open, heightPx: open.length > 0 ? 22 : 0 }]);
}

function openKey(openMeans: string, { ground, single, soft }: Theme): Shape[] {
  return [
    { shape: "circle", at: [7, 12], radius: 6, fill: ground, stroke: single, width: 1.6 },
    textAt(openMeans, [20, 16], { size: typeSize.small, fill: soft }),
  ];
}
