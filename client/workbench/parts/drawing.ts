import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import type { Figure } from "../../../charts/figure.ts";
import { lightTheme } from "../../../charts/theme.ts";
import { toChartJs } from "../../../charts/toChartJs.ts";
import { wrapLabel } from "../../../charts/wrapLabel.ts";
import type { Language } from "../../../surveys/language.ts";
import { besideLinesPlugin } from "./besideLinesPlugin.ts";

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, ScatterController);
Chart.register(CategoryScale, LinearScale, Filler, Legend, Tooltip, besideLinesPlugin);

type Configuration = ReturnType<typeof toChartJs>["configuration"];

/** How large something is drawn. */
export interface DrawingSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What stands on a canvas; one that is not wanted any more is to be destroyed. */
export interface CanvasDrawing {
  /** Draws something else in its place: most of a drawing that only has other numbers stays. */
  readonly redraw: (configuration: Configuration, size: DrawingSize) => void;
  readonly destroy: () => void;
}

/** Draws on a canvas, which becomes as large as is said: Chart.js would measure the page anew for each. */
export function draw(canvas: HTMLCanvasElement, configuration: Configuration, size: DrawingSize): CanvasDrawing {
  let type = configuration.type;
  let chart = chartOfSize(canvas, configuration, size);
  return {
    redraw(next, { widthPx, heightPx }) {
      if (next.type === type) {
        Object.assign(chart, { data: next.data, options: next.options });
        if (chart.width !== widthPx || chart.height !== heightPx) chart.resize(widthPx, heightPx);
        chart.update("none");
        return;
      }
      chart.destroy();
      type = next.type;
      chart = chartOfSize(canvas, next, { widthPx, heightPx });
    },
    destroy() {
      chart.destroy();
    },
  };
}

type DrawnChart = Pick<Chart, "update" | "destroy" | "resize" | "width" | "height">;

function chartOfSize(
  canvas: HTMLCanvasElement,
  configuration: Configuration,
  { widthPx, heightPx }: DrawingSize,
): DrawnChart {
  canvas.width = widthPx;
  canvas.height = heightPx;
  return chartOn(canvas, configuration);
}

/** Chart.js' types take a chart of one known kind. */
function chartOn(canvas: HTMLCanvasElement, configuration: Configuration): DrawnChart {
  return configuration.type === "scatter" ? new Chart(canvas, configuration) : new Chart(canvas, configuration);
}

const scale = 2;
const bodyPx = 760;
const edgePx = 24;
const theme = lightTheme;

/** A line of type in a picture. */
interface TypeLine {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly heightPx: number;
}

/**
 * Figures under each other as one PNG of twice the size, with a title above and `lines` below: of how many and when, so
 * that a picture that is passed on keeps what it needs. Always dark on light: pictures go into documents.
 *
 * `null` where the browser can not make one.
 */
export async function pictureOf(
  figures: readonly Figure[],
  { title, lines, language }: { title: string; lines: readonly string[]; language: Language },
): Promise<Blob | null> {
  const parts = [
    ...typeLines(title, { sizePx: 19, weight: 650, colour: theme.ink }),
    ...figures.flatMap((figure) => [
      ...(figure.title === title ? [] : typeLines(figure.title, { sizePx: 15, weight: 600, colour: theme.ink })),
      drawn(figure, language),
    ]),
    { text: "", font: "", colour: theme.soft, heightPx: 8 },
    ...lines.flatMap((line) => typeLines(line, { sizePx: 13, weight: 400, colour: theme.soft })),
  ];
  const canvas = document.createElement("canvas");
  canvas.width = (bodyPx + 2 * edgePx) * scale;
  canvas.height = Math.ceil((parts.reduce((sum, part) => sum + heightOf(part), 0) + 2 * edgePx) * scale);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.textBaseline = "top";
  let top = edgePx;
  for (const part of parts) {
    if (part instanceof HTMLCanvasElement) context.drawImage(part, edgePx, top, bodyPx, heightOf(part));
    else {
      context.font = part.font;
      context.fillStyle = part.colour;
      context.fillText(part.text, edgePx, top);
    }
    top += heightOf(part);
  }
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}

function heightOf(part: TypeLine | HTMLCanvasElement): number {
  return part instanceof HTMLCanvasElement ? part.height / scale : part.heightPx;
}

function typeLines(
  text: string,
  { sizePx, weight, colour }: { sizePx: number; weight: number; colour: string },
): TypeLine[] {
  const width = Math.floor(bodyPx / (sizePx * 0.54));
  return wrapLabel(text, { width, mostLines: 4 }).map((each) => ({
    text: each,
    font: `${weight} ${sizePx}px ${theme.fontFamily}`,
    colour,
    heightPx: sizePx * 1.6,
  }));
}

function drawn(figure: Figure, language: Language): HTMLCanvasElement {
  const { configuration, heightPx } = toChartJs(figure, { theme, language, widthPx: bodyPx });
  const canvas = document.createElement("canvas");
  // The configuration was made for this picture alone.
  Object.assign(configuration.options ?? {}, { devicePixelRatio: scale });
  const chart = chartOfSize(canvas, configuration, { widthPx: bodyPx, heightPx });
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext("2d")?.drawImage(canvas, 0, 0);
  // Chart.js empties its canvas when it is let go.
  chart.destroy();
  return copy;
}
