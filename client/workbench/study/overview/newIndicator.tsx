import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Indicator } from "../../../../server/indicators/indicatorsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { languages } from "../../../../surveys/language.ts";
import { Answered } from "../../parts/answered.tsx";
import { Choice, Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useSending } from "../../useSending.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { nameFor, type IndicatorSubject } from "./indicatorSubjects.ts";
import { overviewTexts } from "./overviewTexts.ts";
import { SubjectChoice } from "./subjectChoice.tsx";

/** The way to a further indicator: a button, and then a form. */
export function NewIndicator({
  study,
  taken,
  onDone,
}: {
  study: string;
  /** Names of the indicators there are. */
  taken: readonly string[];
  onDone: () => void;
}): JSX.Element {
  const words = useWords(overviewTexts);
  const [isMaking, setMaking] = useState(false);
  const codebook = useAnswer<Codebook>(isMaking ? `/api/studies/${study}/codebook` : null);
  if (!isMaking)
    return (
      <button
        type="button"
        class="overview-add"
        onClick={() => {
          setMaking(true);
        }}
      >
        + {words("addIndicator")}
      </button>
    );
  return (
    <Answered reading={codebook}>
      {(found) => (
        <IndicatorForm
          study={study}
          codebook={found}
          taken={taken}
          onEnd={(isAdded) => {
            setMaking(false);
            if (isAdded) onDone();
          }}
        />
      )}
    </Answered>
  );
}

function IndicatorForm({
  study,
  codebook,
  taken,
  onEnd,
}: {
  study: string;
  codebook: Codebook;
  taken: readonly string[];
  onEnd: (isAdded: boolean) => void;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(overviewTexts);
  const { isSending, refusal, send } = useSending<Indicator>();
  const [subject, setSubject] = useState<IndicatorSubject | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [title, setTitle] = useState({ "zh-CN": "", en: "" });
  const [worse, setWorse] = useState<Indicator["worse"]>("higher");
  const [areas, setAreas] = useState("");
  const of = subject?.conditionFor(codes) ?? null;
  return (
    <form
      class="card overview-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (subject === null || of === null) return;
        const path = `/api/studies/${study}/indicators/${nameFor(subject, taken)}`;
        const body = { title, of, worse, areas: areas === "" ? null : areas };
        send(path, { method: "PUT", body }, () => {
          onEnd(true);
        });
      }}
    >
      <h3>{words("addIndicator")}</h3>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["title.zh-CN", "title.en"]} />}
      <SubjectChoice codebook={codebook} subject={subject} codes={codes} onChoose={setSubject} onTick={setCodes} />
      <div class="fields">
        {languages.map((language) => (
          <Field
            key={language}
            name={`title.${language}`}
            label={texts(language === "en" ? "titleEnglish" : "titleChinese")}
            required
            refusal={refusal}
            value={title[language]}
            onInput={({ currentTarget }) => {
              setTitle({ ...title, [language]: currentTarget.value });
            }}
          />
        ))}
      </div>
      <Choice
        label={words("whichWay")}
        value={worse}
        options={(["higher", "lower"] as const).map((value) => ({
          value,
          label: words(value === "higher" ? "higherIsWorse" : "lowerIsWorse"),
        }))}
        onChoose={setWorse}
      />
      <VariableSelect
        codebook={codebook}
        value={areas}
        none={words("wholeOnly")}
        label={words("areas")}
        onChoose={setAreas}
      />
      <div class="actions">
        <button type="submit" class="main" disabled={isSending || of === null}>
          {words("addIndicator")}
        </button>
        <button
          type="button"
          onClick={() => {
            onEnd(false);
          }}
        >
          {texts("cancel")}
        </button>
      </div>
    </form>
  );
}
