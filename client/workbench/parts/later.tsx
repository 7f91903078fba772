import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Loading, Notice } from "./notice.tsx";
import { useReader } from "../reader.ts";

/** Makes a component whose program arrives when it is first shown, so that the first page does not wait for it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props): JSX.Element {
    const { texts } = useReader();
    const [state, setState] = useState<{ of: ComponentType<Props> | null; isLost: boolean }>({
      of: loaded,
      isLost: false,
    });
    useEffect(() => {
      if (state.of !== null || state.isLost) return;
      load().then(
        (found) => {
          loaded = found;
          setState({ of: found, isLost: false });
        },
        () => {
          setState({ of: null, isLost: true });
        },
      );
    }, [state]);
    if (state.of !== null) return <state.of {...props} />;
    if (!state.isLost) return <Loading />;
    return (
      <Notice title={texts("notReached")} tone="bad">
        <button
          type="button"
          onClick={() => {
            setState({ of: null, isLost: false });
          }}
        >
          {texts("tryAgain")}
        </button>
      </Notice>
    );
  };
}
