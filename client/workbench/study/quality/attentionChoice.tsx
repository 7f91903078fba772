import type { JSX } from "preact";
import type { Counts, RulesContent } from "../../../../server/quality/qualityApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import { countsTexts } from "./reasonTexts.ts";
import { rulesTexts } from "./rulesTexts.ts";

/** Chooses the question that tells attention, its right answer, and what a wrong one does. */
export function AttentionChoice({
  rules: { attention },
  codebook,
  onChange,
}: {
  rules: RulesContent;
  codebook: Codebook;
  onChange: (part: Pick<RulesContent, "attention">) => void;
}): JSX.Element {
  const { language, read } = useReader();
  const words = useWords(rulesTexts);
  const asked = codebook.questions.flatMap(({ title, variables }) => {
    const [only, ...others] = variables.filter(({ kind }) => kind !== "text");
    return only?.kind === "category" && others.length === 0 ? [{ ...only, title }] : [];
  });
  const [check] = attention?.checks ?? [];
  const question = asked.find(({ name }) => name === check?.variable);
  return (
    <div class="fields">
      <label class="field">
        {words("check")}
        <select
          value={check?.variable ?? ""}
          onChange={({ currentTarget }) => {
            const chosen = asked.find(({ name }) => name === currentTarget.value);
            const code = chosen?.values[0]?.code;
            onChange({
              attention:
                chosen === undefined || code === undefined
                  ? null
                  : { counts: attention?.counts ?? "alone", checks: [{ variable: chosen.name, right: [code] }] },
            });
          }}
        >
          <option value="">{words("noCheck")}</option>
          {asked.map(({ name, title }) => (
            <option key={name} value={name}>
              {read(title)}
            </option>
          ))}
        </select>
      </label>
      {attention !== null && question !== undefined && (
        <>
          <label class="field">
            {words("right")}
            <select
              value={String(check?.right[0] ?? "")}
              onChange={({ currentTarget }) => {
                const found = question.values.find(({ code }) => String(code) === currentTarget.value);
                if (found !== undefined)
                  onChange({ attention: { ...attention, checks: [{ variable: question.name, right: [found.code] }] } });
              }}
            >
              {question.values.map(({ code, label }) => (
                <option key={String(code)} value={String(code)}>
                  {read(label)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            {words("wrongDoes")}
            <select
              value={attention.counts}
              onChange={({ currentTarget }) => {
                onChange({ attention: { ...attention, counts: currentTarget.value as Counts } });
              }}
            >
              {(Object.keys(countsTexts) as Counts[]).map((counts) => (
                <option key={counts} value={counts}>
                  {countsTexts[counts][language]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </div>
  );
}
