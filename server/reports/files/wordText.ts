import {
  BorderStyle,
  ExternalHyperlink,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { Block, Text, Tone } from "../document.ts";
import { colours, font, warningGround } from "./wordPage.ts";

/** A paragraph by what it is for. */
export function said(text: Text, tone: Tone, keeping: { readonly keepNext?: boolean } = {}): Paragraph {
  switch (tone) {
    case "warning":
      return new Paragraph({
        ...keeping,
        shading: { type: ShadingType.CLEAR, fill: warningGround },
        border: { left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: "D55E00" } },
        spacing: { before: 120, after: 160 },
        indent: { left: 120 },
        children: runs(text, { bold: true, color: colours.warning }),
      });
    case "quote":
      return new Paragraph({
        ...keeping,
        border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: colours.line } },
        indent: { left: 160 },
        children: runs(text, { color: colours.soft }),
      });
    case "lead":
      return new Paragraph({ ...keeping, children: runs(text, { color: colours.soft }) });
    case "small":
      return new Paragraph({
        ...keeping,
        spacing: { line: 264, lineRule: "auto", after: 120 },
        children: runs(text, { size: 17, color: colours.soft }),
      });
    case "plain":
      return new Paragraph({ ...keeping, children: runs(text) });
  }
}

/** Numbers are written, as the template has them: a list may begin with any. */
export function point({ text, mark, depth }: Extract<Block, { kind: "item" }>): Paragraph {
  if (mark === "•")
    return new Paragraph({
      numbering: { reference: "points", level: depth },
      spacing: { after: 50 },
      children: runs(text),
    });
  const left = 420 * (depth + 1);
  return new Paragraph({
    indent: { left, hanging: 420 },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    spacing: { after: 50 },
    children: [run(mark), new TextRun({ children: [new Tab()] }), ...runs(text)],
  });
}

/** Type as runs, each with its kind. */
export function runs(text: Text, look: Partial<IRunOptions> = {}): ParagraphChild[] {
  return text.map(({ text: content, isStrong = false, isEmphasis = false, address }) => {
    const kind = { ...look, ...(isStrong && { bold: true }), ...(isEmphasis && { italics: true }) };
    if (address === undefined) return run(content, kind);
    return new ExternalHyperlink({ link: address, children: [run(content, { ...kind, color: colours.accent })] });
  });
}

/** Type of one kind. */
export function run(content: string, look: Partial<IRunOptions> = {}): TextRun {
  return new TextRun({ font, ...look, text: inXml(content) });
}

/** Characters that no XML file may hold are left out. */
export function inXml(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();
}
