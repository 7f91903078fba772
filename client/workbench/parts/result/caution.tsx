import type { JSX } from "preact";
import { cautionIs } from "../../../../charts/words.ts";
import { useReader } from "../../reader.ts";

/** The mark beside a number that is less reliable than it looks. */
export function Caution(): JSX.Element {
  const { language } = useReader();
  const words = cautionIs(language);
  return (
    <span class="caution" role="img" aria-label={words} title={words}>
      !
    </span>
  );
}
