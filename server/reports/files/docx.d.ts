/**
 * What we use of `docx`. Its own declarations name their files without endings, which TypeScript does not resolve as Node
 * resolves modules: without these, nothing of the package has a type.
 */
declare module "docx" {
  /** What every part of a file is. */
  class XmlComponent {
    addChildElement(child: XmlComponent | string): XmlComponent;
  }
  export type ParagraphChild = TextRun | ImageRun | ExternalHyperlink;
  interface BorderOptions {
    readonly style: string;
    /** In eighths of a point. */
    readonly size: number;
    readonly color: string;
    /** In points. */
    readonly space?: number;
  }
  export type IBorderOptions = BorderOptions;
  interface Sides {
    readonly top?: BorderOptions;
    readonly bottom?: BorderOptions;
    readonly left?: BorderOptions;
    readonly right?: BorderOptions;
  }
  interface Spacing {
    readonly before?: number;
    readonly after?: number;
    readonly line?: number;
    readonly lineRule?: string;
  }
  interface Shading {
    readonly type: string;
    readonly fill: string;
  }
  interface Sizes {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  }
  /** How a run of type looks. */
  export interface IRunOptions {
    readonly text?: string;
    readonly children?: readonly (string | Tab)[];
    readonly font?: object;
    /** In half points. */
    readonly size?: number;
    readonly color?: string;
    readonly bold?: boolean;
    readonly italics?: boolean;
  }
  interface ParagraphOptions {
    readonly children?: readonly ParagraphChild[];
    readonly heading?: string;
    readonly keepNext?: boolean;
    readonly alignment?: string;
    readonly spacing?: Spacing;
    readonly indent?: { readonly left?: number; readonly hanging?: number };
    readonly shading?: Shading;
    readonly border?: Sides;
    readonly tabStops?: readonly { readonly type: string; readonly position: number }[];
    readonly numbering?: { readonly reference: string; readonly level: number };
  }
  interface Width {
    readonly size: number;
    readonly type: string;
  }

  export class TextRun extends XmlComponent {
    constructor(options: IRunOptions);
  }
  export class Tab extends XmlComponent {
    constructor();
  }
  export class ExternalHyperlink extends XmlComponent {
    constructor(options: { readonly link: string; readonly children: readonly ParagraphChild[] });
  }
  export class ImageRun extends XmlComponent {
    constructor(options: {
      readonly type: "png";
      readonly data: Buffer;
      readonly transformation: { readonly width: number; readonly height: number };
      readonly altText: { readonly name: string; readonly title: string; readonly description: string };
    });
  }
  export class Paragraph extends XmlComponent {
    constructor(options: ParagraphOptions);
  }
  export class TableCell extends XmlComponent {
    constructor(options: {
      readonly width: Width;
      readonly margins: Sizes;
      readonly borders: Sides;
      readonly children: readonly Paragraph[];
      readonly shading?: Shading;
      readonly verticalAlign?: string;
    });
  }
  export class TableRow extends XmlComponent {
    constructor(options: {
      readonly children: readonly TableCell[];
      readonly cantSplit?: boolean;
      readonly tableHeader?: boolean;
    });
  }
  export class Table extends XmlComponent {
    constructor(options: {
      readonly width: Width;
      readonly columnWidths: readonly number[];
      readonly layout: "fixed";
      readonly borders: Sides & { readonly insideHorizontal: BorderOptions; readonly insideVertical: BorderOptions };
      readonly rows: readonly TableRow[];
    });
  }
  export class Footer extends XmlComponent {
    constructor(options: { readonly children: readonly Paragraph[] });
  }
  export class Document extends XmlComponent {
    constructor(options: {
      readonly title: string;
      readonly subject: string;
      readonly creator: string;
      readonly styles: object;
      readonly numbering: { readonly config: readonly object[] };
      readonly sections: readonly {
        readonly properties: object;
        readonly footers: { readonly default: Footer };
        readonly children: readonly (Paragraph | Table)[];
      }[];
    });
  }
  export const Packer: { readonly toBuffer: (file: Document) => Promise<Buffer> };
  export const AlignmentType: { readonly LEFT: string; readonly RIGHT: string };
  export const BorderStyle: { readonly SINGLE: string; readonly NONE: string };
  export const HeadingLevel: { readonly HEADING_1: string; readonly HEADING_2: string; readonly HEADING_3: string };
  export const PageNumber: { readonly CURRENT: string; readonly TOTAL_PAGES: string };
  export const ShadingType: { readonly CLEAR: string };
  export const TabStopType: { readonly LEFT: string; readonly RIGHT: string };
  export const VerticalAlign: { readonly TOP: string; readonly BOTTOM: string };
  export const WidthType: { readonly DXA: string };
}
