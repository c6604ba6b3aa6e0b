/**
 * The information ledger: it checks each share of an item for need, legal basis and channel. `under-shares.ts` checks
 * for missing shares, because both too much and too little sharing can harm.
 */
import type { Event } from '../exercise/events.ts';
import { factsOf } from '../scenario/item-facts.ts';
import type { Tag } from '../scenario/schema/basics.ts';
import { consentsOver, type ConsentHistory } from './consents.ts';
import type { LedgerLine, Verdict } from './debrief.ts';
import { needsPart, tagsOfPart } from './need-to-know.ts';
import { eventsOf, type Played, rolesOf } from './played.ts';

const OPEN_TAGS: readonly Tag[] = ['evidence', 'public'];
/** Tags of personal information: sharing it requires that person's consent or a basis in law. */
const PERSONAL_TAGS: readonly Tag[] = ['id', 'shelter-location', 'health', 'asylum'];
/** Bases on which restricted information may go to an outside body. */
const BASES_OUTSIDE = ['court-order', 'duty-by-law', 'danger-to-life'];

export const isSensitive = (tag: Tag): boolean => !OPEN_TAGS.includes(tag);

type Passed = Event<'item-shared'>;

/** The ledger, oldest first. */
export function ledgerOf(played: Played): LedgerLine[] {
  const consents = consentsOver(played);
  return eventsOf(played, 'item-shared').map((passed): LedgerLine => {
    const { at, seq, item, parts, by, to, basis, purpose, channel } = passed;
    return { at, seq, item, parts, by, to, basis, purpose, channel, ...judgeShare(played, passed, consents) };
  });
}

function judgeShare(
  played: Played,
  passed: Passed,
  consents: ConsentHistory,
): Pick<LedgerLine, 'verdict' | 'also' | 'why'> {
  const tags = passed.parts.map((part) => ({
    part,
    tags: tagsOfPart(played.compiled, passed.item, part).filter(isSensitive),
  }));
  const sensitive = [...new Set(tags.flatMap((part) => part.tags))];
  if (sensitive.length === 0) return { verdict: 'right', why: [] };
  const unneeded = rolesOf(played).includes(passed.to)
    ? tags.flatMap((part) =>
        needsPart(played.compiled, passed.item, part.part, passed.to)
          ? []
          : forbiddenTags(played, passed.to, part.tags),
      )
    : unneededOutside(played, passed, sensitive, consents);
  const personal = sensitive.filter((tag) => PERSONAL_TAGS.includes(tag));
  const lacksBasis = personal.length > 0 && !hasBasis(played, passed, consents);
  const faults: Pick<LedgerLine, 'verdict' | 'why'>[] = [
    ...(unneeded.length > 0 ? [{ verdict: 'over-shared' as const, why: [...new Set(unneeded)] }] : []),
    ...(lacksBasis ? [{ verdict: 'no-basis' as const, why: personal }] : []),
    ...(passed.channel === 'group-chat' ? [{ verdict: 'wrong-channel' as const, why: sensitive }] : []),
  ];
  const [first, ...rest] = faults;
  if (!first) return { verdict: 'right', why: [] };
  return { ...first, ...(rest.length > 0 && { also: rest.map(({ verdict }) => verdict) }) };
}

/** The tags that the law forbids this desk to hold. */
function forbiddenTags({ compiled }: Played, role: string, tags: Tag[]): Tag[] {
  const agency = compiled.law.agencies[compiled.scenario.roles[role]?.desk ?? ''];
  return tags.filter((tag) => !agency?.['may-hold'].includes(tag));
}

function unneededOutside(played: Played, passed: Passed, tags: Tag[], consents: ConsentHistory): Tag[] {
  if (BASES_OUTSIDE.includes(passed.basis)) return [];
  return passed.basis === 'consent' && hasBasis(played, passed, consents) ? [] : tags;
}

/**
 * True for any basis in law; a consent counts only if it is the right person's, for data, for this receiver, and still
 * valid.
 */
function hasBasis(
  { compiled }: Played,
  { seq, at, item, to, basis, consent }: Passed,
  consents: ConsentHistory,
): boolean {
  if (basis !== 'consent') return basis !== 'none';
  const authored = compiled.scenario.items[item];
  const { about = [], names = [], source } = authored ? factsOf(authored) : {};
  const people = new Set([...about, ...names, ...(source === undefined ? [] : [source])]);
  const standing = consents.standing(seq, at, to).filter((given) => given.kind === 'data');
  if (consent !== undefined && !standing.some(({ id }) => id === consent)) return false;
  return standing.some(({ person }) => people.size === 0 || people.has(person));
}

/** True if this line has this fault, as its verdict or beside it. */
export const hasFault = ({ verdict, also = [] }: Pick<LedgerLine, 'verdict' | 'also'>, fault: Verdict): boolean =>
  verdict === fault || also.includes(fault);

/** True if the line contains personal data. */
export const isPersonal = ({ compiled }: Played, { item, parts }: Pick<LedgerLine, 'item' | 'parts'>): boolean =>
  parts.some((part) => tagsOfPart(compiled, item, part).some((tag) => PERSONAL_TAGS.includes(tag)));

/** True if any part of the line has this tag. */
export const hasTag = ({ compiled }: Played, { item, parts }: Pick<LedgerLine, 'item' | 'parts'>, tag: Tag): boolean =>
  parts.some((part) => tagsOfPart(compiled, item, part).includes(tag));
