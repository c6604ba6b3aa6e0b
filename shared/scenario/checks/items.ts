/** Every item can be obtained, lawfully by the desks that need it, and in time. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { finders, obtainableItems, placesOfPowers } from '../play-facts.ts';
import type { Scenario } from '../schema/scenario.ts';
import { formatDuration } from '../../time.ts';
import { nearest } from '../nearest.ts';
import { shortestWays } from '../ways.ts';

type Item = Scenario['items'][string];

export const checkItems: Check = (subject) => {
  const { scenario, report } = subject;
  const obtainable = obtainableItems(subject);
  const ways = shortestWays(scenario.places);
  for (const [id, item] of Object.entries(scenario.items)) {
    if (item.text === undefined && Object.keys(item.parts ?? {}).length === 0)
      report('ITEM_WITHOUT_TEXT', ['items', id], { item: id }, 'key');
    checkParts(subject, id, item);
    if (!checkFinding(subject, id, item) && !obtainable.has(id)) {
      report('ITEM_UNFINDABLE', ['items', id], { item: id, why: 'no place, person or inject gives it' }, 'key');
    }
    checkLawful(subject, id, item);
    checkInTime(subject, id, item, ways);
  }
};

const TOLD_BY_PART = ['about', 'names', 'shows', 'source'] as const;

function checkParts({ report }: CaseUnderCheck, id: string, item: Item): void {
  const parts = Object.keys(item.parts ?? {});
  if (parts.length > 0)
    for (const key of TOLD_BY_PART)
      if (item[key] !== undefined && item[key].length > 0)
        report('TOLD_BY_EVERY_PART', ['items', id, key], { item: id, key, parts }, 'key');
  for (const [role, needed] of Object.entries(item['needed-parts'] ?? {})) {
    for (const [index, part] of needed.entries()) {
      if (parts.includes(part)) continue;
      const path = ['items', id, 'needed-parts', role, index];
      report('UNKNOWN_ID', path, { kind: `part of \`${id}\``, id: part, meant: nearest(part, parts), known: parts });
    }
  }
}

/** True if the way of finding it was wrong and was reported. */
function checkFinding(subject: CaseUnderCheck, id: string, item: Item): boolean {
  const needs = item.found?.needs;
  if (!item.found || needs === undefined || !subject.law || finders(subject, id).length > 0) return false;
  const roles = item.found.by ?? Object.keys(subject.scenario.roles);
  const related = roles.flatMap((role) => placesOfPowers(subject, role));
  subject.report(
    'FIND_WITHOUT_POWER',
    ['items', id, 'found', 'needs'],
    { item: id, power: needs, roles },
    'value',
    related,
  );
  return true;
}

/**
 * A role that needs an item must be allowed to hold it: its agency may hold every restricted tag of the parts it needs.
 */
function checkLawful({ scenario, law, report }: CaseUnderCheck, id: string, item: Item): void {
  for (const [index, role] of item['needed-by'].entries()) {
    const agency = law?.agencies[scenario.roles[role]?.desk ?? ''];
    if (!agency) continue;
    const needed = item['needed-parts']?.[role] ?? Object.keys(item.parts ?? {});
    const tags = item.parts === undefined ? item.tags : needed.flatMap((part) => item.parts?.[part]?.tags ?? []);
    const barred = [...new Set(tags)].filter(
      (tag) => tag !== 'evidence' && tag !== 'public' && !agency['may-hold'].includes(tag),
    );
    if (barred.length === 0) continue;
    const related = [{ inLaw: ['agencies', scenario.roles[role]?.desk ?? '', 'may-hold'] }];
    const params = { item: id, role, tags: barred };
    report('ITEM_NOT_LAWFUL', ['items', id, 'needed-by', index], params, 'value', related);
  }
}

function checkInTime(subject: CaseUnderCheck, id: string, item: Item, ways: ReturnType<typeof shortestWays>): void {
  const { scenario, report } = subject;
  const { found, lasts } = item;
  if (!found || lasts === undefined || item['lasts-from'] !== undefined) return;
  const times = finders(subject, id).flatMap((role) => ways[scenario.roles[role]?.at ?? '']?.[found.at] ?? []);
  if (times.length === 0) return;
  const soonest = Math.min(...times) + (found.takes ?? 0);
  if (soonest < lasts) return;
  report('PERISHES_TOO_SOON', ['items', id, 'lasts'], {
    item: id,
    lasts: formatDuration(lasts),
    soonest: formatDuration(soonest),
  });
}
