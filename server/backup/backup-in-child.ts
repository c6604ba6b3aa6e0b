/** Takes a backup in a child process. The child finishes even if this process ends first. */
import { fork } from 'node:child_process';
import { childEntry } from '../host/child-entry.ts';
import type { Manifest } from './manifest.ts';
import { BackupFailed, type BackupOrder } from './take-backup.ts';

export type BackupAnswer = { manifest: Manifest } | { failed: string };

export function backupInChild(order: BackupOrder): Promise<Manifest> {
  const { path, execArgv } = childEntry('backup/backup-child');
  const child = fork(path, [], { execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (answer: BackupAnswer) => {
      if ('manifest' in answer) resolve(answer.manifest);
      else reject(new BackupFailed(answer.failed));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new BackupFailed(`the backup process ended (${signal ?? `code ${code}`})`)),
    );
    child.send(order);
  });
}
