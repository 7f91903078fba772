import type { JSX } from "preact";
import type { Collector, CollectorList } from "../../../../server/collectors/collectorsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { ConfirmButton } from "../../parts/confirmButton.tsx";
import { copyText } from "../../parts/copyText.ts";
import { InLink } from "../../parts/inLink.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useSending } from "../../useSending.ts";
import { collectorAddress } from "./collectorAddress.ts";
import { fieldingTexts } from "./fieldingTexts.ts";
import { NewCollectorForm } from "./newCollectorForm.tsx";
import { QrCode, saveQrPng, saveQrSvg } from "./qrCode.tsx";
import { useState } from "preact/hooks";

/** The links through which answers come in, each with its code to print. */
export function CollectorsCard({ study }: { study: string }): JSX.Element {
  const words = useWords(fieldingTexts);
  const reading = useAnswer<CollectorList>(`/api/studies/${study}/collectors`);
  return (
    <section class="card">
      <h2>{words("collectors")}</h2>
      <p class="soft">{words("collectorsNote")}</p>
      <Answered reading={reading}>
        {({ collectors }) => (
          <ul class="fielding-collectors">
            <CollectorRow study={study} collector={null} onChanged={reading.again} />
            {collectors.map((collector) => (
              <CollectorRow key={collector.collector} study={study} collector={collector} onChanged={reading.again} />
            ))}
          </ul>
        )}
      </Answered>
      <NewCollectorForm study={study} onAdded={reading.again} />
    </section>
  );
}

function CollectorRow({
  study,
  collector,
  onChanged,
}: {
  study: string;
  collector: Collector | null;
  onChanged: () => void;
}): JSX.Element {
  const words = useWords(fieldingTexts);
  const name = collector?.collector ?? null;
  const title = collector?.title ?? words("wholeStudy");
  const address = collectorAddress(study, name);
  return (
    <li>
      <QrCode address={address} label={`${words("qrCode")}: ${title}`} />
      <div class="fielding-collector">
        <h3>{title}</h3>
        <p class="soft">
          {name !== null && <code>{name}</code>}
          {collector !== null && collector.gridUnit !== null && (
            <>
              {" · "}
              {words("gridUnit")} <code>{collector.gridUnit}</code>
            </>
          )}
        </p>
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
        <CollectorTools study={study} address={address} title={title} collector={name} onChanged={onChanged} />
      </div>
    </li>
  );
}

function CollectorTools({
  study,
  address,
  title,
  collector,
  onChanged,
}: {
  study: string;
  address: string;
  title: string;
  collector: string | null;
  onChanged: () => void;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(fieldingTexts);
  const [isCopied, setCopied] = useState(false);
  const { send } = useSending<null>();
  const file = [study, collector ?? ""].filter((part) => part !== "").join("-");
  const named = (action: string): string => `${action}: ${title}`;
  return (
    <p class="fielding-tools">
      <button
        type="button"
        aria-label={named(texts("copy"))}
        onClick={() => {
          void copyText(address).then(setCopied);
        }}
      >
        {texts(isCopied ? "copied" : "copy")}
      </button>
      <button type="button" aria-label={named("SVG")} onClick={() => void saveQrSvg(address, file)}>
        SVG
      </button>
      <button type="button" aria-label={named("PNG")} onClick={() => void saveQrPng(address, file)}>
        PNG
      </button>
      <InLink class="fielding-poster-link" to={`/studies/${study}/fielding?poster=${collector ?? ""}`}>
        {words("poster")}
        <span class="hidden">: {title}</span>
      </InLink>
      {collector !== null && (
        <ConfirmButton
          class="quiet"
          label={words("remove")}
          question={words("removeQuestion")}
          action={words("remove")}
          onConfirm={() => {
            send(`/api/studies/${study}/collectors/${collector}`, { method: "DELETE" }, onChanged);
          }}
        >
          <p>{title}</p>
          <p>{words("removeConsequence")}</p>
        </ConfirmButton>
      )}
    </p>
  );
}
