import { Fragment, type JSX } from "preact";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import { InLink } from "../../parts/inLink.tsx";
import { useWords } from "../../reader.ts";
import { collectorAddress } from "./collectorAddress.ts";
import { fieldingTexts } from "./fieldingTexts.ts";
import { QrCode } from "./qrCode.tsx";

/** A page to print and hang up: the study's title, its code and its address, in the study's languages. */
export function PosterPage({ study, collector }: { study: StudySummary; collector: string | null }): JSX.Element {
  const words = useWords(fieldingTexts);
  const address = collectorAddress(study.study, collector);
  return (
    <section class="fielding-poster-frame">
      <p class="actions fielding-poster-tools">
        <button
          type="button"
          class="main"
          onClick={() => {
            print();
          }}
        >
          {words("print")}
        </button>
        <InLink to={`/studies/${study.study}/fielding`}>{words("back")}</InLink>
      </p>
      <div class="fielding-poster">
        {study.languages.map((language, place) => (
          <p key={language} lang={language} class={place === 0 ? "fielding-poster-title" : "fielding-poster-second"}>
            <Words text={study.title[language]} language={language} />
          </p>
        ))}
        <QrCode address={address} label={`${words("qrCode")}: ${address}`} />
        {study.languages.map((language) => (
          <p key={language} lang={language} class="fielding-poster-scan">
            <strong>{fieldingTexts.scan[language]}</strong> · {fieldingTexts.promise[language]}
          </p>
        ))}
        <p class="fielding-poster-address">{address}</p>
      </div>
    </section>
  );
}

/** A text that breaks between words only, which in Chinese no space tells. */
function Words({ text, language }: { text: string; language: Language }): JSX.Element {
  const segments = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)];
  return (
    <>
      {segments.map(({ segment, index, isWordLike }, place) => (
        <Fragment key={index}>
          {isWordLike === true && segments[place - 1]?.isWordLike === true && <wbr />}
          {segment}
        </Fragment>
      ))}
    </>
  );
}
