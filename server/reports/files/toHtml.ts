import { toSvg } from "../../../charts/picture/toSvg.ts";
import { darkTheme, lightTheme } from "../../../charts/theme.ts";
import type { Language } from "../../../surveys/language.ts";
import { checkedHtml, html, type Html } from "../../fielding/page/html.ts";
import { pageWords } from "../../figures/page/pageWords.ts";
import type { Block, PictureBlock, ReportDocument, TableBlock, Text, Tone } from "../document.ts";
import { tableBlock } from "../shownTable.ts";
import { reportStyle } from "./reportStyle.ts";
import { drawnAlone } from "./typeset.ts";

/** A report as one page that needs nothing else: no script, no address that is loaded. */
export function toHtml({ language, title, blocks, foot, liveAddress }: ReportDocument): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${checkedHtml(reportStyle)}
        </style>
      </head>
      <body>
        <main aria-label="${title}">${grouped(blocks, language)}</main>
        <footer>
          <p>${foot}</p>
          ${liveAddress !== null && html`<p><a href="${liveAddress}">${liveAddress}</a></p>`}
        </footer>
      </body>
    </html>`.html;
}

/** Points that follow each other as a list. */
function grouped(blocks: readonly Block[], language: Language): Html[] {
  const written: Html[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block?.kind === "item") {
      const isNumbered = block.mark !== "•";
      const points: Html[] = [];
      for (let point = blocks[at]; point?.kind === "item" && (point.mark !== "•") === isNumbered; point = blocks[at]) {
        points.push(html`<li class="depth-${point.depth}">${runsHtml(point.text)}</li>`);
        at += 1;
      }
      written.push(
        isNumbered
          ? html`<ol start="${Number.parseInt(block.mark, 10)}">
              ${points}
            </ol>`
          : html`<ul>
              ${points}
            </ul>`,
      );
    } else {
      if (block !== undefined) written.push(blockHtml(block, language));
      at += 1;
    }
  }
  return written;
}

function blockHtml(block: Exclude<Block, { kind: "item" }>, language: Language): Html {
  switch (block.kind) {
    case "heading":
      return headingHtml(block);
    case "paragraph":
      return paragraphHtml(block.text, block.tone);
    case "code":
      return html`<pre tabindex="0">${block.text}</pre>`;
    case "rule":
      return html`<hr />`;
    case "table":
      return tableHtml(block);
    case "picture":
      return pictureHtml(block, language);
    case "methods":
      return html`<dl>
        ${block.lines.map(
          ({ label, text }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>`;
    default:
      return html``;
  }
}

function headingHtml({ level, text }: Extract<Block, { kind: "heading" }>): Html {
  switch (level) {
    case 1:
      return html`<h1>${runsHtml(text)}</h1>`;
    case 2:
      return html`<h2>${runsHtml(text)}</h2>`;
    case 3:
      return html`<h3>${runsHtml(text)}</h3>`;
  }
}

function paragraphHtml(text: Text, tone: Tone): Html {
  if (tone === "quote") return html`<blockquote><p>${runsHtml(text)}</p></blockquote>`;
  if (tone === "warning") return html`<p class="warning" role="note">${runsHtml(text)}</p>`;
  return html`<p class="${tone}">${runsHtml(text)}</p>`;
}

function runsHtml(text: Text): Html[] {
  return text.map(({ text: said, isStrong = false, isEmphasis = false, address }) => {
    const kept = address === undefined ? html`${said}` : html`<a href="${address}" rel="noopener">${said}</a>`;
    const emphasised = isEmphasis ? html`<em>${kept}</em>` : kept;
    return isStrong ? html`<strong>${emphasised}</strong>` : emphasised;
  });
}

/** Roles are named since a style sheet that stacks a table on a phone takes them away. */
function tableHtml({ caption, columns, rows }: TableBlock): Html {
  const isWide = columns.length > 4;
  return html`<div class="frame${isWide ? " wide-table" : ""}" tabindex="0">
    <table role="table">
      ${
        caption !== "" &&
        html`<caption>
          ${caption}
        </caption>`
      }
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            ({ title, isNumber }) =>
              html`<th scope="col" role="columnheader" class="${isNumber ? "number" : ""}">${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) =>
            html`<tr role="row">
              ${row.map(({ text, isFlagged = false }, place) => {
                const { title = "", isNumber = false } = columns[place] ?? {};
                const named = [...(isNumber ? ["number"] : []), ...(isFlagged ? ["flagged"] : [])].join(" ");
                return place === 0
                  ? html`<th scope="row" role="rowheader">${text}</th>`
                  : html`<td role="cell" class="${named}" data-title="${title}">${text}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Four drawings, of which the style sheet shows the one that fits the width and the colours of the reader. */
function pictureHtml(block: PictureBlock, language: Language): Html {
  const { title, headline, note, warning, sourceLine, address, alternative, table, isUnderItsTitle } = block;
  const drawings = (["wide", "narrow"] as const).flatMap((width) =>
    ([lightTheme, darkTheme] as const).map((theme) => {
      const picture = drawnAlone(block, { widthPx: width === "wide" ? 760 : 400, theme, language });
      const named = `drawing ${width} ${theme === darkTheme ? "dark" : "light"}`;
      // Escaped by toSvg, which writes nothing else.
      return html`<div class="${named}">${checkedHtml(toSvg(picture))}</div>`;
    }),
  );
  return html`<figure>
    <figcaption>
      ${warning !== "" && html`<p class="warning" role="note">${warning}</p>`}
      <p class="headline${isUnderItsTitle && headline === "" ? " hidden" : ""}">
        ${headline === "" ? title : headline}
      </p>
      ${headline !== "" && html`<p class="title">${title}</p>`}
    </figcaption>
    ${drawings} ${note !== "" && html`<p class="small">${note}</p>`}
    <p class="small">${sourceLine} ${address !== null && html`<a href="${address}">${address}</a>`}</p>
    <details>
      <summary>${pageWords.table[language]}</summary>
      <p class="small">${alternative}</p>
      ${tableHtml({ ...tableBlock(table, language), caption: title })}
    </details>
  </figure>`;
}
