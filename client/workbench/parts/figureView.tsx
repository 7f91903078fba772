import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { describe } from "../../../charts/describe.ts";
import type { Figure } from "../../../charts/figure.ts";
import { darkTheme, lightTheme, type Theme } from "../../../charts/theme.ts";
import { toChartJs } from "../../../charts/toChartJs.ts";
import { useReader } from "../reader.ts";
import type { CanvasDrawing } from "./drawing.ts";
import { useNearness } from "../useNearness.ts";

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

function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      setWidthPx(Math.round(entry?.contentRect.width ?? 0));
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, [place]);
  return widthPx;
}

function useTheme(): Theme {
  const query = useMemo(() => matchMedia("(prefers-color-scheme: dark)"), []);
  const [isDark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => {
      setDark(query.matches);
    };
    query.addEventListener("change", follow);
    return () => {
      query.removeEventListener("change", follow);
    };
  }, [query]);
  return isDark ? darkTheme : lightTheme;
}
