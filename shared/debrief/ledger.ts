/**
 * The information ledger: each passing-on of an item, judged by three questions: was it needed, on what basis, by what way?
 * Not sharing is judged beside it (`under-shares.ts`): both too much and too little can harm.
 */
import type { Event } from '../exercise/events.ts';
import type { Tag } from '../scenario/schema/basics.ts';
import { consentsOver, type ConsentHistory } from './consents.ts';
import type { LedgerLine } from './debrief.ts';
import { needsPart, tagsOfPart } from './need-to-know.ts';
import { eventsOf, type Played, rolesOf } from './played.ts';

const OPEN_TAGS: readonly Tag[] = ['evidence', 'public'];
/** Tags of what is somebody's own: passing it on asks for that person's agreement or a basis in law. */
const PERSONAL_TAGS: readonly Tag[] = ['id', 'shelter-location', 'health', 'asylum'];
/** Bases on which an outside body may be told what is kept narrow. */
const BASES_OUTSIDE = ['court-order', 'duty-by-law', 'danger-to-life'];

export const isSensitive = (tag: Tag): boolean => !OPEN_TAGS.includes(tag);

type Passed = Event<'item-shared'>;

/** The ledger, oldest first. */
export function ledgerOf(played: Played): LedgerLine[] {
  const consents = consentsOver(played);
  return eventsOf(played, 'item-shared').map((passed): LedgerLine => {
    const { at, seq, item, parts, by, to, basis, purpose, channel } = passed;
    return { at, seq, item, parts, by, to, basis, purpose, channel, ...judge(played, passed, consents) };
  });
}

function judge(played: Played, passed: Passed, consents: ConsentHistory): Pick<LedgerLine, 'verdict' | 'why'> {
  const tags = passed.parts.map((part) => ({
    part,
    tags: tagsOfPart(played.compiled, passed.item, part).filter(isSensitive),
  }));
  const sensitive = [...new Set(tags.flatMap((part) => part.tags))];
  if (sensitive.length === 0) return { verdict: 'right', why: [] };
  const unneeded = rolesOf(played).includes(passed.to)
    ? tags.flatMap((part) =>
        needsPart(played.compiled, passed.item, part.part, passed.to) ? [] : forbidden(played, passed.to, part.tags),
      )
    : outside(played, passed, sensitive, consents);
  if (unneeded.length > 0) return { verdict: 'over-shared', why: [...new Set(unneeded)] };
  const personal = sensitive.filter((tag) => PERSONAL_TAGS.includes(tag));
  if (personal.length > 0 && !hasBasis(played, passed, consents)) return { verdict: 'no-basis', why: personal };
  if (passed.channel === 'group-chat') return { verdict: 'wrong-channel', why: sensitive };
  return { verdict: 'right', why: [] };
}

/** The tags that the law does not let this desk hold. */
function forbidden({ compiled }: Played, role: string, tags: Tag[]): Tag[] {
  const agency = compiled.law.agencies[compiled.scenario.roles[role]?.desk ?? ''];
  return tags.filter((tag) => !agency?.['may-hold'].includes(tag));
}

function outside(played: Played, passed: Passed, tags: Tag[], consents: ConsentHistory): Tag[] {
  if (BASES_OUTSIDE.includes(passed.basis)) return [];
  return passed.basis === 'consent' && hasBasis(played, passed, consents) ? [] : tags;
}

/** Any basis in law will do; a consent must be the right person's, for data, for this receiver, and still stand. */
function hasBasis(
  { compiled }: Played,
  { seq, at, item, to, basis, consent }: Passed,
  consents: ConsentHistory,
): boolean {
  if (basis !== 'consent') return basis !== 'none';
  const authored = compiled.scenario.items[item];
  const people = new Set([
    ...(authored?.about ?? []),
    ...(authored?.names ?? []),
    ...(authored?.source === undefined ? [] : [authored.source]),
  ]);
  const standing = consents.standing(seq, at, to).filter((given) => given.kind === 'data');
  if (consent !== undefined && !standing.some(({ id }) => id === consent)) return false;
  return standing.some(({ person }) => people.size === 0 || people.has(person));
}

/** True where the line carries personal data. */
export const isPersonal = ({ compiled }: Played, { item, parts }: Pick<LedgerLine, 'item' | 'parts'>): boolean =>
  parts.some((part) => tagsOfPart(compiled, item, part).some((tag) => PERSONAL_TAGS.includes(tag)));

/** True where any part of the line carries this tag. */
export const carries = ({ compiled }: Played, { item, parts }: Pick<LedgerLine, 'item' | 'parts'>, tag: Tag): boolean =>
  parts.some((part) => tagsOfPart(compiled, item, part).includes(tag));
