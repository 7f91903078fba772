import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from "chart.js";
import type { toChartJs } from "../../../charts/toChartJs.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/** Draws on a canvas; a drawing that is not wanted any more is to be destroyed. */
export function draw(
  canvas: HTMLCanvasElement,
  configuration: ReturnType<typeof toChartJs>["configuration"],
): { destroy: () => void } {
  const chart = new Chart(canvas, configuration);
  return {
    destroy: () => {
      chart.destroy();
    },
  };
}
