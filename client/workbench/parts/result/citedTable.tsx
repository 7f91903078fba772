import type { ComponentChildren, JSX } from "preact";
import { CitingContext, type ClaimsOfTable } from "./citing.ts";
import { useCiting } from "./useCiting.tsx";

/** A table away from its result, of which a number can be cited all the same. */
export function CitedTable({
  cites,
  children,
}: {
  cites: { readonly study: string; readonly claims: ClaimsOfTable };
  children: ComponentChildren;
}): JSX.Element {
  const { context, button, panel } = useCiting(cites);
  return (
    <>
      <CitingContext.Provider value={context}>{children}</CitingContext.Provider>
      <div class="result-tools">{button}</div>
      {panel}
    </>
  );
}
