import type { Plugin } from "chart.js";
import type { Dots } from "./dotsToChartJs.ts";
import { fontIn, fontPx, halfPx, type Drawing } from "./drawing.ts";
import type { ScatterAxis, ScatterFigure, ScatterPoint } from "./figure.ts";
import { formatNumber, formatUncertainty, formatValue } from "./format.ts";
import { drawLine, planeOf, type Area, type Plane } from "./plane.ts";
import { columnsOf, wrapLabel } from "./wrapLabel.ts";

const dotPx = 10;

/** A plane with a dot for each point, its sign within, its intervals as a cross, and its name where there is room. */
export function scatterToChartJs(figure: ScatterFigure, drawing: Drawing): { configuration: Dots; heightPx: number } {
  const { theme } = drawing;
  const { points } = figure;
  const styled = { pointRadius: dotPx, pointHoverRadius: dotPx + 1, pointBorderWidth: 2 };
  return {
    configuration: {
      type: "scatter",
      data: {
        datasets: [
          {
            ...styled,
            data: points.map(({ across, up }) => ({ x: across.value, y: up.value })),
            pointBorderColor: theme.single,
            pointBackgroundColor: points.map(({ isOpen }) => (isOpen ? theme.ground : theme.single)),
          },
        ],
      },
      options: optionsOf(figure, drawing),
      plugins: [crossesAndNames(figure, drawing)],
    },
    heightPx: Math.min(520, Math.max(340, drawing.widthPx * 0.72)),
  };
}

function optionsOf(figure: ScatterFigure, drawing: Drawing): NonNullable<Dots["options"]> {
  const { theme, language } = drawing;
  const { points, across, up, n } = figure;
  const style = { language, n };
  return {
    responsive: false,
    animation: false,
    layout: { padding: { right: 12, top: 6 } },
    scales: {
      x: axisOf(
        across,
        points.map((point) => point.across),
        drawing,
      ),
      y: axisOf(
        up,
        points.map((point) => point.up),
        drawing,
      ),
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        titleFont: { ...fontIn(theme), weight: "bold" },
        bodyFont: fontIn(theme),
        callbacks: {
          title: ([item]) => points[item?.dataIndex ?? 0]?.label ?? "",
          label: ({ dataIndex }) => {
            const point = points[dataIndex];
            if (point === undefined) return "";
            return (
              [
                ["up", up],
                ["across", across],
              ] as const
            ).map(([axis, { label }]) => {
              const mark = point[axis];
              return `${label} ${formatValue(mark.value, "share", style)} (${formatUncertainty(mark, "share", style)})`;
            });
          },
        },
      },
    },
  };
}

function axisOf({ label, line }: ScatterAxis, marks: readonly ScatterPoint["up"][], { theme, language }: Drawing) {
  const all = [...marks.flatMap(({ value, interval }) => [interval?.lower ?? value, interval?.upper ?? value]), line];
  const edge = (Math.max(...all) - Math.min(...all)) * 0.08;
  return {
    min: Math.max(0, Math.floor((Math.min(...all) - edge) * 20) / 20),
    max: Math.min(1, Math.ceil((Math.max(...all) + edge) * 20) / 20),
    title: { display: true, text: label, color: theme.ink, font: fontIn(theme) },
    border: { color: theme.line },
    grid: { color: theme.line, drawTicks: false },
    ticks: {
      color: theme.soft,
      font: fontIn(theme),
      padding: 6,
      maxTicksLimit: 6,
      maxRotation: 0,
      callback: (value: number | string) => `${formatNumber(Number((Number(value) * 100).toPrecision(6)), language)}%`,
    },
  };
}

