import type { JSX } from "preact";
import type { StudyDays } from "../../../server/estimates/estimatesApi.ts";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { Answered } from "../parts/answered.tsx";
import { InLink } from "../parts/inLink.tsx";
import { useReader } from "../reader.ts";
import { studyViews, type StudyView } from "../route.ts";
import type { TextName } from "../texts.ts";
import { useAnswer } from "../useAnswer.ts";
import { useRepeatedly } from "../useRepeatedly.ts";
import { ExportView } from "./exportView.tsx";
import { QuestionnaireView } from "./questionnaireView.tsx";
import { ResultsView } from "./results/resultsView.tsx";
import { StudyHead } from "./studyHead.tsx";
import { TextsView } from "./textsView.tsx";

const everyMs = 3_000;

const viewTexts: Readonly<Record<StudyView, TextName>> = {
  results: "viewResults",
  texts: "viewTexts",
  export: "viewExport",
  questionnaire: "viewQuestionnaire",
};

/** One study: what it is, how it is doing, and its parts. */
export function StudyPage({ name, view }: { name: string; view: StudyView }): JSX.Element {
  const { texts } = useReader();
  const summary = useAnswer<StudySummary>(`/api/studies/${name}`);
  const days = useAnswer<StudyDays>(`/api/studies/${name}/days`);
  useRepeatedly(() => {
    summary.again();
    days.again();
  }, everyMs);
  return (
    <Answered reading={summary}>
      {(study) => (
        <>
          <StudyHead study={study} days={days} onChanged={summary.again} />
          <nav class="views" aria-label={texts("views")}>
            {studyViews.map((each) => (
              <InLink key={each} to={`/studies/${name}#${each}`} isCurrent={each === view}>
                {texts(viewTexts[each])}
              </InLink>
            ))}
          </nav>
          <View study={study} days={days.answer} view={view} onChanged={summary.again} />
        </>
      )}
    </Answered>
  );
}

function View({
  study,
  days,
  view,
  onChanged,
}: {
  study: StudySummary;
  days: StudyDays | null;
  view: StudyView;
  onChanged: () => void;
}): JSX.Element {
  switch (view) {
    case "results":
      return <ResultsView study={study} days={days} />;
    case "texts":
      return <TextsView study={study} />;
    case "export":
      return <ExportView study={study} />;
    case "questionnaire":
      return <QuestionnaireView study={study} onFielded={onChanged} />;
  }
}
