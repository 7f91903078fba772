import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useKnownAnswer } from "../../useAnswer.ts";
import { requestThrough, useLens, type Lens } from "../lens/lens.ts";
import { LensBar } from "../lens/lensBar.tsx";
import { closedVariables } from "../lens/closedVariables.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { CrosstabCard } from "./crosstabCard.tsx";
import { CrosstabsBar } from "./crosstabsBar.tsx";
import { crosstabsTexts } from "./crosstabsTexts.ts";
import { wantedIn, type WantedCrosstab } from "./wantedCrosstab.ts";
import "./crosstabs.css";

/** Any question by groups of people, as one table or a table for each value of a layer. */
export function CrosstabsView({ study, days }: StudyViewProps): JSX.Element {
  const { texts } = useReader();
  const isFielded = study.questionnaireVersion !== null;
  const codebook = useKnownAnswer<Codebook>(isFielded ? `/api/studies/${study.study}/codebook` : null);
  if (!isFielded || days?.responses === 0)
    return (
      <Notice title={texts(isFielded ? "noResponses" : "noQuestionnaire")}>
        <p>{texts(isFielded ? "noResponsesNote" : "noQuestionnaireNote")}</p>
      </Notice>
    );
  return (
    <Answered reading={codebook}>
      {(found) => <Tables study={study.study} codebook={found} responses={study.responses} />}
    </Answered>
  );
}

function Tables({ study, codebook, responses }: { study: string; codebook: Codebook; responses: number }): JSX.Element {
  const words = useWords(crosstabsTexts);
  const { query, change } = useAddressQuery();
  const { lens } = useLens();
  const wanted = wantedIn(query, codebook);
  const layers = layersOf(wanted, lens, codebook);
  return (
    <>
      <LensBar study={study} codebook={codebook} refusal={null} />
      <CrosstabsBar codebook={codebook} wanted={wanted} change={change} />
      {wanted.rows === wanted.by ? (
        <Notice title={words("notBoth")} />
      ) : (
        layers
          .slice(0, mostLayers)
          .map((layer) => (
            <CrosstabCard
              key={layer.name}
              name={layer.name}
              study={study}
              codebook={codebook}
              wanted={wanted}
              responses={responses}
              request={requestThrough(layer.lens, codebook)}
            />
          ))
      )}
      {layers.length > mostLayers && <p class="soft">{words("mostLayers").replace("{most}", String(mostLayers))}</p>}
    </>
  );
}

/** As many as can be read one after the other. */
const mostLayers = 12;

/** A table's own lens: that of the page, and with a layer only those of one of its values. */
function layersOf({ layer }: WantedCrosstab, lens: Lens, codebook: Codebook): { name: string; lens: Lens }[] {
  const found = closedVariables(codebook).find(({ name }) => name === layer);
  if (found === undefined) return [{ name: "crosstab", lens }];
  const already = lens.only.find(({ variable }) => variable === layer);
  return found.values
    .map(({ code }) => String(code))
    .filter((code) => already === undefined || already.codes.includes(code))
    .map((code) => ({
      name: `crosstab-${code}`,
      lens: {
        ...lens,
        only: [...lens.only.filter(({ variable }) => variable !== layer), { variable: layer, codes: [code] }],
      },
    }));
}
