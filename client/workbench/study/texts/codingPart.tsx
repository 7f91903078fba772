import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount, formatShortDay } from "../../../../charts/format.ts";
import type { CodingSample, TextFrame, Theme } from "../../../../server/texts/textsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useSending } from "../../useSending.ts";
import { AgreementTable } from "./agreementTable.tsx";
import { openTextWords } from "./openTextWords.ts";
import type { TextsPartProps } from "./textsPartProps.ts";

/** Coding a drawn sample by hand, a text at a time, and how far its coders agree. */
export function CodingPart({ study, question }: TextsPartProps): JSX.Element {
  const words = useWords(openTextWords);
  const frame = useAnswer<TextFrame>(`/api/studies/${study}/texts/frame`);
  const sample = useAnswer<CodingSample>(`/api/studies/${study}/texts/samples`, { question });
  return (
    <Answered reading={frame}>
      {({ themes }) => {
        const own = themes.filter((theme) => theme.question === question);
        if (own.length === 0) return <Notice title={words("needThemes")} />;
        return (
          <Answered reading={sample}>
            {(found) => (
              <>
                <Progress found={found} onDrawn={sample.again} />
                {found.next !== null && (
                  <OneText key={found.next.response} found={found} themes={own} onCoded={sample.again} />
                )}
                {found.sample !== null && found.next === null && <Notice title={words("allCoded")} />}
                {found.coders.length > 0 && <AgreementTable study={study} question={question} coded={found.own} />}
              </>
            )}
          </Answered>
        );
      }}
    </Answered>
  );
}

function Progress({ found, onDrawn }: { found: CodingSample; onDrawn: () => void }): JSX.Element {
  const words = useWords(openTextWords);
  const { language } = useReader();
  const { sample, size, coders } = found;
  if (sample === null)
    return (
      <Notice title={words("noSample")}>
        <p>{words("noSampleNote")}</p>
        <DrawForm found={found} onDrawn={onDrawn} />
      </Notice>
    );
  return (
    <div class="texts-progress">
      <ul>
        {coders.map(({ coder, coded }) => (
          <li key={coder}>
            <bdi>{coder}</bdi>{" "}
            <span class="soft">
              {words("codedOf")} {formatCount(coded, language)} / {formatCount(size, language)}
            </span>
            <progress max={size} value={coded} aria-label={coder} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{words("drawNew")}</summary>
        <DrawForm found={found} onDrawn={onDrawn} />
      </details>
    </div>
  );
}

function DrawForm({ found: { study, question }, onDrawn }: { found: CodingSample; onDrawn: () => void }): JSX.Element {
  const words = useWords(openTextWords);
  const [size, setSize] = useState(100);
  const { isSending, refusal, send } = useSending<CodingSample>();
  return (
    <form
      class="results-bar"
      onSubmit={(event) => {
        event.preventDefault();
        send(`/api/studies/${study}/texts/samples`, { method: "POST", body: { question, size } }, onDrawn);
      }}
    >
      <label>
        {words("size")}
        <input
          type="number"
          min={1}
          max={2000}
          required
          value={size}
          onInput={({ currentTarget }) => {
            setSize(Number(currentTarget.value));
          }}
        />
      </label>
      <button type="submit" disabled={isSending}>
        {words("draw")}
      </button>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </form>
  );
}

function OneText({
  found: { study, question, own, size, next },
  themes,
  onCoded,
}: {
  found: CodingSample;
  themes: readonly Theme[];
  onCoded: () => void;
}): JSX.Element | null {
  const words = useWords(openTextWords);
  const { language } = useReader();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { isSending, refusal, send } = useSending<CodingSample>();
  if (next === null) return null;
  return (
    <form
      class="texts-one"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { question, themes: ticked };
        send(`/api/studies/${study}/texts/codings/${next.response}`, { method: "PUT", body }, onCoded);
      }}
    >
      <p class="soft base">
        {formatCount(own + 1, language)} / {formatCount(size, language)} ·{" "}
        <time dateTime={next.day}>{formatShortDay(next.day, language)}</time>
      </p>
      <blockquote>
        <bdi class="written">{next.text}</bdi>
      </blockquote>
      <fieldset class="choice">
        <legend>{words("whichThemes")}</legend>
        {themes.map(({ name, label, rule }) => (
          <label key={name} {...(rule !== "" && { title: rule })}>
            <input
              type="checkbox"
              checked={ticked.includes(name)}
              onChange={({ currentTarget }) => {
                const others = ticked.filter((each) => each !== name);
                setTicked(currentTarget.checked ? [...others, name] : others);
              }}
            />
            <span>
              <bdi>{label}</bdi>
              {rule !== "" && <small class="soft"> {rule}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <button type="submit" class="main" disabled={isSending}>
        {words("saveNext")}
      </button>
    </form>
  );
}
