import type { JSX } from "preact";
import type { PopulationList, SchemeList } from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { InLink } from "../../parts/inLink.tsx";
import { useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { NewSchemePage, SchemePage } from "./schemePage.tsx";
import { SchemeTable } from "./schemeTable.tsx";
import { UsualWeightsForm } from "./usualWeightsForm.tsx";
import { weightsTexts } from "./weightsTexts.ts";
import "./weights.css";

/** How a study is weighted: its schemes, which of them is used, and for each its runs, reports and form. */
export function WeightsView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{(codebook) => <Weights study={study.study} codebook={codebook} />}</WithCodebook>;
}

function Weights({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const list = useAnswer<SchemeList>(`/api/studies/${study}/weighting`);
  const { query } = useAddressQuery();
  const scheme = query.get("scheme");
  const isNew = query.get("edit") === "new";
  return (
    <Answered reading={list}>
      {(found) =>
        scheme === null && !isNew ? (
          <Schemes study={study} list={found} again={list.again} />
        ) : (
          <OneScheme study={study} codebook={codebook} scheme={scheme} list={found} again={list.again} />
        )
      }
    </Answered>
  );
}

function OneScheme({
  study,
  codebook,
  scheme,
  list: { schemes, usual, earlierCodes },
  again,
}: {
  study: string;
  codebook: Codebook;
  /** `null` for one that is being made. */
  scheme: string | null;
  list: SchemeList;
  again: () => void;
}): JSX.Element {
  const words = useWords(weightsTexts);
  const reading = useAnswer<PopulationList>("/api/populations");
  return (
    <div class="weights">
      <p>
        <InLink to={`/studies/${study}/weights`}>← {words("all")}</InLink>
      </p>
      <Answered reading={reading}>
        {({ populations }) => {
          const parts = { study, codebook, populations, earlierCodes, onChanged: again };
          return scheme === null ? (
            <NewSchemePage {...parts} taken={schemes.map((each) => each.scheme)} />
          ) : (
            <SchemePage key={scheme} {...parts} name={scheme} isUsual={usual?.scheme === scheme} />
          );
        }}
      </Answered>
    </div>
  );
}

function Schemes({ study, list, again }: { study: string; list: SchemeList; again: () => void }): JSX.Element {
  return (
    <div class="weights">
      <SchemeTable study={study} list={list} />
      {list.schemes.length > 0 && (
        <UsualWeightsForm key={list.usual?.scheme ?? ""} study={study} list={list} onChosen={again} />
      )}
    </div>
  );
}
