import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { previewReady, type Previewed } from "../../../respond/previewed.ts";
import { useReader, useWords } from "../../reader.ts";
import { definitionTexts } from "./definitionTexts.ts";

/** The questionnaire as a phone shows it, in a frame that may run its program and nothing else. */
export function PreviewFrame({ previewed }: { previewed: Previewed }): JSX.Element {
  const { language } = useReader();
  const words = useWords(definitionTexts);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>): void => {
      if (source === frame.current?.contentWindow && data === previewReady) setReady(true);
    };
    addEventListener("message", listen);
    return () => {
      removeEventListener("message", listen);
    };
  }, []);
  useEffect(() => {
    // The frame's origin is its own, without a name that could be given here; it holds no one's data.
    if (isReady) frame.current?.contentWindow?.postMessage(previewed, "*");
  }, [isReady, previewed]);
  return (
    <iframe
      ref={frame}
      class="definition-phone"
      title={words("preview")}
      src={`/preview?lang=${language}`}
      sandbox="allow-scripts"
    />
  );
}
