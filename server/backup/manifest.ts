/**
 * The first line of a backup: what is in it, and by what it is known to be whole. After it comes the database, packed by gzip.
 * So `head -1` tells what a backup is, and `tail -n +2 FILE | gunzip > baraza.db` gets the database out without Baraza.
 */
import { z } from 'zod';
import { REASONS } from './reasons.ts';

export const BACKUP_FORMAT = 'baraza-backup';
/** Room for a manifest; a file whose first line is longer is none of ours. */
export const LONGEST_MANIFEST = 16 * 1024;

export const Manifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** Of this file's layout. */
  layout: z.literal(1),
  /** The Baraza that took it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  reason: z.enum(REASONS),
  /** Of the database inside, unpacked. */
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Names of the migrations the database has been through. */
  migrations: z.array(z.string()),
  exercises: z.number().int(),
  events: z.number().int(),
  /** `seq:hash` of the last line of the audit; absent where there is none. A second place that remembers how the chain went. */
  audit: z.string().optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The file is no backup, or not whole. The message says which, in one line. */
export class BackupUnreadable extends Error {}

export function parseManifest(line: string): Manifest {
  const read = Manifest.safeParse(asJson(line));
  if (read.success) return read.data;
  throw new BackupUnreadable('it does not begin with the manifest of a Baraza backup');
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
