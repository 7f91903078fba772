import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { describe } from "../../../charts/describe.ts";
import type { Figure } from "../../../charts/figure.ts";
import { toChartJs } from "../../../charts/toChartJs.ts";
import { useReader } from "../reader.ts";
import type { CanvasDrawing, draw } from "./drawing.ts";
import { useNearness } from "../useNearness.ts";
import { useTheme } from "../useTheme.ts";
import { useWidth } from "../useWidth.ts";

/** So far below the window a figure is drawn: the next one takes less time than a reader to get there. */
const drawnWithinPx = 150;

/** What draws, once it is there: asking for it again would take until after the next picture. */
let drawNow: typeof draw | null = null;

/** Chart.js is most of the program: the page is read before it arrives. */
async function fetchDraw(): Promise<typeof draw> {
  return (drawNow = (await import("./drawing.ts")).draw);
}

/** A figure drawn as wide as its place, once it comes near the window; in words for who does not see it. */
export function FigureView({ figure }: { figure: Figure }): JSX.Element {
  const { language } = useReader();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const widthPx = useWidth(place);
  const theme = useTheme();
  const isNear = useNearness(place, { marginPx: drawnWithinPx });
  const { configuration, heightPx } = useMemo(
    () => toChartJs(figure, { theme, language, widthPx }),
    [figure, theme, language, widthPx],
  );
  const drawing = useRef<CanvasDrawing | null>(null);
  useLayoutEffect(() => {
    if (!isNear || widthPx === 0) return;
    if (drawing.current !== null) {
      drawing.current.redraw(configuration, { widthPx, heightPx });
      return;
    }
    let isGone = false;
    const drawBy = (how: typeof draw): void => {
      if (!isGone && canvas.current !== null)
        drawing.current = how(canvas.current, configuration, { widthPx, heightPx });
    };
    if (drawNow !== null) drawBy(drawNow);
    else void fetchDraw().then(drawBy);
    return () => {
      isGone = true;
    };
  }, [configuration, isNear, widthPx]);
  useEffect(
    () => () => {
      drawing.current?.destroy();
    },
    [],
  );
  return (
    <div ref={place} class="figure" style={{ height: `${heightPx}px` }}>
      <canvas ref={canvas} role="img" aria-label={describe(figure, language)} />
    </div>
  );
}
