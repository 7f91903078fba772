import { runsOf } from "./runs.ts";
import type { PathShape, Picture, Shape, Spot, TextShape } from "./shapes.ts";

/**
 * A picture as SVG: real type, a `viewBox`, title and description, and at each mark what it stands for. It holds no
 * script, no style sheet and no address, and nothing that was written by anyone but as escaped text.
 */
export function toSvg({ widthPx, heightPx, ground, shapes, title, description }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" role="img" aria-label="${escaped(title)}" font-family="${fontFamily}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    `<rect width="${widthPx}" height="${heightPx}" fill="${ground}"/>`,
    ...shapes.map(written),
    "</svg>",
  ].join("\n");
}

/** Bundled with the server for its own drawing; elsewhere the first that is there. */
const fontFamily =
  "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Hiragino Sans GB','Microsoft YaHei',system-ui,sans-serif";

/** Typefaces whose quotation marks are no wider than their ink. */
const latinFamily = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

function written(shape: Shape): string {
  switch (shape.shape) {
    case "rect": {
      const { x, y, width, height, fill, radius = 0, says } = shape;
      const round = radius > 0 ? ` rx="${radius}"` : "";
      return saying(
        "rect",
        `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${fill}"${round}`,
        says,
      );
    }
    case "circle": {
      const { at: centre, radius, fill, says } = shape;
      const [x, y] = centre;
      return saying("circle", `cx="${px(x)}" cy="${px(y)}" r="${radius}" fill="${fill}"${strokeOf(shape)}`, says);
    }
    case "line":
      return `<path d="M${at(shape.from)}L${at(shape.to)}"${strokeOf(shape)}/>`;
    case "path":
      return pathOf(shape);
    case "text":
      return textOf(shape);
  }
}

function pathOf(shape: PathShape): string {
  const { spots, fill, opacity = 1, says } = shape;
  const area = fill === undefined ? ' fill="none"' : ` fill="${fill}" fill-opacity="${opacity}"`;
  const line = `M${spots.map(at).join("L")}${fill === undefined ? "" : "Z"}`;
  return saying("path", `d="${line}"${area}${strokeOf(shape)} stroke-linejoin="round"`, says);
}

function textOf({ at: [x, y], text, size, weight, fill, anchor, halo }: TextShape): string {
  const bold = weight === 700 ? ' font-weight="700"' : "";
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const rim = halo === undefined ? "" : `${strokeOf({ stroke: halo, width: 3 })} paint-order="stroke"`;
  const runs = runsOf(text, weight).map(({ text: run, narrow }) =>
    narrow === null ? escaped(run) : `<tspan font-family="${latinFamily}">${run}</tspan>`,
  );
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" fill="${fill}"${bold}${anchored}${rim}>${runs.join("")}</text>`;
}

function strokeOf({ stroke, width = 1, dash }: { stroke?: string; width?: number; dash?: readonly number[] }): string {
  if (stroke === undefined) return "";
  return ` stroke="${stroke}" stroke-width="${width}"${dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`}`;
}

function saying(element: string, attributes: string, says: string | undefined): string {
  if (says === undefined) return `<${element} ${attributes}/>`;
  return `<${element} ${attributes}><title>${escaped(says)}</title></${element}>`;
}

function at([x, y]: Spot): string {
  return `${px(x)} ${px(y)}`;
}

/** A tenth of a pixel is as fine as can be seen. */
function px(length: number): string {
  return String(Math.round(length * 10) / 10);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Without the control characters that XML has no way to say, and halves of surrogate pairs. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
