import { useEffect, useState } from "preact/hooks";

/** The parts of a study's page, by what stands behind `#` in its address. */
export const studyViews = ["results", "texts", "export", "questionnaire"] as const;

/** A part of a study's page. */
export type StudyView = (typeof studyViews)[number];

/** What the address names. */
export type Route =
  | { readonly page: "setup"; readonly code: string }
  | { readonly page: "sign-in" }
  | { readonly page: "studies" }
  | { readonly page: "study"; readonly study: string; readonly view: StudyView };

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
  const { pathname, search, hash } = location;
  if (pathname === "/setup") return { page: "setup", code: new URLSearchParams(search).get("code") ?? "" };
  if (pathname === "/sign-in") return { page: "sign-in" };
  const study = /^\/studies\/([^/]+)$/.exec(pathname)?.[1];
  if (study === undefined) return { page: "studies" };
  return { page: "study", study, view: studyViews.find((view) => hash === `#${view}`) ?? "results" };
}
