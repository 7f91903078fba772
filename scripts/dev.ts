import { spawn } from "node:child_process";

/** `npm run dev`: rebuilds the browser's programs and restarts the service whenever a file changes. */
const children = [
  spawn("npx", ["vite", "build", "--watch"], { stdio: "inherit" }),
  spawn(
    process.execPath,
    ["--watch-path=server", "--watch-path=surveys", "--watch-path=stats", "--import", "tsx", "server/main.ts"],
    {
      stdio: "inherit",
    },
  ),
];

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
