import { useEffect, useMemo, useState } from "preact/hooks";
import { darkTheme, lightTheme, type Theme } from "../../charts/theme.ts";

/** The colours of figures for the page as it is: light or dark. */
export function useTheme(): Theme {
  const query = useMemo(() => matchMedia("(prefers-color-scheme: dark)"), []);
  const [isDark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => {
      setDark(query.matches);
    };
    query.addEventListener("change", follow);
    return () => {
      query.removeEventListener("change", follow);
    };
  }, [query]);
  return isDark ? darkTheme : lightTheme;
}
