import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount, formatShortDay } from "../../../../charts/format.ts";
import type { Concordance, ConcordanceLine } from "../../../../server/texts/textsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useLens } from "../lens/lens.ts";
import { openTextWords } from "./openTextWords.ts";
import { SearchField } from "./searchField.tsx";
import type { TextsPartProps } from "./textsPartProps.ts";

type Order = "after" | "before";

/** A keyword with the words around it, a line a place. */
export function ContextPart({ study, question }: TextsPartProps): JSX.Element {
  const words = useWords(openTextWords);
  const { query, change } = useAddressQuery();
  const keyword = query.get("keyword") ?? "";
  const order: Order = query.get("order") === "before" ? "before" : "after";
  const [typed, setTyped] = useState(keyword);
  return (
    <>
      <form
        class="results-bar"
        onSubmit={(event) => {
          event.preventDefault();
          change({ keyword: typed === "" ? [] : [typed] });
        }}
      >
        <SearchField label={words("keyword")} typed={typed} onTyped={setTyped} />
        <label>
          {words("orderBy")}
          <select
            value={order}
            onChange={({ currentTarget }) => {
              change({ order: currentTarget.value === "before" ? ["before"] : [] });
            }}
          >
            <option value="after">{words("byAfter")}</option>
            <option value="before">{words("byBefore")}</option>
          </select>
        </label>
        <button type="submit">{words("show")}</button>
        {keyword !== "" && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              change({ part: ["themes"], newTheme: [keyword] });
            }}
          >
            {words("makeTheme")}
          </button>
        )}
      </form>
      {keyword === "" ? (
        <p class="soft">{words("chooseKeyword")}</p>
      ) : (
        <Lines key={`${order} ${keyword}`} study={study} question={question} keyword={keyword} order={order} />
      )}
    </>
  );
}

interface Looked extends TextsPartProps {
  readonly keyword: string;
  readonly order: Order;
}

function Lines(looked: Looked): JSX.Element {
  const [offsets, setOffsets] = useState<readonly number[]>([0]);
  return (
    <>
      {offsets.map((offset, place) => (
        <LinesFrom
          key={offset}
          {...looked}
          offset={offset}
          isLast={place === offsets.length - 1}
          onMore={(next) => {
            setOffsets([...offsets, next]);
          }}
        />
      ))}
    </>
  );
}

function LinesFrom({
  study,
  question,
  keyword,
  order,
  offset,
  isLast,
  onMore,
}: Looked & { offset: number; isLast: boolean; onMore: (next: number) => void }): JSX.Element {
  const { language } = useReader();
  const words = useWords(openTextWords);
  const { lens } = useLens();
  const reading = useAnswer<Concordance>(`/api/studies/${study}/texts/concordance`, {
    question,
    keyword,
    order,
    offset: String(offset),
    ...(lens.from !== "" && { from: lens.from }),
    ...(lens.to !== "" && { to: lens.to }),
  });
  return (
    <Answered reading={reading}>
      {({ lines, people, writers, places, nextOffset }) => (
        <>
          {offset === 0 && (
            <p class="soft base" role="status">
              {places === 0
                ? words("notFound")
                : language === "en"
                  ? `${formatCount(people, language)} of the ${formatCount(writers, language)} people who wrote something; ${formatCount(places, language)} places`
                  : `写了文字的 ${formatCount(writers, language)} 人中有 ${formatCount(people, language)} 人，共 ${formatCount(places, language)} 处`}
            </p>
          )}
          <ul class="concordance">
            {lines.map((line, place) => (
              <Line key={place} line={line} />
            ))}
          </ul>
          {isLast && nextOffset !== null && (
            <button
              type="button"
              class="texts-more"
              onClick={() => {
                onMore(nextOffset);
              }}
            >
              {words("more")}
            </button>
          )}
        </>
      )}
    </Answered>
  );
}

/** Each side on its own, so that what is written from right to left does not carry the keyword away. */
function Line({ line: { day, before, keyword, after, isCut } }: { line: ConcordanceLine }): JSX.Element {
  const { language } = useReader();
  return (
    <li>
      <time class="soft" dateTime={day}>
        {formatShortDay(day, language)}
      </time>
      <p class="in-context">
        <bdi class={isCut.before ? "before cut" : "before"}>{before}</bdi>
        <mark>
          <bdi>{keyword}</bdi>
        </mark>
        <bdi class={isCut.after ? "after cut" : "after"}>{after}</bdi>
      </p>
    </li>
  );
}
