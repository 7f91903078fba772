import { formatDay } from "../../../charts/format.ts";
import type { Language } from "../../../surveys/language.ts";
import { calendarDay } from "../../fielding/calendarDay.ts";
import { checkedHtml, html, type Html } from "../../fielding/page/html.ts";
import type { FigureEdition, FigureFile } from "../figuresApi.ts";
import { fileFormats, pictureOf, svgOf } from "../files/figureFiles.ts";
import { methodsLines, problemNotes } from "../problemNotes.ts";
import { numbersTable } from "./numbersTable.ts";
import { pageStyle } from "./pageStyle.ts";
import { whole, type PageFrame } from "./pageFrame.ts";
import { pageWords } from "./pageWords.ts";

/** How the addresses on a page go on: with the key that opened it, where one did. */
export interface PageLinks {
  readonly origin: string;
  /** Empty, or a key. */
  readonly key: string;
}

/** The page of a figure: the drawing, its state, numbers, methods and how to cite it. */
export function figurePage(file: FigureFile, links: PageLinks, frame: PageFrame): string {
  const { language } = frame;
  const { state, address } = file;
  const edition = state.editions[language];
  const said = (name: keyof typeof pageWords): string => pageWords[name][language];
  return whole(edition.title, {
    frame,
    head: discovery(file, links, language),
    body: html`<h1 class="hidden">${edition.title}</h1>
      ${stateOf(file, language)} ${picturesOf(file, language)} ${problemsOf(file, language)}
      <h2>${said("take")}</h2>
      <p class="files">
        ${fileFormats.map((format) => html`<a href="${withQuery(`${address}/figure.${format}`, { lang: language, key: links.key })}">${format.toUpperCase()}</a> `)}
      </p>
      <h2>${said("table")}</h2>
      ${numbersTable(edition, language)}
      <h2>${said("methods")}</h2>
      ${methodsList(methodsLines(file, language))}
      <h2>${said("cite")}</h2>
      ${citationsList(file, language)}
      <h2>${said("embed")}</h2>
      <pre>${embedCode(file, links, language)}</pre>`,
  });
}

