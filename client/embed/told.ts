/** What a figure in a frame tells the page around it: how high it is, in pixels. */
export interface Told {
  readonly dingxinFigure: 1;
  readonly height: number;
}

/** More is no figure's height, and would push everything else out of sight. */
const mostPx = 20_000;

/** Whether a message is one of a figure's. */
export function isTold(message: unknown): message is Told {
  if (typeof message !== "object" || message === null) return false;
  if (!("dingxinFigure" in message) || !("height" in message)) return false;
  return typeof message.height === "number" && message.height > 0 && message.height < mostPx;
}
