import type { JSX } from "preact";
import type { StudyDays } from "../../../server/estimates/estimatesApi.ts";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { Answered } from "../parts/answered.tsx";
import { Notice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import { useAnswer } from "../useAnswer.ts";
import { useLive } from "../useLive.ts";
import { useRepeatedly } from "../useRepeatedly.ts";
import { SavedViewsMenu } from "./saved/savedViewsMenu.tsx";
import { StudyHead } from "./studyHead.tsx";
import { studyViews } from "./studyViews.ts";
import { ViewsMenu } from "./viewsMenu.tsx";
import "./studyPage.css";

/** Where responses are not told of as they come, and where they are: the study itself may change too. */
const everyMs = { asking: 3_000, told: 60_000 };

/** One study: what it is, how it is doing, and its parts. */
export function StudyPage({ name, view }: { name: string; view: string }): JSX.Element {
  const { texts } = useReader();
  const summary = useAnswer<StudySummary>(`/api/studies/${name}`);
  const days = useAnswer<StudyDays>(`/api/studies/${name}/days`);
  const look = (): void => {
    summary.again();
    days.again();
  };
  const isTold = useLive(`/api/studies/${name}/live`, look);
  useRepeatedly(look, isTold ? everyMs.told : everyMs.asking);
  const shown = view === "" ? studyViews[0] : studyViews.find((each) => each.name === view || each.formerName === view);
  return (
    <Answered reading={summary}>
      {(study) => (
        <>
          <StudyHead
            study={study}
            days={days}
            isTold={isTold}
            isFirst={shown === studyViews[0]}
            onChanged={summary.again}
          />
          <div class="study-body">
            <div class="study-rail">
              <ViewsMenu study={name} shown={shown} />
              <SavedViewsMenu study={name} />
            </div>
            <div class="study-view">
              {shown === undefined ? (
                <Notice title={texts("nothingHere")} />
              ) : (
                <shown.View key={shown.name} study={study} days={days.answer} onChanged={summary.again} />
              )}
            </div>
          </div>
        </>
      )}
    </Answered>
  );
}
