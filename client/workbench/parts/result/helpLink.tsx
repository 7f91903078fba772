import type { JSX } from "preact";
import { useReader } from "../../reader.ts";
import { helpAddress, methodPages, type MethodPage } from "./methodPages.ts";

/** A link to the page that explains a method, beside the page that is being read. */
export function HelpLink({ page }: { page: MethodPage }): JSX.Element {
  const { language } = useReader();
  return (
    <a href={`${helpAddress(page)}?lang=${language}`} target="_blank" rel="noopener">
      {methodPages[page][language]}
    </a>
  );
}
