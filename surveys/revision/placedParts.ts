import type { CodedValue } from "../codebook/codebook.ts";
import type { Choice, Definition } from "../definition.ts";
import { codedValue, pagesOf, ratingPoints, specialItems } from "../questions.ts";

/** An element, or a column or item that is a question of its own, with where it stands. */
export interface PlacedPart {
  /** Of a column or an element inside a block: `block.inner`. */
  readonly name: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly page: number;
  /** Names of the panels it stands in, outermost first. */
  readonly panels: readonly string[];
  /** `visibleIf` of its page, its panels and itself, outermost first. */
  readonly conditions: readonly string[];
}

/** Members that hold questions of their own, by the kind of element. */
const inner: Readonly<Record<string, string>> = {
  panel: "elements",
  paneldynamic: "templateElements",
  multipletext: "items",
  matrixdropdown: "columns",
  matrixdynamic: "columns",
};

/** Every element of a definition in order, those inside panels, blocks and tables included. */
export function placedParts(definition: Definition): PlacedPart[] {
  return pagesOf(definition).flatMap(({ elements, visibleIf }, page) =>
    within(elements, { prefix: "", page, panels: [], conditions: visibleIf === undefined ? [] : [visibleIf] }),
  );
}

interface Around {
  readonly prefix: string;
  readonly page: number;
  readonly panels: readonly string[];
  readonly conditions: readonly string[];
}

function within(elements: readonly object[], { prefix, page, panels, conditions }: Around): PlacedPart[] {
  return elements.flatMap((element) => {
    const members = element as Readonly<Record<string, unknown>>;
    const name = prefix + String(members["name"]);
    const own = typeof members["visibleIf"] === "string" ? [...conditions, members["visibleIf"]] : conditions;
    const type = String(members["type"]);
    const inside = inner[type];
    // A panel's elements answer for themselves; those of a block or a table stand in the answers of it.
    const around =
      type === "panel"
        ? { prefix, page, panels: [...panels, name], conditions: own }
        : { prefix: `${name}.`, page, panels, conditions: own };
    return [
      { name, members, page, panels, conditions: own },
      ...(inside === undefined ? [] : within((members[inside] as readonly object[] | undefined) ?? [], around)),
    ];
  });
}

/** Whether a member holds elements, which are compared one by one. */
export function holdsElements(type: unknown, member: string): boolean {
  return inner[String(type)] === member;
}

/** What a question offers, by the member it stands in. */
export function offeredParts(
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly CodedValue[]>> {
  const coded = (member: string): CodedValue[] =>
    Array.isArray(members[member]) ? (members[member] as Choice[]).map(codedValue) : [];
  const choices = [...coded("choices"), ...specialItems(members)];
  return {
    ...(choices.length > 0 && { choices }),
    rows: coded("rows"),
    ...(members["type"] === "matrix" && { columns: coded("columns") }),
    ...(members["type"] === "rating" && { rateValues: ratingPoints(members) }),
  };
}
