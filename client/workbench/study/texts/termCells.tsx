import type { JSX } from "preact";
import { formatCount, formatInterval, formatShare, formatShortDay } from "../../../../charts/format.ts";
import type { TermFound, TextPeriod } from "../../../../server/texts/textsApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { openTextWords } from "./openTextWords.ts";

/** A term that leads to where it stands. */
export function InContext({ term }: { term: string }): JSX.Element {
  const words = useWords(openTextWords);
  const { change } = useAddressQuery();
  return (
    <button
      type="button"
      class="texts-term"
      title={words("showInContext")}
      onClick={() => {
        change({ part: ["context"], keyword: [term] });
      }}
    >
      <bdi>{term}</bdi>
    </button>
  );
}

/** A share of those who wrote something, with its interval. */
export function Share({ found: { share, interval }, n }: { found: Omit<TermFound, "term">; n: number }): JSX.Element {
  const { language } = useReader();
  return (
    <>
      {formatShare(share, { language, n })}{" "}
      <span class="soft texts-interval">{formatInterval(interval, "share", { language, n })}</span>
    </>
  );
}

/** A period and how many wrote something in it. */
export function Span({ period: { from, to, writers } }: { period: TextPeriod }): JSX.Element {
  const words = useWords(openTextWords);
  const { language } = useReader();
  const days = from === to ? [from] : [from, to];
  return (
    <span>
      {days.map((day) => formatShortDay(day, language)).join(" – ")} (n = {formatCount(writers, language)}{" "}
      {words("writers")})
    </span>
  );
}