/** What Chart.js does not draw: the lines and the quarters' names below, intervals, and signs and names of the dots. */
function crossesAndNames(figure: ScatterFigure, drawing: Drawing): Plugin<"scatter"> {
  return {
    id: "crosses-and-names",
    beforeDatasetsDraw: (chart) => {
      const plane = planeOf(chart);
      drawQuarters(plane, figure, drawing);
      for (const point of figure.points) drawCross(plane, point, drawing);
    },
    afterDatasetsDraw: (chart) => {
      drawNames(planeOf(chart), figure, drawing);
    },
  };
}

function drawQuarters(plane: Plane, { across, up, quarters }: ScatterFigure, { theme }: Drawing): void {
  const { context, area } = plane;
  const [x, y] = [plane.across(across.line), plane.up(up.line)];
  const look = { colour: theme.soft, isDashed: true } as const;
  drawLine(plane, { from: [x, area.top], to: [x, area.bottom], ...look });
  drawLine(plane, { from: [area.left, y], to: [area.right, y], ...look });
  context.save();
  context.fillStyle = theme.soft;
  context.font = `600 ${fontPx}px ${theme.fontFamily}`;
  for (const [place, name] of quarters.entries()) {
    const [isRight, isLow] = [place % 2 === 1, place > 1];
    context.textAlign = isRight ? "right" : "left";
    context.textBaseline = isLow ? "bottom" : "top";
    context.fillText(name, isRight ? area.right - 6 : area.left + 6, isLow ? area.bottom - 6 : area.top + 6);
  }
  context.restore();
}

function drawCross(plane: Plane, { across, up }: ScatterPoint, { theme }: Drawing): void {
  const [x, y] = [plane.across(across.value), plane.up(up.value)];
  const look = { colour: theme.interval, widthPx: 1.5 };
  if (across.interval !== null) {
    const { lower, upper } = across.interval;
    drawLine(plane, { from: [plane.across(lower), y], to: [plane.across(upper), y], ...look });
  }
  if (up.interval !== null) {
    const { lower, upper } = up.interval;
    drawLine(plane, { from: [x, plane.up(lower)], to: [x, plane.up(upper)], ...look });
  }
}

/** The sign in each dot, and the name beside it at the first side that is free; on a phone the table has the names. */
function drawNames(plane: Plane, { points }: ScatterFigure, { theme, widthPx }: Drawing): void {
  const { context, area } = plane;
  const places = points.map(({ across, up }) => ({ x: plane.across(across.value), y: plane.up(up.value) }));
  const taken: Area[] = places.map(({ x, y }) => around(x, y, { halfWidth: dotPx + 1, halfHeight: dotPx + 1 }));
  context.save();
  for (const [place, { label, sign, isOpen }] of points.entries()) {
    const { x, y } = places[place] ?? { x: 0, y: 0 };
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `700 ${fontPx - 2}px ${theme.fontFamily}`;
    context.fillStyle = isOpen ? theme.ink : theme.ground;
    context.fillText(sign, x, y + 0.5);
    if (widthPx < 520) continue;
    const [name = ""] = wrapLabel(label, { width: 26, mostLines: 1 });
    const halfWidth = (columnsOf(name) * halfPx) / 2;
    const sides = [
      around(x + dotPx + 5 + halfWidth, y, { halfWidth, halfHeight: 8 }),
      around(x - dotPx - 5 - halfWidth, y, { halfWidth, halfHeight: 8 }),
      around(x, y - dotPx - 11, { halfWidth, halfHeight: 8 }),
      around(x, y + dotPx + 11, { halfWidth, halfHeight: 8 }),
    ];
    const free = sides.find((side) => isWithin(side, area) && !taken.some((box) => overlap(box, side)));
    if (free === undefined) continue;
    taken.push(free);
    context.font = `${fontPx}px ${theme.fontFamily}`;
    context.fillStyle = theme.ink;
    context.fillText(name, (free.left + free.right) / 2, (free.top + free.bottom) / 2);
  }
  context.restore();
}

function around(x: number, y: number, { halfWidth, halfHeight }: { halfWidth: number; halfHeight: number }): Area {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}
