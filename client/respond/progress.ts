import type { Model } from "survey-core";
import { element } from "./elements.ts";

/** Takes over the line that says how far the reader is; the words came with the page. */
export function createProgress(model: Model): { readonly element: HTMLElement; turn(): void } {
  const place = document.getElementById("progress") ?? element("div", {});
  const words = place.dataset["words"] ?? "";
  const line = place.querySelector("span");
  const bar = place.querySelector("progress");
  const write = (): void => {
    const { visiblePageCount, currentPageNo } = model;
    const [page, pages] = [String(currentPageNo + 1), String(visiblePageCount)];
    if (line !== null) line.textContent = words.replace("{page}", page).replace("{pages}", pages);
    bar?.setAttribute("max", pages);
    bar?.setAttribute("value", page);
  };
  write();
  return {
    element: place,
    /** Another page is there: its top is shown, and whoever listens hears which it is. */
    turn() {
      write();
      place.focus({ preventScroll: true });
      scrollTo(0, 0);
    },
  };
}
