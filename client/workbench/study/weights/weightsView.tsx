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
  const words = useWords(weightsTexts);
  const { query } = useAddressQuery();
  const list = useAnswer<SchemeList>(`/api/studies/${study}/weighting`);
  const populations = useAnswer<PopulationList>("/api/populations");
  const scheme = query.get("scheme");
  const isNew = query.get("edit") === "new";
  if (scheme === null && !isNew)
    return <Answered reading={list}>{(found) => <Schemes study={study} list={found} again={list.again} />}</Answered>;
  return (
    <div class="weights">
      <p>
        <InLink to={`/studies/${study}/weights`}>← {words("all")}</InLink>
      </p>
      <Answered reading={populations}>
        {(found) => {
          const parts = { study, codebook, populations: found.populations, onChanged: list.again };
          return scheme === null ? (
            <NewSchemePage {...parts} taken={list.answer?.schemes.map((each) => each.scheme) ?? []} />
          ) : (
            <SchemePage key={scheme} {...parts} name={scheme} isUsual={list.answer?.usual?.scheme === scheme} />
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
