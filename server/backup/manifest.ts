/**
 * The first line of a backup file: JSON with contents and checksum. The gzipped database follows. `head -1 FILE` shows what a
 * backup holds; `tail -n +2 FILE | gunzip > baraza.db` extracts the database without Baraza.
 */
import { z } from 'zod';
import { REASONS } from './reasons.ts';

export const BACKUP_FORMAT = 'baraza-backup';
/** A file whose first line is longer is not a backup. */
export const MAX_MANIFEST_BYTES = 16 * 1024;

export const Manifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** Version of the file layout. */
  layout: z.literal(1),
  /** Version of the Baraza that took the backup. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  reason: z.enum(REASONS),
  /** Size of the unpacked database. */
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Names of the migrations that were applied to the database. */
  migrations: z.array(z.string()),
  exercises: z.number().int(),
  events: z.number().int(),
  /** `seq:hash` of the last audit line, an anchor to verify the hash chain; absent if the audit is empty. */
  audit: z.string().optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The file is not a backup, or it is damaged. The message says which, in one line. */
export class BackupUnreadable extends Error {}

export function parseManifest(line: string): Manifest {
  const read = Manifest.safeParse(asJson(line));
  if (read.success) return read.data;
  throw new BackupUnreadable('it does not start with the manifest of a Baraza backup');
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
