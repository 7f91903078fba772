import type { JSX } from "preact";
import { formatCount, formatShare } from "../../../../charts/format.ts";
import type { StudyQuality } from "../../../../server/quality/qualityApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { momentInWords } from "../../parts/result/provenanceText.ts";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { fill } from "../overview/fill.ts";
import { qualityTexts } from "./qualityTexts.ts";

/** How many came, were screened and are excluded; and the way to screen what has come since. */
export function QualitySummary({ quality, onChanged }: { quality: StudyQuality; onChanged: () => void }): JSX.Element {
  const { language } = useReader();
  const words = useWords(qualityTexts);
  const { isSending, refusal, send } = useSending<StudyQuality>();
  const { study, screening } = quality;
  return (
    <section class="card" aria-labelledby="quality-title">
      <div class="page-head">
        <div>
          <h2 id="quality-title">{words("title")}</h2>
          <p class="soft base">{words("lead")}</p>
        </div>
        <div class="quality-screen">
          <button
            type="button"
            disabled={isSending}
            onClick={() => {
              send(`/api/studies/${study}/quality/runs`, { method: "POST", body: {} }, onChanged);
            }}
          >
            {words("screenNow")}
          </button>
          <small class="soft">
            {screening === null
              ? words("notScreened")
              : fill(words("lastScreened"), {
                  version: String(screening.version),
                  when: momentInWords(screening.asOf, language),
                })}
          </small>
        </div>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {screening !== null && <Numbers screening={screening} />}
    </section>
  );
}

function Numbers({ screening }: { screening: NonNullable<StudyQuality["screening"]> }): JSX.Element {
  const { language } = useReader();
  const words = useWords(qualityTexts);
  const { all, cameAfterClosing } = screening;
  const count = (number: number): string => formatCount(number, language);
  const waiting = all.responses - all.screened;
  return (
    <dl class="quality-numbers">
      <div>
        <dt>{words("responses")}</dt>
        <dd>{count(all.responses)}</dd>
        <dd class="around soft">
          {words("screened")} {count(all.screened)}
        </dd>
      </div>
      <div>
        <dt>{words("valid")}</dt>
        <dd>{count(all.screened - all.excluded)}</dd>
      </div>
      <div>
        <dt>{words("excluded")}</dt>
        <dd>{count(all.excluded)}</dd>
        <dd class="around soft">
          {all.screened > 0 && formatShare(all.excluded / all.screened, { language, n: all.screened })}{" "}
          {words("ofScreened")}
        </dd>
      </div>
      <div>
        <dt>{words("unscreened")}</dt>
        <dd>{count(waiting)}</dd>
        {waiting > 0 && <dd class="around soft">{words("unscreenedNote")}</dd>}
        {cameAfterClosing > 0 && (
          <dd class="around soft">{fill(words("cameAfter"), { count: count(cameAfterClosing) })}</dd>
        )}
      </div>
    </dl>
  );
}
