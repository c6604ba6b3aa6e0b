/**
 * What a field may say about a person who plays (people of the case are invented and do not count).
 *
 * - `none`: nothing.
 * - `direct`: names the person or opens the person's place.
 * - `free-text`: words of a person; in events and commands a reference to them.
 * - `pseudonym`: a number that says something of a person only together with a `direct` row.
 */
export type Pii = 'none' | 'direct' | 'free-text' | 'pseudonym';
