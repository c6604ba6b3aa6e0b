/** Capabilities of this machine: some faults need root or a tracer. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const once = (look: () => boolean): (() => boolean) => {
  let known: boolean | undefined;
  return () => (known ??= look());
};

/** True if a file system of a chosen size can be mounted. */
export const canMount = once(() => {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** True if system calls of a process can be made to fail. */
export const canTrace = once(
  () => spawnSync('strace', ['-e', 'inject=fdatasync:error=EIO', 'true'], { stdio: 'ignore' }).status === 0,
);
/** The unprivileged user that every system has. */
export const SOMEBODY = 65_534;
export const THROUGH_SOMEBODY = ['setpriv', `--reuid=${SOMEBODY}`, `--regid=${SOMEBODY}`, '--clear-groups'] as const;

/** True if a program can run as a user who is not root. */
export const canBecomeSomebody = once(() => {
  const [program, ...rest] = THROUGH_SOMEBODY;
  return spawnSync(program, [...rest, 'true'], { stdio: 'ignore' }).status === 0;
});
