import type { Language } from "../../../surveys/language.ts";
import type { FigureFile } from "../figuresApi.ts";
import { pictureOf } from "../files/figureFiles.ts";
import { embedCode, withQuery, type PageLinks } from "./figurePage.ts";

const widestPx = 720;

/** What an editor that is given a figure's address puts into its page (oEmbed 1.0, a rich answer). */
export function oembedOf(
  file: FigureFile,
  links: PageLinks,
  { language, mostPx }: { language: Language; mostPx: number },
): object {
  const width = Math.max(240, Math.min(mostPx, widestPx));
  const thumbnail = { width: "600", density: "1", lang: language, key: links.key };
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Dingxin",
    provider_url: links.origin,
    title: file.state.editions[language].title,
    html: embedCode(file, links, language),
    width,
    height: pictureOf(file, { width, theme: "light", language }).heightPx + 70,
    thumbnail_url: withQuery(`${file.address}/figure.png`, thumbnail),
    thumbnail_width: 600,
    thumbnail_height: pictureOf(file, { width: 600, theme: "light", language }).heightPx,
    cache_age: 60,
  };
}
