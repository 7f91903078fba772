import type { JSX } from "preact";
import type { Codebook, Variable } from "../../../../surveys/codebook/codebook.ts";
import { useReader } from "../../reader.ts";
import type { TextName } from "../../texts.ts";

const kinds = {
  category: "kindCategory",
  tick: "kindTick",
  number: "kindNumber",
  date: "kindDate",
  text: "kindText",
} as const satisfies Record<Variable["kind"], TextName>;

/** The variables of a questionnaire: names, labels, kinds and codes. */
export function CodebookTable({ codebook }: { codebook: Codebook }): JSX.Element {
  const { texts, read } = useReader();
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={texts("codebook")}>
      <table class="codebook">
        <thead>
          <tr>
            {(["variable", "question", "kind", "codes"] as const).map((name) => (
              <th key={name} scope="col">
                {texts(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codebook.questions.flatMap(({ title, variables }) =>
            variables.map((variable) => (
              <tr key={variable.name}>
                <td>
                  <code>{variable.name}</code>
                </td>
                <td>
                  {read(title)}
                  {read(variable.label) !== read(title) && <small class="soft"> {read(variable.label)}</small>}
                </td>
                <td>{texts(kinds[variable.kind])}</td>
                <td>
                  <Codes variable={variable} />
                </td>
              </tr>
            )),
          )}
          {codebook.scores.map(({ name, instrument, range }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>
                {texts("scoreOf")} {instrument}
              </td>
              <td>{texts("kindNumber")}</td>
              <td>{range.join("–")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Codes({ variable }: { variable: Variable }): JSX.Element {
  const { read } = useReader();
  if (variable.kind === "tick") return <>{read(variable.option.label)}</>;
  if (variable.kind !== "category") return <>–</>;
  return (
    <details>
      <summary>{variable.values.length}</summary>
      <ul>
        {variable.values.map(({ code, label }) => (
          <li key={String(code)}>
            <code>{String(code)}</code> {read(label)}
          </li>
        ))}
      </ul>
    </details>
  );
}
