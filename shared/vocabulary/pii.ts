/**
 * What a field may say about a person who plays. People of the case are invented and do not count.
 *
 * - `none`: nothing.
 * - `direct`: names the person or opens the person's place.
 * - `free-text`: words of a person; in events and stored commands a reference to them.
 * - `pseudonym`: a number that identifies a person only together with a `direct` row.
 */
export type Pii = 'none' | 'direct' | 'free-text' | 'pseudonym';
