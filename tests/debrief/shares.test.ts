/** Shares judged by need, basis and channel, the consents behind them, and shares that were missing. */
import { describe, expect, test } from 'vitest';
import { everyone } from '../../shared/access/audience.ts';
import { consentsOver } from '../../shared/debrief/consents.ts';
import { ledgerOf } from '../../shared/debrief/ledger.ts';
import { needsPart, tagsOfPart } from '../../shared/debrief/need-to-know.ts';
import { isChild, median } from '../../shared/debrief/played.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { aClass, type Fields } from '../support/a-class.ts';
import { debriefOf, measuresAfter, onSite, playedOf, sharesList } from '../support/a-debrief.ts';
import { anotherDesk } from '../support/another-desk.ts';

/** Items with the same tag, each about other people. */
const play = aClass(({ items }) => {
  const record = { kind: 'record', text: 'It.' } as const;
  items['about-nyota'] = {
    ...record,
    title: 'One',
    'needed-by': ['child-protection'],
    tags: ['id'],
    about: ['nyota'],
    names: ['juma'],
  };
  items['names-nyota'] = {
    ...record,
    title: 'Two',
    'needed-by': ['child-protection'],
    tags: ['id'],
    about: ['juma'],
    names: ['nyota'],
  };
  items['told-by-nyota'] = {
    ...record,
    title: 'Three',
    'needed-by': ['child-protection'],
    tags: ['id'],
    about: ['juma'],
    source: 'nyota',
  };
  items['about-juma'] = { ...record, title: 'Four', 'needed-by': ['child-protection'], tags: ['id'], about: ['juma'] };
  items['about-no-one'] = { ...record, title: 'Five', 'needed-by': ['child-protection'], tags: ['id'] };
  const part = (title: string) => ({ title, text: 'It.' });
  items['untagged'] = {
    kind: 'record',
    title: 'Six',
    tags: ['health'],
    parts: { one: part('One'), other: part('Other') },
  };
  items['tagged'] = {
    kind: 'record',
    title: 'Seven',
    tags: ['health'],
    parts: { one: { ...part('One'), tags: ['id'] }, other: part('Other') },
  };
});

const given = (seq: number, more: Partial<Event<'consent-given'>> = {}): Event => ({
  seq,
  at: seq,
  audience: everyone,
  type: 'consent-given',
  by: 'story',
  consent: `consent-${seq}`,
  person: 'nyota',
  kind: 'data',
  to: ['child-protection', 'hospital'],
  answer: 0,
  ...more,
});
const passed = (more: Partial<Event<'item-shared'>>): Event => ({
  seq: 50,
  at: 50,
  audience: everyone,
  type: 'item-shared',
  by: 'police',
  seat: 'p1',
  item: 'about-nyota',
  parts: ['all'],
  left: [],
  to: 'child-protection',
  purpose: 'protection',
  basis: 'consent',
  channel: 'secure-message',
  ...more,
});
const verdict = (share: Partial<Fields<'share-item'>>, ...consents: Event[]) =>
  ledgerOf(playedOf(play, [...consents, passed(share)]))[0]?.verdict;

describe('a share on consent', () => {
  test.each([
    ['about-nyota', 'right'],
    ['names-nyota', 'right'],
    ['told-by-nyota', 'right'],
    ['about-juma', 'no-basis'],
    ['about-no-one', 'right'],
  ])('of Nyota of the item %s is %s', (item, expected) => {
    expect(verdict({ item }, given(1))).toBe(expected);
  });

  test('that it names is on that consent alone', () => {
    const consents = [given(1), given(2), given(3, { kind: 'media' })];
    expect(verdict({ consent: 'consent-2' }, ...consents)).toBe('right');
    expect(verdict({ consent: 'consent-3' }, ...consents)).toBe('no-basis');
  });

  test('may go to an outside body that the consent names, and to no other', () => {
    expect(verdict({ to: 'hospital' }, given(1))).toBe('right');
    expect(verdict({ to: 'phone-company' }, given(1))).toBe('over-shared');
  });
});

