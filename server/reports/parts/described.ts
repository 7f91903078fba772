import { Problem } from "../../problem.ts";
import type { FigureContent } from "../../figures/figuresApi.ts";
import type { Block, PictureBlock } from "../document.ts";
import type { ReportContext, ShownFigure } from "../reportContext.ts";

/** A figure that a part draws of itself, as a picture; nothing where the study cannot answer it. */
export async function described(content: FigureContent, context: ReportContext): Promise<Block[]> {
  const { asking, study, reader } = context;
  try {
    return [pictureBlock(await asking.described(study, content, reader.language))];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** A figure's edition as a part of a report. */
export function pictureBlock({
  title,
  headline,
  note,
  drawing,
  alternative,
  sourceLine,
  table,
  methods,
  warning = "",
  problems,
  address = null,
}: ShownFigure): PictureBlock {
  return {
    kind: "picture",
    title,
    isUnderItsTitle: false,
    headline,
    note,
    warning,
    problems,
    drawing,
    alternative,
    sourceLine,
    address,
    table,
    methods,
  };
}
