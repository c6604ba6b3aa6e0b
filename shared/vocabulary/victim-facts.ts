/** The names of the facts that the debrief counts for a person who is owed protection. */

/**
 * Every counted line. `kind`: it helped the person, it hurt, or it is told as it is. Params are counts and minutes only:
 * a line is read by every desk, so it names no place, person or desk. Stored debriefs hold these ids: never rename one.
 */
export const VICTIM_FACTS = {
  'met-after': 'plain',
  'never-met': 'hurt',
  'in-custody': 'hurt',
  'on-the-road': 'plain',
  moved: 'hurt',
  'asked-alone': 'helped',
  'asked-in-group': 'hurt',
  'asked-with-escort': 'hurt',
  'asked-through-conflict': 'hurt',
  'asked-without-interpreter': 'hurt',
  'asked-again': 'hurt',
  'asked-with-blame': 'hurt',
  'asked-with-promise': 'hurt',
  'told-once': 'helped',
  'account-without-guardian': 'hurt',
  'guardian-told': 'helped',
  'no-guardian': 'hurt',
  'held-to-be-suspect': 'hurt',
  'held-to-be-adult': 'hurt',
  'held-to-be-no-victim': 'hurt',
  'never-identified': 'hurt',
  'consent-explained': 'helped',
  'consent-unexplained': 'hurt',
  'offered-soon': 'helped',
  waited: 'hurt',
  'waited-in-vain': 'hurt',
  'offered-on-condition': 'hurt',
  'asked-after-no': 'hurt',
  'no-respected': 'helped',
  'received-after': 'helped',
  'never-received': 'hurt',
  'family-called-unchecked': 'hurt',
  'family-called-checked': 'helped',
  charged: 'hurt',
  'not-charged': 'helped',
} as const satisfies Record<string, 'helped' | 'hurt' | 'plain'>;

export type VictimFact = keyof typeof VICTIM_FACTS;
export const isVictimFact = (line: string): line is VictimFact => Object.hasOwn(VICTIM_FACTS, line);
