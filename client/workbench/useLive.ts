import { useEffect, useRef, useState } from "preact/hooks";

/** After so long a stream that was refused is tried again. */
const againMs = 15_000;

/**
 * Listens to an address of server-sent events while the page lives; a browser comes back by itself to one that broke.
 *
 * @param onEvent called for each event while the page is in view.
 * @returns whether events are coming: while they are not, whoever wants to know must ask.
 */
export function useLive(address: string, onEvent: () => void): boolean {
  const [isTold, setTold] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const newest = useRef(onEvent);
  newest.current = onEvent;
  useEffect(() => {
    const stream = new EventSource(address);
    let timer: ReturnType<typeof setTimeout> | undefined;
    stream.onmessage = () => {
      setTold(true);
      if (document.visibilityState === "visible") newest.current();
    };
    stream.onerror = () => {
      setTold(false);
      // Refused, by a sign-in that is over or a service that starts: the browser would not try again.
      if (stream.readyState === EventSource.CLOSED)
        timer = setTimeout(() => {
          setAttempt((before) => before + 1);
        }, againMs);
    };
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [address, attempt]);
  return isTold;
}
