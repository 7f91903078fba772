import { useEffect, useState } from "preact/hooks";

/** What the address names. */
export type Route =
  | { readonly page: "setup"; readonly code: string }
  | { readonly page: "sign-in" }
  | { readonly page: "studies" }
  /** `view` is the part of the study's page, empty for the first of them. */
  | { readonly page: "study"; readonly study: string; readonly view: string };

/** What the address names now, following it. */
export function useRoute(): Route {
  const [route, setRoute] = useState(routeOfAddress);
  useEffect(() => {
    const follow = (): void => {
      setRoute(routeOfAddress());
    };
    addEventListener("popstate", follow);
    return () => {
      removeEventListener("popstate", follow);
    };
  }, []);
  return route;
}

/** Goes to another page of the workbench without loading it anew. */
export function goTo(address: string): void {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

function routeOfAddress(): Route {
  const { pathname, search } = location;
  if (pathname === "/setup") return { page: "setup", code: new URLSearchParams(search).get("code") ?? "" };
  if (pathname === "/sign-in") return { page: "sign-in" };
  const [, study, view = ""] = /^\/studies\/([^/]+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
  return study === undefined ? { page: "studies" } : { page: "study", study, view };
}
