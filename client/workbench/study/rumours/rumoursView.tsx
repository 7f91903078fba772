import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnalyses } from "../../useAnalysis.ts";
import { LensBar } from "../lens/lensBar.tsx";
import { requestThrough, useLens } from "../lens/lens.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { CodesChoice } from "../pairing/codesChoice.tsx";
import { PairingSelect } from "../pairing/pairingSelect.tsx";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { claimRequests, conditionsOf, rumourChoice, type RumourChoice } from "./rumourChoice.ts";
import { RumourContrasts } from "./rumourContrasts.tsx";
import { RumourGroups } from "./rumourGroups.tsx";
import { RumourSpread } from "./rumourSpread.tsx";
import { rumourTexts } from "./rumourTexts.ts";
import "../pairing/pairing.css";
import "./rumours.css";

/** Which claims go round, who believes them, and how those differ who do. */
export function RumoursView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{(codebook) => <Rumours study={study.study} codebook={codebook} />}</WithCodebook>;
}

function Rumours({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const words = useWords(rumourTexts);
  const { lens } = useLens();
  const { query } = useAddressQuery();
  const choice = rumourChoice(query, codebook);
  const by = query.get("by") ?? "";
  const { pairing } = choice;
  const through = requestThrough(lens, codebook);
  const reading = useAnalyses(
    study,
    pairing === null
      ? null
      : pairing.pairs.flatMap((pair) =>
          claimRequests(conditionsOf(pair, choice), { ...through, ...(by !== "" && { by: [by] }) }),
        ),
  );
  if (choice.pairings.length === 0)
    return (
      <Notice title={words("none")}>
        <p>{words("noneNote")}</p>
      </Notice>
    );
  return (
    <>
      <RumourBar choice={choice} codebook={codebook} by={by} />
      <LensBar study={study} codebook={codebook} refusal={reading.refusal} />
      {pairing === null ? (
        <Notice title={words("choose")}>
          <p>{words("chooseNote")}</p>
        </Notice>
      ) : (
        <Answered reading={reading} beside={["from", "to"]}>
          {(results) => (
            <>
              <RumourSpread pairing={pairing} results={results} codebook={codebook} />
              {by !== "" && <RumourGroups pairing={pairing} results={results} codebook={codebook} />}
              <RumourContrasts study={study} pairing={pairing} choice={choice} through={through} codebook={codebook} />
            </>
          )}
        </Answered>
      )}
    </>
  );
}

function RumourBar({ choice, codebook, by }: { choice: RumourChoice; codebook: Codebook; by: string }): JSX.Element {
  const words = useWords(rumourTexts);
  const { change } = useAddressQuery();
  const [pair] = choice.pairing?.pairs ?? [];
  return (
    <div class="pairing-bar">
      <PairingSelect
        label={words("questions")}
        pairings={choice.pairings}
        chosen={choice.pairing}
        onChoose={(name) => {
          change({ rumours: [name], heard: [], believes: [] });
        }}
      />
      <VariableSelect
        codebook={codebook}
        value={by}
        none={words("noGroups")}
        label={words("by")}
        onChoose={(variable) => {
          change({ by: variable === "" ? [] : [variable] });
        }}
      />
      {pair?.first.kind === "category" && (
        <CodesChoice
          legend={words("heardIf")}
          values={pair.first.values}
          chosen={choice.heardIf}
          onChoose={(codes) => {
            change({ heard: codes });
          }}
        />
      )}
      {pair !== undefined && (
        <CodesChoice
          legend={words("believesIf")}
          values={pair.second.values}
          chosen={choice.believesIf}
          onChoose={(codes) => {
            change({ believes: codes });
          }}
        />
      )}
    </div>
  );
}
