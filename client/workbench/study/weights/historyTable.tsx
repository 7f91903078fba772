import type { JSX } from "preact";
import { formatCount, formatMean } from "../../../../charts/format.ts";
import type { SchemeWithVersions, WeightVersionSummary } from "../../../../server/weighting/weightingApi.ts";
import { InLink } from "../../parts/inLink.tsx";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { momentInWords } from "../../parts/result/provenanceText.ts";
import { useReader, useWords } from "../../reader.ts";
import { weightsTexts } from "./weightsTexts.ts";

const columns = [
  "version",
  "when",
  "who",
  "schemeVersion",
  "weightedOf",
  "effectShort",
  "effectiveShort",
  "report",
] as const;
const numbersFrom = 4;

/** The runs of a scheme, newest first: who, when, with which version, and what came of it. */
export function HistoryTable({
  versions,
  shown,
  addressOf,
}: {
  versions: readonly WeightVersionSummary[];
  /** The version whose report is shown. */
  shown: number | null;
  addressOf: (version: number | null) => string;
}): JSX.Element {
  const words = useWords(weightsTexts);
  return (
    <section class="card">
      <h3>{words("history")}</h3>
      {versions.length === 0 ? (
        <p class="soft">{words("noRuns")}</p>
      ) : (
        <TableFrame
          label={words("history")}
          columns={columns.map(words)}
          wordColumns={numbersFrom}
          class="weights-history"
        >
          {versions.map((each) => (
            <Row key={each.version} found={each} isShown={each.version === shown} address={addressOf(each.version)} />
          ))}
        </TableFrame>
      )}
    </section>
  );
}

function Row({
  found,
  isShown,
  address,
}: {
  found: WeightVersionSummary;
  isShown: boolean;
  address: string;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const { version, asOf, by, cause, schemeVersion, weighted, responses, weights } = found;
  const who = by ?? words(cause === "days-closed" ? "service" : "command");
  return (
    <tr class={isShown ? "weights-shown" : ""}>
      <th scope="row">{version}</th>
      <td class="weights-when">{momentInWords(asOf, language)}</td>
      <td>{who}</td>
      <td>{schemeVersion}</td>
      <td class="number">
        {formatCount(weighted, language)} / {formatCount(responses, language)}
      </td>
      <td class="number">{weights === null ? "–" : formatMean(weights.designEffect, language)}</td>
      <td class="number">{weights === null ? "–" : formatCount(weights.effectiveSampleSize, language)}</td>
      <td class="number">
        {isShown ? (
          <span class="soft">{words("shown")}</span>
        ) : (
          <InLink to={address}>
            {words("report")} {version}
          </InLink>
        )}
      </td>
    </tr>
  );
}

/** The versions of a scheme itself: who changed it when, and what they said of it. */
export function SchemeVersions({ versions }: { versions: SchemeWithVersions["schemeVersions"] }): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  return (
    <details class="weights-scheme-versions">
      <summary>
        {words("schemeVersions")} ({versions.length})
      </summary>
      <ol>
        {versions.map(({ schemeVersion, name, note, by, madeAt }) => (
          <li key={schemeVersion}>
            <b>{schemeVersion}</b>{" "}
            <span class="soft">
              {[by ?? words("command"), madeAt === null ? "" : momentInWords(madeAt, language), name]
                .filter((part) => part !== "")
                .join(" · ")}
            </span>
            {note !== "" && <p class="written">{note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
