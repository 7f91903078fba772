import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Choice } from "../../parts/field.tsx";
import { useReader, useWords } from "../../reader.ts";
import type { AddressQuery } from "../../useAddressQuery.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { compareTexts } from "./compareTexts.ts";
import { comparisonAdjustments, comparisonOrders, type Compared } from "./wantedComparison.ts";

interface BarProps {
  readonly codebook: Codebook;
  readonly wanted: Compared;
  readonly change: AddressQuery["change"];
}

/** Chooses the two groups or periods, and how their differences are tested and put in order. */
export function CompareBar({ codebook, wanted, change }: BarProps): JSX.Element {
  const words = useWords(compareTexts);
  return (
    <section class="card compare-bar" aria-label={words("choice")}>
      <Choice
        label={words("what")}
        value={wanted.what}
        options={(["groups", "periods"] as const).map((value) => ({ value, label: words(value) }))}
        onChoose={(chosen) => {
          change({ compare: chosen === "groups" ? [] : [chosen] });
        }}
      />
      {wanted.what === "groups" ? (
        <Groups codebook={codebook} wanted={wanted} change={change} />
      ) : (
        <Periods wanted={wanted} change={change} />
      )}
      <Manner wanted={wanted} change={change} />
    </section>
  );
}

function Groups({ codebook, wanted, change }: BarProps): JSX.Element {
  const { read } = useReader();
  const words = useWords(compareTexts);
  const { variable, codes } = wanted;
  const values = closedVariables(codebook).find(({ name }) => name === variable)?.values ?? [];
  const put = (code: string, into: "a" | "b" | null): void => {
    const others = (group: readonly string[]): string[] => group.filter((each) => each !== code);
    change({
      variable: [variable],
      a: into === "a" ? [...others(codes.a), code] : others(codes.a),
      b: into === "b" ? [...others(codes.b), code] : others(codes.b),
    });
  };
  return (
    <>
      <VariableSelect
        codebook={codebook}
        value={variable}
        none={words("chooseVariable")}
        label={words("variable")}
        onChoose={(chosen) => {
          const [first, second] = closedVariables(codebook).find(({ name }) => name === chosen)?.values ?? [];
          const textOf = (value: typeof first): string[] => (value === undefined ? [] : [String(value.code)]);
          change({ variable: [chosen], a: textOf(first), b: textOf(second) });
        }}
      />
      <div class="compare-codes" role="group" aria-label={words("whoIsWhere")}>
        {values.map(({ code, label }) => (
          <Member
            key={String(code)}
            label={read(label)}
            place={codes.a.includes(String(code)) ? "a" : codes.b.includes(String(code)) ? "b" : null}
            onPut={(into) => {
              put(String(code), into);
            }}
          />
        ))}
      </div>
    </>
  );
}

/** In which group those of a code are: A, B or neither. */
function Member({
  label,
  place,
  onPut,
}: {
  label: string;
  place: "a" | "b" | null;
  onPut: (into: "a" | "b" | null) => void;
}): JSX.Element {
  const words = useWords(compareTexts);
  return (
    <div class="compare-member" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <span class="compare-places">
        {(["a", "b"] as const).map((group) => (
          <button
            key={group}
            type="button"
            aria-pressed={place === group}
            aria-label={`${words(group === "a" ? "inA" : "inB")}: ${label}`}
            onClick={() => {
              onPut(place === group ? null : group);
            }}
          >
            {group.toUpperCase()}
          </button>
        ))}
      </span>
    </div>
  );
}

function Periods({ wanted: { periods }, change }: Omit<BarProps, "codebook">): JSX.Element {
  const words = useWords(compareTexts);
  return (
    <div class="compare-periods">
      {(["a", "b"] as const).map((group) => (
        <fieldset key={group}>
          <legend>{words(group === "a" ? "periodA" : "periodB")}</legend>
          {(["from", "to"] as const).map((end) => (
            <label key={end}>
              {words(end)}
              <input
                type="date"
                value={periods[group][end]}
                onChange={({ currentTarget }) => {
                  change({ [`${group}-${end}`]: [currentTarget.value] });
                }}
              />
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Manner({ wanted, change }: Omit<BarProps, "codebook">): JSX.Element {
  const words = useWords(compareTexts);
  return (
    <div class="compare-manner">
      <label>
        {words("order")}
        <select
          value={wanted.order}
          onChange={({ currentTarget }) => {
            change({ order: currentTarget.value === comparisonOrders[0] ? [] : [currentTarget.value] });
          }}
        >
          {comparisonOrders.map((name) => (
            <option key={name} value={name}>
              {words(`order-${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words("adjustment")}
        <select
          value={wanted.adjustment}
          onChange={({ currentTarget }) => {
            change({ adjust: currentTarget.value === comparisonAdjustments[0] ? [] : [currentTarget.value] });
          }}
        >
          {comparisonAdjustments.map((name) => (
            <option key={name} value={name}>
              {words(name)}
            </option>
          ))}
        </select>
      </label>
      <label class="compare-check">
        <input
          type="checkbox"
          checked={wanted.isOnlySure}
          onChange={({ currentTarget }) => {
            change({ sure: currentTarget.checked ? ["1"] : [] });
          }}
        />
        <span>{words("onlySure")}</span>
      </label>
    </div>
  );
}
