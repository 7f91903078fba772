/*
 * The script beside an embedded figure: keeps its frame as high as the figure needs. Without it the frame scrolls.
 * It reads nothing of the page it is on but the frames of figures, keeps nothing and sends nothing.
 */
import { isTold } from "./told.ts";

addEventListener("message", ({ data, source }: MessageEvent<unknown>) => {
  if (!isTold(data)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe.dingxin-figure"))
    // The window and not the origin says who speaks: several figures of one origin may be on a page.
    if (frame.contentWindow === source) frame.style.height = `${Math.ceil(data.height)}px`;
});
