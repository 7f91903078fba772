import type { JSX } from "preact";
import { formatCount, formatMean } from "../../../../charts/format.ts";
import type { SchemeList } from "../../../../server/weighting/weightingApi.ts";
import { InLink } from "../../parts/inLink.tsx";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { momentInWords } from "../../parts/result/provenanceText.ts";
import { useReader, useWords } from "../../reader.ts";
import { rangeInWords } from "./blocksTable.tsx";
import { weightsTexts } from "./weightsTexts.ts";

const columns = [
  "scheme",
  "schemeVersion",
  "version",
  "when",
  "weightedOf",
  "effectShort",
  "effectiveShort",
  "range",
] as const;
const numbersFrom = 4;

/** The schemes of a study with their newest weights. */
export function SchemeTable({ study, list: { schemes, usual } }: { study: string; list: SchemeList }): JSX.Element {
  const words = useWords(weightsTexts);
  const newScheme = (
    <InLink class="weights-button" to={`/studies/${study}/weights?edit=new`}>
      {words("newScheme")}
    </InLink>
  );
  return (
    <section class="card">
      <div class="weights-head">
        <h2>{words(schemes.length === 0 ? "noSchemes" : "schemes")}</h2>
        {newScheme}
      </div>
      {schemes.length === 0 ? (
        <p class="soft">{words("noSchemesNote")}</p>
      ) : (
        <TableFrame
          label={words("schemes")}
          columns={columns.map(words)}
          wordColumns={numbersFrom}
          class="weights-schemes"
        >
          {schemes.map((each) => (
            <Row key={each.scheme} study={study} found={each} isUsual={usual?.scheme === each.scheme} />
          ))}
        </TableFrame>
      )}
    </section>
  );
}

function Row({
  study,
  found: { scheme, name, schemeVersion, current },
  isUsual,
}: {
  study: string;
  found: SchemeList["schemes"][number];
  isUsual: boolean;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const count = (number: number): string => formatCount(number, language);
  return (
    <tr>
      <th scope="row">
        <InLink to={`/studies/${study}/weights?scheme=${scheme}`}>{name}</InLink>{" "}
        {isUsual && <span class="badge open">{words("usual")}</span>}
        <small class="soft weights-slug">{scheme}</small>
      </th>
      <td>{schemeVersion}</td>
      {current === null ? (
        <td colSpan={columns.length - 2} class="soft">
          {words("notRun")}
        </td>
      ) : (
        <>
          <td>{current.version}</td>
          <td class="weights-when">{momentInWords(current.asOf, language)}</td>
          <td class="number">
            {count(current.weighted)} / {count(current.responses)}
          </td>
          <td class="number">{current.weights === null ? "–" : formatMean(current.weights.designEffect, language)}</td>
          <td class="number">{current.weights === null ? "–" : count(current.weights.effectiveSampleSize)}</td>
          <td class="number">{current.weights === null ? "–" : rangeInWords(current.weights, language)}</td>
        </>
      )}
    </tr>
  );
}
