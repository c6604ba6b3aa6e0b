/** The commands for operators. They also work from the bundle, where the tools of authors are not installed. */
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { doctorCommand } from './commands/doctor.ts';
import { eraseCommand } from './commands/erase.ts';
import { exportCommand } from './commands/export.ts';
import { restoreCommand } from './commands/restore.ts';
import { retentionCommand } from './commands/retention.ts';
import { tokenCommand } from './commands/token.ts';
import type { Subcommand } from './subcommand.ts';

export const OPERATIONS: readonly Subcommand[] = [
  doctorCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  eraseCommand,
  retentionCommand,
  auditCommand,
  tokenCommand,
];
