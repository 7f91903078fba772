import type { JSX } from "preact";
import type { NeedsResult } from "../../../../server/needs/needsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { usePosted } from "../../usePosted.ts";
import { LensBar } from "../lens/lensBar.tsx";
import { requestThrough, useLens } from "../lens/lens.ts";
import { CodesChoice } from "../pairing/codesChoice.tsx";
import { PairingSelect } from "../pairing/pairingSelect.tsx";
import { codesIn, likeliest, pairingsOf } from "../../../../surveys/codebook/questionPairs.ts";
import { isOfNeeds } from "../../../../surveys/codebook/usualChoices.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { NeedRanking } from "./needRanking.tsx";
import { needTexts } from "./needTexts.ts";
import "../pairing/pairing.css";
import "./needs.css";

/** What people need, how well it is served, and where the gap is widest. */
export function NeedsView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{(codebook) => <Needs study={study.study} codebook={codebook} />}</WithCodebook>;
}

function Needs({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const words = useWords(needTexts);
  const { lens } = useLens();
  const { query, change } = useAddressQuery();
  const pairings = pairingsOf(codebook);
  const pairing = pairings.find(({ name }) => name === query.get("needs")) ?? likeliest(pairings, isOfNeeds);
  const [first] = pairing?.pairs ?? [];
  const needValues = first?.first.kind === "category" ? first.first.values : [];
  const metValues = first?.second.values ?? [];
  const neededIf = withDefault(codesIn(query.getAll("needed"), needValues), needValues.slice(0, 1));
  const satisfiedIf = withDefault(codesIn(query.getAll("satisfied"), metValues), metValues.slice(-2));
  const reading = usePosted<NeedsResult>(
    `/api/studies/${study}/needs`,
    pairing === null
      ? null
      : {
          ...requestThrough(lens, codebook),
          topics: pairing.pairs.map((pair) => ({
            need:
              pair.first.kind === "tick"
                ? { kind: "ticked", variable: pair.first.name }
                : { kind: "code", variable: pair.first.name, codes: neededIf },
            satisfaction: pair.second.name,
          })),
          satisfiedIf,
        },
  );
  if (pairings.length === 0)
    return (
      <Notice title={words("none")}>
        <p>{words("noneNote")}</p>
      </Notice>
    );
  return (
    <>
      <div class="pairing-bar">
        <PairingSelect
          label={words("questions")}
          pairings={pairings}
          chosen={pairing}
          onChoose={(name) => {
            change({ needs: [name], needed: [], satisfied: [] });
          }}
        />
        {needValues.length > 0 && (
          <CodesChoice
            legend={words("neededIf")}
            values={needValues}
            chosen={neededIf}
            onChoose={(codes) => {
              change({ needed: codes });
            }}
          />
        )}
        {metValues.length > 0 && (
          <CodesChoice
            legend={words("satisfiedIf")}
            values={metValues}
            chosen={satisfiedIf}
            onChoose={(codes) => {
              change({ satisfied: codes });
            }}
          />
        )}
      </div>
      <LensBar study={study} codebook={codebook} refusal={reading.refusal} />
      {pairing === null ? (
        <Notice title={words("choose")}>
          <p>{words("chooseNote")}</p>
        </Notice>
      ) : (
        <Answered reading={reading} beside={["from", "to"]}>
          {(result) => <NeedRanking result={result} pairing={pairing} codebook={codebook} />}
        </Answered>
      )}
    </>
  );
}

function withDefault<Code>(codes: readonly Code[], usual: readonly { readonly code: Code }[]): readonly Code[] {
  return codes.length > 0 ? codes : usual.map(({ code }) => code);
}
