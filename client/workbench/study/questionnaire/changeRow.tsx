import type { JSX } from "preact";
import { languages } from "../../../../surveys/language.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { inLanguage } from "../../../../surveys/localised.ts";
import type { DefinitionChange } from "../../../../surveys/revision/definitionChange.ts";
import { useReader, useWords } from "../../reader.ts";
import { languageNames } from "../languageNames.ts";
import { changeTexts } from "./changeTexts.ts";
import { definitionTexts } from "./definitionTexts.ts";

/** What changed: of which question, what, and how it was and is. */
export function ChangeSaid({ change }: { change: DefinitionChange }): JSX.Element {
  const { read } = useReader();
  const kinds = useWords(changeTexts);
  const words = useWords(definitionTexts);
  const { kind, question, title, member, part } = change;
  const where = [member, part].filter((each) => each !== null).join(" · ");
  return (
    <div class="definition-change">
      <h3>
        {question === null ? words("wholeQuestionnaire") : <code>{question}</code>}
        {title !== null && <span class="soft"> {read(title)}</span>}
      </h3>
      <p>
        {kinds(kind)}
        {where !== "" && (
          <>
            {" "}
            <code class="soft">{where}</code>
          </>
        )}
      </p>
      <Difference change={change} />
    </div>
  );
}

/** How it was and is, in each language in which that differs. */
function Difference({ change: { before, after } }: { change: DefinitionChange }): JSX.Element | null {
  const { texts, language: own } = useReader();
  if (before === null && after === null) return null;
  const isAlike = typeof (before ?? "") === "string" && typeof (after ?? "") === "string";
  const differing = languages.filter((each) => said(before, each) !== said(after, each));
  // What came or went is read in the reader's language alone.
  const shown = isAlike || before === null || after === null ? [own] : differing;
  return (
    <>
      {shown.map((each) => (
        <p key={each} class="definition-difference">
          {!isAlike && (shown.length > 1 || each !== own) && <span class="soft">{texts(languageNames[each])}</span>}
          <Said as="del" text={said(before, each)} />
          <Said as="ins" text={said(after, each)} />
        </p>
      ))}
    </>
  );
}

function said(text: LocalisedText | null, language: (typeof languages)[number]): string | null {
  return text === null ? null : inLanguage(text, language);
}

function Said({ as: Tag, text }: { as: "del" | "ins"; text: string | null }): JSX.Element | null {
  const words = useWords(definitionTexts);
  if (text === null) return null;
  return (
    <Tag>
      <span class="hidden">{words(Tag === "del" ? "before" : "after")}: </span>
      {text === "" ? words("nothing") : text}
    </Tag>
  );
}
