import type { JSX } from "preact";
import { checkedWords, mayBeInWords, talliedInWords, verdictSigns } from "../../../../charts/checkedWords.ts";
import type { ArticleCheck, CheckedNumber } from "../../../../server/claims/check/checkApi.ts";
import { useReader, useWords } from "../../reader.ts";

/** What was found of an article, number by number. */
export function CheckedArticle({ check: { numbers, left } }: { check: ArticleCheck }): JSX.Element {
  const { language } = useReader();
  const words = useWords(checkedWords);
  return (
    <div class="claims-found">
      <p role="status">{talliedInWords(numbers, language)}</p>
      {numbers.some(({ of }) => of?.kind === "question") && <p class="soft">{words("careful")}</p>}
      <ol>
        {numbers.map((checked, place) => (
          <Checked key={place} checked={checked} />
        ))}
      </ol>
      {left > 0 && <p>{words("left").replace("{count}", String(left))}</p>}
    </div>
  );
}

function Checked({
  checked: { quote, line, verdict, of, now, frozen, difference, reason },
}: {
  checked: CheckedNumber;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(checkedWords);
  const said = (name: keyof typeof checkedWords, value: string): string => words(name).replace(/\{\w+\}/, () => value);
  return (
    <li class={verdict}>
      <p class="claims-verdict">
        <span aria-hidden="true">{verdictSigns[verdict]}</span> {words(verdict)}
      </p>
      <blockquote dir="auto">
        {quote.before}
        <mark>{quote.number}</mark>
        {quote.after} <small class="soft">{said("line", String(line))}</small>
      </blockquote>
      {of?.kind === "claim" && (
        <p>
          <a href={`/c/${of.claim}?lang=${language}`} target="_blank" rel="noopener">
            {said("claim", of.about)}
          </a>
        </p>
      )}
      {of?.kind === "question" && <p>{mayBeInWords(of, language)}</p>}
      {reason !== null && <p>{reason}</p>}
      {frozen !== null && <p>{said("frozen", frozen)}</p>}
      {now !== null && <p>{said("now", now)}</p>}
      {difference !== null && <p>{said("difference", difference)}</p>}
    </li>
  );
}
