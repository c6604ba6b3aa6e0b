/** Child process that takes one backup at low priority, so that running classes are not slowed down. */
import { constants, setPriority } from 'node:os';
import type { BackupAnswer } from './backup-in-child.ts';
import { BackupFailed, type BackupOrder, takeBackup } from './take-backup.ts';

async function answer(order: BackupOrder): Promise<BackupAnswer> {
  try {
    return { manifest: await takeBackup(order) };
  } catch (error) {
    const reason = error instanceof BackupFailed || (error instanceof Error && 'code' in error);
    return { failed: reason ? error.message : String(error) };
  }
}

try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // The system does not allow a lower priority: continue at the normal one.
}
process.once('message', (order: BackupOrder) => {
  void answer(order).then((result) => {
    // The parent process may have ended in the meantime; the backup is complete.
    if (!process.connected) process.exit(0);
    process.send?.(result, () => process.exit(0));
  });
});