/** A page for a frame on somebody's site: the drawing, and behind it the numbers. It works without a script. */
export function embedPage(file: FigureFile, links: PageLinks, frame: PageFrame): string {
  const { language, nonce } = frame;
  const edition = file.state.editions[language];
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${edition.title}</title>
        <style nonce="${nonce}">
          ${checkedHtml(pageStyle)}
        </style>
      </head>
      <body>
        <main class="page embed">
          <h1 class="hidden">${edition.title}</h1>
          ${warningOf(file, language)} ${picturesOf(file, language)} ${problemsOf(file, language)}
          <details>
            <summary>${pageWords.more[language]}</summary>
            ${numbersTable(edition, language)}${methodsList(methodsLines(file, language))}
          </details>
          <p class="foot">
            <a href="${withQuery(file.address, { lang: language, key: links.key })}" target="_blank" rel="noopener"
              >${pageWords.openLink[language]}</a
            >
          </p>
        </main>
        <script nonce="${nonce}">
          ${checkedHtml(tellHeight)};
        </script>
      </body>
    </html>`;
  return page.html;
}

/** What to paste into a page: a frame that works by itself, and a script that keeps it as high as it must be. */
export function embedCode(file: FigureFile, { origin, key }: PageLinks, language: Language): string {
  const source = withQuery(`${file.address}/embed`, { lang: language, key });
  const { title } = file.state.editions[language];
  const { widthPx, heightPx } = pictureOf(file, { width: 720, theme: "light", language });
  return html`<iframe
      class="dingxin-figure"
      src="${source}"
      title="${title}"
      width="100%"
      height="${Math.round((heightPx * 720) / widthPx) + 70}"
      style="border:0"
      loading="lazy"
    ></iframe>
    <script async src="${origin}/embed.js"></script>`.html
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(" >", ">");
}

/** Says how high the page is, to whatever page holds it, now and when that changes. */
const tellHeight = `(function(){var t=function(){parent.postMessage({dingxinFigure:1,height:document.body.scrollHeight},"*")};
addEventListener("load",t);addEventListener("resize",t);document.addEventListener("toggle",t,true);t()})()`;

/** Four drawings, of which the style sheet shows the one that fits the width and the colours of the reader. */
export function picturesOf(file: FigureFile, language: Language): Html {
  return html`${(["wide", "narrow"] as const).flatMap((width) =>
    (["light", "dark"] as const).map((theme) => {
      const svg = svgOf(file, { width: width === "wide" ? 900 : 400, theme, language });
      // Escaped by toSvg, which writes nothing else.
      return html`<div class="picture ${width}"><div class="${theme}">${checkedHtml(svg)}</div></div>`;
    }),
  )}`;
}

/** What is known to be wrong with the data, in view below the pictures. */
export function problemsOf(file: FigureFile, language: Language): Html {
  return html`${problemNotes(file, language).map(({ text, isOpen }) => html`<p class="${isOpen ? "problem open" : "problem"}">${text}</p>`)}`;
}

function stateOf(file: FigureFile, language: Language): Html {
  const { frozen } = file;
  const words =
    frozen === null
      ? pageWords.live[language]
      : pageWords.frozen[language]
          .replace("{number}", String(frozen.number))
          .replace("{day}", formatDay(calendarDay(new Date(frozen.frozenAt), file.state.study.timeZone), language));
  return html`${warningOf(file, language)}
    <p class="state">${words}</p>`;
}

function warningOf(file: FigureFile, language: Language): Html {
  const { withdrawn, newerDataExist, state } = file;
  return html`${state.study.simulated && html`<p class="state warn">${pageWords.simulated[language]}</p>`}${
    withdrawn !== null &&
    html`<p class="state warn" role="alert">${pageWords.withdrawn[language]} ${withdrawn.reason[language]}</p>`
  }${
    newerDataExist &&
    html`<p class="state">
      ${pageWords.newer[language]}
      <a href="/f/${state.figure}" target="_blank" rel="noopener">${pageWords.newerLink[language]}</a>
    </p>`
  }`;
}

/** A methods box. */
export function methodsList(methods: FigureEdition["methods"]): Html {
  return html`<dl>
    ${methods.map(
      ({ label, text }) =>
        html`<dt>${label}</dt>
          <dd>${text}</dd>`,
    )}
  </dl>`;
}

/** How to cite what stands at an address, and the hash by which it is known. */
export function citationsList(
  { citations, address, sha256 }: Pick<FigureFile, "citations" | "address" | "sha256">,
  language: Language,
): Html {
  return html`<dl>
    <dt>GB/T 7714</dt>
    <dd>${citations["gb-t-7714"]}</dd>
    <dt>APA</dt>
    <dd>${citations.apa}</dd>
    <dt>BibTeX</dt>
    <dd><pre>${citations.bibtex}</pre></dd>
    <dt>${pageWords.address[language]}</dt>
    <dd>${address}</dd>
    <dt>${pageWords.hash[language]}</dt>
    <dd>${sha256}</dd>
  </dl>`;
}

function discovery(file: FigureFile, { origin, key }: PageLinks, language: Language): Html {
  const oembed = withQuery(`${origin}/oembed`, {
    url: withQuery(file.address, { lang: language, key }),
    format: "json",
  });
  const edition = file.state.editions[language];
  return html`<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${edition.title}" />
    <meta property="og:type" content="article" />
    <meta property="og:title" content="${edition.headline === "" ? edition.title : edition.headline}" />
    <meta property="og:description" content="${edition.sourceLine}" />
    <meta
      property="og:image"
      content="${withQuery(`${file.address}/figure.png`, { width: "600", lang: language, key })}"
    />
    <link rel="canonical" href="${file.address}" />`;
}

/** An address with what is not empty of a query. */
export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return given.size === 0 ? address : `${address}?${given.toString()}`;
}
