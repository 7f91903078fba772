import { Parser } from "htmlparser2";

type Attributes = Readonly<Record<string, string>>;

/** Elements and attributes of a page or drawing that run, load or send something, and are not the page's own. */
export function dangersIn(markup: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (isActive(name, attributes)) found.push(name);
      for (const [attribute, value] of Object.entries(attributes))
        if (/^on/i.test(attribute) || /^\s*(?:javascript|vbscript):/i.test(value)) {
          const isTitle = attribute === "content" || attribute === "title" || attribute === "aria-label";
          if (!isTitle) found.push(`${name} ${attribute}`);
        }
    },
  });
  parser.end(markup);
  return found;
}

function isActive(name: string, attributes: Attributes): boolean {
  switch (name) {
    case "script":
      return attributes["nonce"] === undefined;
    case "img":
      return attributes["src"]?.startsWith("data:image/png;base64,") !== true;
    case "meta":
      return attributes["http-equiv"] !== undefined;
    case "link":
      return attributes["rel"] === "stylesheet";
    default:
      return /^(?:iframe|object|embed|form|base|xmp|foreignobject|image|use|math)$/i.test(name);
  }
}
