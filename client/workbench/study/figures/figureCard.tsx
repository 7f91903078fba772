import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { FigureSummary, WithheldBeside } from "../../../../server/figures/figuresApi.ts";
import { formatDay } from "../../../../charts/format.ts";
import { ask } from "../../api.ts";
import { copyText } from "../../parts/copyText.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { FigureForm } from "./figureForm.tsx";
import { figuresTexts, kindTexts } from "./figuresTexts.ts";
import { FrozenList } from "./frozenList.tsx";

/** A figure as the public would see it, and what can be done with it. */
export function FigureCard({ figure, onChanged }: { figure: FigureSummary; onChanged: () => void }): JSX.Element {
  const { language } = useReader();
  const words = useWords(figuresTexts);
  const [isEdited, setEdited] = useState(false);
  const { title, look, visibility, heldBack, frozen } = figure;
  if (isEdited)
    return (
      <FigureForm
        heading={words("edit")}
        look={look}
        words={figure}
        target={{ method: "PUT", path: pathOf(figure), version: figure.version }}
        onEnd={(kept) => {
          setEdited(false);
          if (kept !== null) onChanged();
        }}
      />
    );
  return (
    <section class="card figures-card" id={figure.figure} aria-labelledby={`title-${figure.figure}`}>
      <header class="figures-head">
        <h2 id={`title-${figure.figure}`}>{title[language]}</h2>
        <p class="soft">
          <span class={visibility === "public" ? "figures-state figures-public" : "figures-state"}>
            {words(visibility)}
          </span>{" "}
          {kindTexts[look.kind][language]} · <code>{figure.figure}</code>
        </p>
      </header>
      <FigurePicture figure={figure} />
      {visibility === "private" && heldBack.length > 0 && (
        <p class="soft">{words("heldBack").replace("{names}", () => heldBack.join(", "))}</p>
      )}
      {figure.withheldBeside !== null && <WithheldNote beside={figure.withheldBeside} />}
      <FigureActions
        figure={figure}
        onEdit={() => {
          setEdited(true);
        }}
        onChanged={onChanged}
      />
      <Links figure={figure} onChanged={onChanged} />
      {frozen.length > 0 && <FrozenList figure={figure} onChanged={onChanged} />}
    </section>
  );
}

/** That some numbers are withheld from the public, and beside which. */
function WithheldNote({ beside: { figures, others } }: { beside: WithheldBeside }): JSX.Element {
  const { language } = useReader();
  const words = useWords(figuresTexts);
  return (
    <div class="figures-withheld" role="note">
      <p>{words("withheldBeside")}</p>
      <ul>
        {figures.map(({ figure, title }) => (
          <li key={figure}>
            <a href={`#${figure}`}>{title[language]}</a>
          </li>
        ))}
        {others && <li>{words("withheldOthers")}</li>}
      </ul>
    </div>
  );
}

function pathOf({ study, figure }: FigureSummary): string {
  return `/api/studies/${study}/figures/${figure}`;
}

/** Drawn by the server just as everyone else gets it. */
function FigurePicture({ figure }: { figure: FigureSummary }): JSX.Element {
  const { language } = useReader();
  // The version makes a changed figure another picture.
  const address = (width: number, theme: string): string =>
    `${pathOf(figure)}/file/figure.svg?${new URLSearchParams({ width: String(width), theme, lang: language }).toString()}#${figure.version}`;
  return (
    <picture>
      <source media="(max-width: 620px) and (prefers-color-scheme: dark)" srcset={address(400, "dark")} />
      <source media="(max-width: 620px)" srcset={address(400, "light")} />
      <source media="(prefers-color-scheme: dark)" srcset={address(900, "dark")} />
      <img class="figures-picture" src={address(900, "light")} alt={figure.title[language]} loading="lazy" />
    </picture>
  );
}

function FigureActions({
  figure,
  onEdit,
  onChanged,
}: {
  figure: FigureSummary;
  onEdit: () => void;
  onChanged: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(figuresTexts);
  const { isSending, refusal, send } = useSending<unknown>();
  const [said, setSaid] = useState("");
  const isPublic = figure.visibility === "public";
  const copyEmbedCode = async (): Promise<void> => {
    const url = `${location.origin}/f/${figure.figure}?lang=${language}`;
    const told = await ask<{ html: string }>("/oembed", { query: { url, format: "json" }, language });
    setSaid(words(told.ok && (await copyText(told.answer.html)) ? "copied" : "notCopied"));
  };
  return (
    <>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={[]} />}
      <div class="result-tools" role="group" aria-label={figure.title[language]}>
        <button type="button" class="quiet" onClick={onEdit}>
          {words("edit")}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={isSending || (!isPublic && figure.heldBack.length > 0)}
          onClick={() => {
            const body = { visibility: isPublic ? "private" : "public" };
            send(`${pathOf(figure)}/visibility`, { method: "PUT", body }, onChanged);
          }}
        >
          {words(isPublic ? "makePrivate" : "makePublic")}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={isSending}
          onClick={() => {
            send(`${pathOf(figure)}/frozen`, { method: "POST" }, onChanged);
          }}
        >
          {words("freeze")}
        </button>
        {isPublic && (
          <>
            <button type="button" class="quiet" onClick={() => void copyEmbedCode()}>
              {words("embedCode")}
            </button>
            <a class="figures-link" href={`/f/${figure.figure}?lang=${language}`} target="_blank" rel="noopener">
              {words("open")}
            </a>
          </>
        )}
        {(["png", "svg", "pdf", "csv"] as const).map((format) => (
          <a
            key={format}
            class="figures-link"
            href={`${pathOf(figure)}/file/figure.${format}?lang=${language}`}
            download={`${figure.figure}.${format}`}
          >
            {format.toUpperCase()}
          </a>
        ))}
        <span class="result-said" role="status">
          {said}
        </span>
      </div>
    </>
  );
}

/** Links that open a figure to those who have them. */
function Links({ figure, onChanged }: { figure: FigureSummary; onChanged: () => void }): JSX.Element | null {
  const { language } = useReader();
  const words = useWords(figuresTexts);
  const { isSending, send } = useSending<{ key: string }>();
  const [made, setMade] = useState<{ address: string; isCopied: boolean } | null>(null);
  if (figure.visibility === "public") return null;
  const open = figure.links.filter(({ revoked }) => !revoked);
  return (
    <div class="figures-links">
      <button
        type="button"
        class="quiet"
        disabled={isSending}
        onClick={() => {
          send(`${pathOf(figure)}/links`, { method: "POST", body: { days: 14 } }, ({ key }) => {
            const address = `${location.origin}/f/${figure.figure}?key=${key}`;
            void copyText(address).then((isCopied) => {
              setMade({ address, isCopied });
              onChanged();
            });
          });
        }}
      >
        {words("share")}
      </button>
      {made !== null && (
        <p role="status">
          {words(made.isCopied ? "shared" : "sharedUncopied")} <code>{made.address}</code>
        </p>
      )}
      {open.map(({ link, expires }) => (
        <p key={link} class="soft">
          <code>{link}</code> {words("until")} {formatDay(expires.slice(0, 10), language)}{" "}
          <button
            type="button"
            class="quiet"
            onClick={() => {
              send(`${pathOf(figure)}/links/${link}`, { method: "DELETE" }, onChanged);
            }}
          >
            {words("revoke")}
          </button>
        </p>
      ))}
    </div>
  );
}
