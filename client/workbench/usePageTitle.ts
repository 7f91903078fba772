import { useEffect } from "preact/hooks";
import { useReader } from "./reader.ts";

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const { texts } = useReader();
  const product = texts("product");
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
