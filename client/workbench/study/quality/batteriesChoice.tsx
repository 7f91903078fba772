import type { JSX } from "preact";
import type { RulesContent, StudyQuality } from "../../../../server/quality/qualityApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { fill } from "../overview/fill.ts";
import { rulesTexts } from "./rulesTexts.ts";

/** Chooses the batteries that are looked at for straight lines and rare combinations. */
export function BatteriesChoice({
  chosen,
  batteries,
  onChange,
}: {
  chosen: readonly string[];
  batteries: StudyQuality["batteries"];
  onChange: (part: Pick<RulesContent, "batteries">) => void;
}): JSX.Element | null {
  const { read } = useReader();
  const words = useWords(rulesTexts);
  if (batteries.length === 0) return null;
  return (
    <fieldset class="choice">
      <legend>{words("batteries")}</legend>
      {batteries.map(({ name, title, items }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ currentTarget }) => {
              const others = chosen.filter((each) => each !== name);
              onChange({ batteries: currentTarget.checked ? [...others, name] : others });
            }}
          />
          <span>
            {read(title)} <small class="soft">{fill(words("items"), { count: String(items) })}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
