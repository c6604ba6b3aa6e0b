/** Takes one backup in a process of its own, at low priority: a class that plays meanwhile must not feel it. */
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
  // Where the system does not let us be modest, we take it all the same.
}
process.once('message', (order: BackupOrder) => {
  void answer(order).then((told) => {
    // Whoever asked may have ended meanwhile; the backup is there all the same.
    if (!process.connected) process.exit(0);
    process.send?.(told, () => process.exit(0));
  });
});