describe('a share', () => {
  test.each(['court-order', 'duty-by-law', 'danger-to-life'] as const)(
    'with an outside body is right on %s',
    (basis) => {
      expect(verdict({ to: 'phone-company', basis })).toBe('right');
    },
  );

  test('with an outside body on another basis is too much', () => {
    expect(verdict({ to: 'phone-company', basis: 'agreed-protocol' })).toBe('over-shared');
  });

  test('with several faults has them all, the gravest as its verdict', () => {
    const share = { to: 'phone-company', basis: 'none', channel: 'group-chat' } as const;
    expect(ledgerOf(playedOf(play, [passed(share)]))[0]).toMatchObject({
      verdict: 'over-shared',
      also: ['no-basis', 'wrong-channel'],
    });
    expect(ledgerOf(playedOf(play, [passed({ basis: 'none' })]))[0]).not.toHaveProperty('also');
    const measures = measuresAfter(play, 'consent-and-information', [passed(share)], {
      ledger: ledgerOf(playedOf(play, [passed(share)])),
    });
    const faults = ['over-shared', 'shared-without-basis', 'sensitive-in-group-chat'] as const;
    expect(faults.map((id) => measures[id]?.value)).toEqual([1, 1, 1]);
  });

  test('of open information may use a group chat', () => {
    expect(verdict({ item: 'coach-phone', channel: 'group-chat', basis: 'none' })).toBe('right');
  });
});

describe('a consent stands', () => {
  const UNTIL = 30;
  const ends = (type: 'consent-withdrawn' | 'consent-ended', consent = 'consent-1'): Event => ({
    seq: 20,
    at: 20,
    audience: everyone,
    type,
    by: 'story',
    consent,
    person: 'nyota',
    kind: 'data',
  });
  test.each<[string, boolean, number, Event[]]>([
    ['after it was given', true, 10, [given(1)]],
    ['not before', false, 10, [given(11)]],
    ['until its end', true, UNTIL, [given(1, { until: UNTIL })]],
    ['not after its end', false, UNTIL + 1, [given(1, { until: UNTIL })]],
    ['until it is withdrawn', true, 19, [given(1), ends('consent-withdrawn')]],
    ['not after it was withdrawn', false, 21, [given(1), ends('consent-withdrawn')]],
    ['not after it ended', false, 21, [given(1), ends('consent-ended')]],
    ['although another was withdrawn', true, 21, [given(1), ends('consent-withdrawn', 'consent-2')]],
  ])('%s: %s', (_name, stands, seq, events) => {
    const standing = consentsOver(playedOf(play, events)).standing(seq, seq, 'child-protection');
    expect(standing.map(({ id }) => id)).toEqual(stands ? [expect.stringContaining('consent-')] : []);
  });
});

describe('a missing share', () => {
  const missing = (
    change: Parameters<typeof onSite>[0],
    then: (at: ReturnType<typeof onSite>) => void,
    time: string,
  ) => {
    const site = onSite(change);
    then(site);
    site.passes(time);
    site.desk('police').does('log-decision', { text: 'words-1', reason: 'words-2', confidence: 'high' });
    return debriefOf(site).underShared.filter(({ item }) => item === 'bus-manifest');
  };
  const nothing = () => undefined;

  test('is reported after an hour, not at the hour', () => {
    expect(missing(undefined, nothing, '60m')).toEqual([]);
    expect(missing(undefined, nothing, '61m')).toHaveLength(1);
  });

  test('is missing since the first desk had it', () => {
    const first = onSite((draft) => anotherDesk(draft, 'border-police'));
    const since = first.world.items['bus-manifest']?.known['police']?.at;
    first.passes('50m');
    sharesList(first, { to: 'border-police' });
    first.passes('20m');
    first.desk('police').does('log-decision', { text: 'words-1', reason: 'words-2', confidence: 'high' });
    expect(debriefOf(first).underShared.filter(({ item }) => item === 'bus-manifest')).toEqual([
      { item: 'bus-manifest', role: 'child-protection', heldBy: ['police', 'border-police'], since },
    ]);
  });

  test('names only desks that hold what is missing', () => {
    const found = missing(
      (draft) => anotherDesk(draft, 'border-police'),
      (at) => {
        sharesList(at, { parts: ['seats'] });
        sharesList(at, { parts: ['seats'], to: 'border-police' });
      },
      '61m',
    );
    expect(found).toMatchObject([{ role: 'child-protection', heldBy: ['police'] }]);
  });
});

describe('the facts of the case', () => {
  test('give the tags of an item to its parts, if no part has its own', () => {
    const { compiled } = play;
    expect(tagsOfPart(compiled, 'untagged', 'one')).toEqual(['health']);
    expect(tagsOfPart(compiled, 'tagged', 'one')).toEqual(['id']);
    expect(tagsOfPart(compiled, 'tagged', 'other')).toEqual([]);
  });

  test('say that no one needs an item and no one is a person that the case does not have', () => {
    expect(needsPart(play.compiled, 'nothing', 'all', 'police')).toBe(false);
    expect(isChild(playedOf(play), 'no-person')).toBe(false);
    expect(isChild(playedOf(play), 'nyota')).toBe(true);
  });

  test('have a median in any order, and none of nothing', () => {
    expect(median([9, 10, 1])).toBe(9);
    expect(median([10, 1, 9, 4])).toBe(6.5);
    expect(median([])).toBeUndefined();
  });
});
