/** Why a backup was taken. */
export const REASONS = ['asked', 'daily', 'class-ended', 'before-migration', 'before-restore'] as const;
export type BackupReason = (typeof REASONS)[number];
