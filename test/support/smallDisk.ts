import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { appendFile, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A disk of a few megabytes. */
export interface SmallDisk {
  /** An empty directory on it. */
  readonly directory: string;
  /** Takes up the disk until only `bytes` are left. */
  fillUpTo(bytes: number): Promise<void>;
  /** Gives back what was taken up. */
  free(): Promise<void>;
}

/** Whether this process may mount a disk. */
export const canMount = mayMount();

if (!canMount) process.stdout.write("Mounting is not permitted here: the tests of a full disk are left out\n");

/** Mounts a disk of its own for one test: a tmpfs of so many bytes. */
export function smallDisk(bytes: number): SmallDisk {
  const directory = mount(bytes);
  onTestFinished(() => {
    unmount(directory);
  });
  const ballast = join(directory, "ballast");
  return {
    directory: join(directory, "store"),
    async fillUpTo(left) {
      const { bavail, bsize } = await statfs(directory);
      await appendFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    free: () => rm(ballast),
  };
}

function mayMount(): boolean {
  try {
    unmount(mount(65_536));
    return true;
  } catch {
    return false;
  }
}

function mount(bytes: number): string {
  const directory = mkdtempSync(join(tmpdir(), "dingxin-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", directory], { stdio: "ignore" });
    return directory;
  } catch (error) {
    rmdirSync(directory);
    throw error;
  }
}

function unmount(directory: string): void {
  execFileSync("umount", [directory]);
  rmdirSync(directory);
}
