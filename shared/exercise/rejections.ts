/** Why a command is rejected. A closed union; the sentences are the interface texts `reject.<code>`. */
export const REJECTIONS = [
  'not-started',
  'paused',
  'ended',
  'not-seated',
  'trainer-only',
  'lead-only',
  'not-your-role',
  'no-power',
  'unknown-id',
  'not-known',
  'not-here',
  'already-here',
  'no-way',
  'busy',
  'already-done',
  'not-open',
  'closed-now',
  'gone',
  'not-held',
  'already-taken',
  'wrong-state',
  'not-lead',
  'not-offered',
  'no-interpreter',
  'no-consent-asked',
  'not-invited',
  'not-agreed-yet',
  'no-room',
  'nothing-to-analyse',
  'not-for-you',
  'bad-value',
  'no-seat-free',
  'still-open',
  'too-early',
  'people-only',
  'not-your-person',
  'unheard',
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

/** A rejection is a value. `params` fill its sentence: ids, never scenario text. */
export interface Rejection {
  code: RejectionCode;
  params?: Record<string, string | number> | undefined;
}
