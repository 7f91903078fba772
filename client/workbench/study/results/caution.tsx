import type { JSX } from "preact";
import { useReader } from "../../reader.ts";

/** The mark beside a number that is less reliable than it looks. */
export function Caution(): JSX.Element {
  const { texts } = useReader();
  return (
    <span class="caution" role="img" aria-label={texts("caution")} title={texts("caution")}>
      !
    </span>
  );
}
