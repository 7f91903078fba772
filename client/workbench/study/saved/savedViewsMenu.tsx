import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { copyText } from "../../parts/copyText.ts";
import { InLink } from "../../parts/inLink.tsx";
import { resultWords } from "../../parts/result/resultWords.ts";
import { useWords } from "../../reader.ts";
import { keepViews, savedViews, type SavedView } from "./savedViews.ts";
import { savedTexts } from "./savedTexts.ts";
import "./saved.css";

/** The reader's own views of a study: a name for what stands in the address, to come back to or to pass on. */
export function SavedViewsMenu({ study }: { study: string }): JSX.Element {
  const words = useWords(savedTexts);
  const result = useWords(resultWords);
  const [views, setViews] = useState(() => savedViews(study));
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const keep = (next: readonly SavedView[]): void => {
    const isKept = keepViews(study, next);
    setSaid(isKept ? "" : words("notKept"));
    if (isKept) setViews(savedViews(study));
  };
  return (
    <details class="saved">
      <summary>
        {words("saved")}
        {views.length > 0 && <span class="badge">{views.length}</span>}
      </summary>
      <div class="saved-body">
        {views.length === 0 && <p class="soft">{words("none")}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <InLink to={view.address}>{view.name}</InLink>
              <button
                type="button"
                class="quiet"
                aria-label={`${words("copyLink")}: ${view.name}`}
                onClick={() => {
                  void copyText(location.origin + view.address).then((isCopied) => {
                    setSaid(result(isCopied ? "copied" : "notCopied"));
                  });
                }}
              >
                {words("copyLink")}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={`${words("remove")}: ${view.name}`}
                onClick={() => {
                  keep(views.filter((each) => each.name !== view.name));
                }}
              >
                {words("remove")}
              </button>
            </li>
          ))}
        </ul>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const address = location.pathname + location.search + location.hash;
            keep([...views.filter((each) => each.name !== name.trim()), { name: name.trim(), address }]);
            setName("");
          }}
        >
          <label>
            {words("name")}
            <input
              value={name}
              maxLength={80}
              onInput={({ currentTarget }) => {
                setName(currentTarget.value);
              }}
            />
          </label>
          <button type="submit" disabled={name.trim() === ""}>
            {words("save")}
          </button>
        </form>
        <p class="soft saved-note" role="status">
          {said === "" ? words("here") : said}
        </p>
      </div>
    </details>
  );
}
