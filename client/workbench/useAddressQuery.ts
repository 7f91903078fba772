import { useEffect, useState } from "preact/hooks";

/** What stands in the address behind `?`, as the state of a view: a link shows the same, and back undoes a change. */
export interface AddressQuery {
  readonly query: URLSearchParams;
  /**
   * Changes members: a list gives all values of a name, none takes it out.
   *
   * @param change by name.
   * @param how `replace` for what changes with every key stroke, so that back does not undo letter by letter.
   */
  readonly change: (change: Readonly<Record<string, readonly string[]>>, how?: "push" | "replace") => void;
}

/** Reads the address's query and follows it. */
export function useAddressQuery(): AddressQuery {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const follow = (): void => {
      setSearch(location.search);
    };
    addEventListener("popstate", follow);
    return () => {
      removeEventListener("popstate", follow);
    };
  }, []);
  return {
    query: new URLSearchParams(search),
    change(change, how = "push") {
      const next = new URLSearchParams(location.search);
      for (const [name, values] of Object.entries(change)) {
        next.delete(name);
        for (const value of values) next.append(name, value);
      }
      const text = next.toString();
      const address = text === "" ? location.pathname : `${location.pathname}?${text}`;
      if (how === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    },
  };
}
