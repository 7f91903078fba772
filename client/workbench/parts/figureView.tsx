import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { describe } from "../../../charts/describe.ts";
import type { Figure } from "../../../charts/figure.ts";
import { toChartJs } from "../../../charts/toChartJs.ts";
import { useReader } from "../reader.ts";
import type { CanvasDrawing } from "./drawing.ts";
import { useNearness } from "../useNearness.ts";
import { useTheme } from "../useTheme.ts";
import { useWidth } from "../useWidth.ts";

/** A figure drawn as wide as its place, once it comes near the window; in words for who does not see it. */
export function FigureView({ figure }: { figure: Figure }): JSX.Element {
  const { language } = useReader();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const widthPx = useWidth(place);
  const theme = useTheme();
  const isNear = useNearness(place);
  const { configuration, heightPx } = useMemo(
    () => toChartJs(figure, { theme, language, widthPx }),
    [figure, theme, language, widthPx],
  );
  const drawing = useRef<CanvasDrawing | null>(null);
  useEffect(() => {
    if (!isNear || widthPx === 0) return;
    if (drawing.current !== null) {
      drawing.current.redraw(configuration);
      return;
    }
    let isGone = false;
    // Chart.js is most of the program: the page is read before it arrives.
    void import("./drawing.ts").then(({ draw }) => {
      if (!isGone && canvas.current !== null) drawing.current = draw(canvas.current, configuration);
    });
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
