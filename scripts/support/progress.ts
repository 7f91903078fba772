import { SingleBar } from "cli-progress";

/** Shows how far a command is. */
export interface Progress {
  /** `done` of the total that was said at the start, and a word for what is being done. */
  at(done: number, words: string): void;
  stop(): void;
}

const everyShare = 0.1;

/** A bar on a terminal; anywhere else a line for every tenth. */
export function showProgress(total: number, output: NodeJS.WriteStream = process.stdout): Progress {
  return output.isTTY ? bar(total, output) : lines(total, output);
}

function bar(total: number, output: NodeJS.WriteStream): Progress {
  const shown = new SingleBar({ format: "  {bar} {percentage}%  {words}", stream: output, clearOnComplete: false });
  shown.start(total, 0, { words: "" });
  return {
    at: (done, words) => {
      shown.update(Math.min(done, total), { words });
    },
    stop: () => {
      shown.stop();
    },
  };
}

function lines(total: number, output: NodeJS.WriteStream): Progress {
  let next = everyShare;
  return {
    at(done, words) {
      const share = total === 0 ? 1 : done / total;
      if (share < next) return;
      output.write(`  ${Math.min(100, Math.floor(share * 100))}%  ${words}\n`);
      next = Math.floor(share / everyShare + 1) * everyShare;
    },
    stop: () => undefined,
  };
}
