import type { JSX } from "preact";
import { SetUpPage } from "./account/setUpPage.tsx";
import { SignInPage } from "./account/signInPage.tsx";
import { Header } from "./parts/header.tsx";
import { ReaderProvider, useRememberedReader } from "./reader.ts";
import { useRoute, type Route } from "./route.ts";
import { StudiesPage } from "./studies/studiesPage.tsx";
import { StudyPage } from "./study/studyPage.tsx";

/** The researcher's pages: the one the address names, in the reader's language. */
export function App(): JSX.Element {
  const reader = useRememberedReader();
  const route = useRoute();
  const isInside = route.page === "studies" || route.page === "study";
  return (
    <ReaderProvider value={reader}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // What stands behind # in the address names a part of a study.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {reader.texts("skip")}
      </a>
      <Header isInside={isInside} />
      <main id="main" tabIndex={-1} class={isInside ? "page" : "page narrow"}>
        <Page route={route} />
      </main>
    </ReaderProvider>
  );
}

function Page({ route }: { route: Route }): JSX.Element {
  switch (route.page) {
    case "setup":
      return <SetUpPage code={route.code} />;
    case "sign-in":
      return <SignInPage />;
    case "studies":
      return <StudiesPage />;
    case "study":
      return <StudyPage key={route.study} name={route.study} view={route.view} />;
  }
}
