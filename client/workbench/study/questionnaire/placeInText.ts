import { ensureSyntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

type Tree = NonNullable<ReturnType<typeof ensureSyntaxTree>>;
type Node = Tree["topNode"];

/** A stretch of text, from its first letter to behind its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const parsingMs = 300;

/**
 * Where a path such as `pages[0].elements[2].visibleIf` stands in the JSON text of an editor: the value, or what should
 * hold it where there is none, or the first place that cannot be read.
 */
export function placeInText(state: EditorState, path: string): Stretch {
  const tree = ensureSyntaxTree(state, state.doc.length, parsingMs);
  const value = tree?.topNode.firstChild ?? null;
  if (tree === null || value === null) return { from: 0, to: Math.min(1, state.doc.length) };
  const broken = path === "definition" ? firstError(tree) : null;
  if (broken !== null) return atLeastALetter(broken, state);
  return valueAt(value, path === "definition" ? "" : path, state);
}

function valueAt(node: Node, path: string, state: EditorState): Stretch {
  if (path === "") return shown(node, state);
  const next = node.name === "Array" ? itemOf(node, path) : memberOf(node, path.replace(/^\./, ""), state);
  return next === null ? shown(node, state) : valueAt(next.node, next.rest, state);
}

interface Step {
  readonly node: Node;
  readonly rest: string;
}

function itemOf(list: Node, path: string): Step | null {
  const [step = "", place = ""] = /^\[(\d+)\]/.exec(path) ?? [];
  const node = step === "" ? undefined : childrenOf(list).filter(isValue)[Number(place)];
  return node === undefined ? null : { node, rest: path.slice(step.length) };
}

/** A member's name may hold points itself: the longest name that the path begins with is meant. */
function memberOf(object: Node, path: string, state: EditorState): Step | null {
  const found = childrenOf(object)
    .filter(({ name }) => name === "Property")
    .map((property) => ({ property, name: nameOf(property, state) }))
    .filter(({ name }) => path.startsWith(name) && /^(?:$|[.[])/.test(path.slice(name.length)))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (found === undefined) return null;
  return { node: found.property.lastChild ?? found.property, rest: path.slice(found.name.length) };
}

function nameOf(property: Node, state: EditorState): string {
  const name = property.firstChild;
  if (name === null) return "";
  const written = state.sliceDoc(name.from, name.to);
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function isValue({ name }: Node): boolean {
  return ["Object", "Array", "String", "Number", "True", "False", "Null"].includes(name);
}

function firstError(tree: Tree): Stretch | null {
  let found: Stretch | null = null;
  tree.iterate({
    enter({ type, from, to }) {
      if (type.isError) found ??= { from, to };
      return found === null;
    },
  });
  return found;
}

/** Of what goes over many lines, the first. */
function shown({ from, to }: Stretch, state: EditorState): Stretch {
  return { from, to: Math.min(to, state.doc.lineAt(from).to) };
}

function atLeastALetter({ from, to }: Stretch, { doc }: EditorState): Stretch {
  if (to > from) return { from, to };
  return from < doc.length ? { from, to: from + 1 } : { from: Math.max(0, from - 1), to: from };
}
