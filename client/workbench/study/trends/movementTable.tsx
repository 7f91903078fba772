import type { JSX } from "preact";
import type { LineFigure } from "../../../../charts/figure.ts";
import type { Followed } from "../../../../charts/followed.ts";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../../charts/mark.ts";
import { bendInWords, changeInWords, trendInWords } from "../../../../charts/movement.ts";
import { useReader, useWords } from "../../reader.ts";
import { trendsTexts } from "./trendsTexts.ts";

/** For each line its last point, what became of it in a week, and whether it has a trend: in words. */
export function MovementTable({
  followed,
  unit,
  title,
}: {
  followed: readonly Followed[];
  unit: LineFigure["unit"];
  title: string;
}): JSX.Element {
  const words = useWords(trendsTexts);
  const isTested = followed.some(({ trends }) => trends !== null);
  const isNamed = followed.some(({ label }) => label !== "");
  return (
    <section class="card">
      <h2>{words("movement")}</h2>
      <div class="table-frame" tabIndex={0} role="region" aria-label={`${words("movement")}: ${title}`}>
        <table class="trends-movement">
          <thead>
            <tr>
              {isNamed && <th scope="col">{words("line")}</th>}
              <th scope="col">{words("latest")}</th>
              <th scope="col">{words("sinceWeek")}</th>
              {isTested && <th scope="col">{words("trend")}</th>}
            </tr>
          </thead>
          <tbody>
            {followed.map((line, place) => (
              <tr key={place}>
                {isNamed && <th scope="row">{line.label}</th>}
                <Latest line={line} />
                <Change line={line} unit={unit} />
                {isTested && <Trend line={line} unit={unit} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft base">
        {words("movementNote")}
        {followed.length > 1 && ` ${words("severalTests")}`}
        {!isTested && ` ${words("tooManyTrends")}`}
      </p>
    </section>
  );
}

function Latest({ line: { estimates } }: { line: Followed }): JSX.Element {
  const { language } = useReader();
  const words = useWords(trendsTexts);
  const last = estimates.at(-1);
  if (last === undefined) return <td data-label={words("latest")}>–</td>;
  const judgement = judge(last);
  const n = `n = ${formatCount(last.n, language)}`;
  return (
    <td data-label={words("latest")}>
      {judgement.kind === "shown" ? (
        <strong class="trends-latest">{textOf(last, language)}</strong>
      ) : (
        <span class="soft">{textOf(last, language)}</span>
      )}
      <small class="soft">
        {judgement.kind === "shown"
          ? `${formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: last.n })} · ${n}`
          : n}
      </small>
    </td>
  );
}

function Change({ line: { change }, unit }: { line: Followed; unit: LineFigure["unit"] }): JSX.Element {
  const { language } = useReader();
  const words = useWords(trendsTexts);
  return <td data-label={words("sinceWeek")}>{change === null ? "–" : changeInWords(change, { unit, language })}</td>;
}

function Trend({ line: { trends }, unit }: { line: Followed; unit: LineFigure["unit"] }): JSX.Element {
  const { language } = useReader();
  const words = useWords(trendsTexts);
  return (
    <td data-label={words("trend")}>
      {trends?.map((trend) => {
        const bend = bendInWords(trend, { unit, language });
        return (
          <p key={trend.within.from}>
            {trendInWords(trend, { unit, language })}
            {bend !== null && <small class="trends-bend">{bend}</small>}
          </p>
        );
      })}
    </td>
  );
}
