import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { InLink } from "../parts/inLink.tsx";
import { useReader } from "../reader.ts";
import { studyViews, viewGroups, type StudyView } from "./studyViews.ts";

const groups = Object.entries(viewGroups).map(([name, title]) => ({
  name,
  title,
  views: studyViews.filter(({ group }) => group === name),
}));

/** The way between the parts of a study's page: a rail of groups where there is room, else behind a button. */
export function ViewsMenu({ study, shown }: { study: string; shown: StudyView | undefined }): JSX.Element {
  const { texts, language } = useReader();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    if (!isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  useEffect(close, [shown]);
  return (
    <nav
      class={isOpen ? "views open" : "views"}
      aria-label={texts("views")}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="views-button"
        aria-expanded={isOpen}
        aria-controls="views-groups"
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <span class="hidden">{texts("views")}: </span>
        {shown?.title[language] ?? texts("views")}
      </button>
      <div id="views-groups" class="views-groups">
        {groups.map(({ name, title, views }) => (
          <div key={name}>
            <p id={`views-${name}`} class="views-group">
              {title[language]}
            </p>
            <ul aria-labelledby={`views-${name}`}>
              {views.map((view) => (
                <li key={view.name}>
                  <InLink to={`/studies/${study}/${view.name}`} isCurrent={view === shown}>
                    {view.title[language]}
                  </InLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
