import type { ComponentChildren, JSX } from "preact";
import { goTo } from "../route.ts";

/** A link to another page of the workbench; a new tab and the like are left to the browser. */
export function InLink({
  to,
  children,
  isCurrent = false,
  ...rest
}: {
  to: string;
  children: ComponentChildren;
  class?: string;
  isCurrent?: boolean;
}): JSX.Element {
  return (
    <a
      {...rest}
      href={to}
      {...(isCurrent && { "aria-current": "page" })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        goTo(to);
      }}
    >
      {children}
    </a>
  );
}
