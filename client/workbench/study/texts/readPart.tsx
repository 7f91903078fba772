import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatShortDay } from "../../../../charts/format.ts";
import type { OpenTexts } from "../../../../server/texts/textsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { useReader } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import { SearchField } from "./searchField.tsx";
import type { TextsPartProps } from "./textsPartProps.ts";

/** What people wrote, a page at a time, found letter by letter. */
export function ReadPart({ study, question }: TextsPartProps): JSX.Element {
  const { texts } = useReader();
  const { query, change } = useAddressQuery();
  const containing = query.get("containing") ?? "";
  const [typed, setTyped] = useState(containing);
  return (
    <>
      <form
        class="results-bar"
        onSubmit={(event) => {
          event.preventDefault();
          change({ containing: typed === "" ? [] : [typed] });
        }}
      >
        <SearchField label={texts("containing")} typed={typed} onTyped={setTyped} />
        <button type="submit">{texts("search")}</button>
      </form>
      <Written key={containing} study={study} question={question} containing={containing} />
    </>
  );
}

function Written({
  study,
  question,
  containing,
}: {
  study: string;
  question: string;
  containing: string;
}): JSX.Element {
  const { texts } = useReader();
  const [cursors, setCursors] = useState<readonly string[]>([""]);
  return (
    <>
      {cursors.map((cursor, place) => (
        <WrittenFrom
          key={cursor}
          path={`/api/studies/${study}/texts`}
          query={{ question, ...(containing !== "" && { containing }), ...(cursor !== "" && { cursor }) }}
          isLast={place === cursors.length - 1}
          more={texts("more")}
          onMore={(next) => {
            setCursors([...cursors, next]);
          }}
        />
      ))}
    </>
  );
}

function WrittenFrom({
  path,
  query,
  isLast,
  more,
  onMore,
}: {
  path: string;
  query: Readonly<Record<string, string>>;
  isLast: boolean;
  more: string;
  onMore: (cursor: string) => void;
}): JSX.Element {
  const { texts, language } = useReader();
  const reading = useAnswer<OpenTexts>(path, query);
  return (
    <Answered reading={reading}>
      {({ texts: written, nextCursor }) => (
        <>
          {written.length === 0 && <p class="soft">{texts("noTexts")}</p>}
          <ul class="texts">
            {written.map(({ day, text }, place) => (
              <li key={place}>
                <time class="soft" dateTime={day}>
                  {formatShortDay(day, language)}
                </time>
                <bdi class="written">{text}</bdi>
              </li>
            ))}
          </ul>
          {isLast && nextCursor !== null && (
            <button
              type="button"
              class="more"
              onClick={() => {
                onMore(nextCursor);
              }}
            >
              {more}
            </button>
          )}
        </>
      )}
    </Answered>
  );
}
