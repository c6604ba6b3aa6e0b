import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { aClass } from '../support/a-class.ts';

const atBusPark = () => {
  const play = aClass();
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  return play;
};

describe('places', () => {
  it('travel takes its time, and a travelling seat cannot act', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    expect(play.desk('police').asks('search', {})).toBe('busy');
    play.passes('19m');
    expect(play.world.seats['p1']?.at).toBe('station');
    play.passes('1m');
    expect(play.world.seats['p1']).toEqual({ role: 'police', at: 'bus-park' });
  });

  it('travel takes the shortest way over intermediate places', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'children-home' });
    expect(play.world.seats['p1']?.busy?.due).toBe(play.now + 50 * 60_000);
  });

  it('a hidden place is unknown until it is shown', () => {
    const play = atBusPark();
    expect(play.desk('police').asks('travel', { place: 'coach-flat' })).toBe('unknown-id');
    play.desk('police').does('search', {});
    play.passes('10m');
    play.desk('police').does('take-item', { item: 'coach-phone', basis: 'court-order' });
    play.desk('police').does('analyse-item', { item: 'coach-phone' });
    play.passes('30m');
    expect(play.desk('police').asks('travel', { place: 'coach-flat' })).toBe('done');
    expect(play.desk('child-protection').asks('travel', { place: 'coach-flat' })).toBe('unknown-id');
  });

  it('an arriving seat meets the people there by appearance, not by name', () => {
    const play = atBusPark();
    expect(play.view(desk('police')).people['nyota']).toMatchObject({
      place: 'bus-park',
      known: { police: { named: false } },
    });
    expect(play.view(desk('child-protection')).people['nyota']).toBeUndefined();
  });
});

describe('items', () => {
  const searched = () => {
    const play = atBusPark();
    play.desk('police').does('search', {});
    play.passes('10m');
    return play;
  };

  it('a search finds the items of the place and reveals the people they name', () => {
    const play = searched();
    expect(play.knows('police', 'bus-manifest')).toBe(true);
    expect(play.knows('child-protection', 'bus-manifest')).toBe(false);
    expect(play.world.people['juma']?.known['police']?.named).toBe(true);
  });

  it('an item perishes unless a desk has taken it', () => {
    const lost = searched();
    lost.passes('3h');
    expect(lost.world.items['bus-manifest']?.perished).toBe(true);
    expect(lost.desk('police').asks('take-item', { item: 'bus-manifest', basis: 'duty-by-law' })).toBe('gone');
    const kept = searched();
    kept.desk('police').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
    kept.passes('3h');
    expect(kept.world.items['bus-manifest']?.perished).toBeUndefined();
  });

  it('the custody of an item lists who, what and when', () => {
    const play = searched();
    play.desk('police').does('take-item', { item: 'bus-manifest', basis: 'none' });
    play.desk('police').does('handle-item', { item: 'bus-manifest', how: 'seal' });
    play.desk('police').does('hand-over-item', { item: 'bus-manifest', to: 'child-protection' });
    expect(play.world.items['bus-manifest']?.custody.map((entry) => [entry.by, entry.what])).toEqual([
      ['police', 'taken'],
      ['police', 'seal'],
      ['police', 'handed-over'],
    ]);
    expect(play.desk('police').asks('handle-item', { item: 'bus-manifest', how: 'store' })).toBe('not-held');
  });

  it('analysis takes its time and yields its results', () => {
    const play = searched();
    play.desk('police').does('take-item', { item: 'coach-phone', basis: 'court-order' });
    play.desk('police').does('analyse-item', { item: 'coach-phone' });
    play.passes('29m');
    expect(play.knows('police', 'phone-contacts')).toBe(false);
    play.passes('1m');
    expect(play.knows('police', 'phone-contacts')).toBe(true);
  });

  it('an unknown item and one not yet known get the same rejection', () => {
    const play = aClass();
    expect(play.desk('police').asks('take-item', { item: 'bus-manifest', basis: 'none' })).toBe('not-known');
    expect(play.desk('police').asks('take-item', { item: 'no-such-thing', basis: 'none' })).toBe('not-known');
  });

  it('a share contains the named parts only, and does not reveal that there are more', () => {
    const play = searched();
    play.desk('police').does('share-item', {
      item: 'bus-manifest',
      parts: ['names'],
      to: 'child-protection',
      purpose: 'protection',
      basis: 'duty-by-law',
      channel: 'secure-message',
    });
    const child = play.view(desk('child-protection'));
    expect(child.items['bus-manifest']?.known['child-protection']?.parts).toEqual(['names']);
    expect(child.shares).toMatchObject([{ item: 'bus-manifest', parts: ['names'], left: [] }]);
    expect(play.view(desk('police')).shares).toMatchObject([{ left: ['seats'] }]);
    expect(play.world.shares).toHaveLength(1);
  });

  it('only known parts can be shared', () => {
    const play = aClass();
    const share = {
      item: 'bus-manifest',
      parts: ['names'],
      to: 'child-protection',
      purpose: 'protection' as const,
      basis: 'none' as const,
      channel: 'phone' as const,
    };
    expect(play.desk('police').asks('share-item', share)).toBe('not-known');
  });
});

describe('requests', () => {
  const withContacts = () => {
    const play = atBusPark();
    play.desk('police').does('search', {});
    play.passes('10m');
    play.desk('police').does('take-item', { item: 'coach-phone', basis: 'court-order' });
    play.desk('police').does('analyse-item', { item: 'coach-phone' });
    play.passes('30m');
    return play;
  };

  it('an outside body answers with its holding, after its delay, if the basis is right', () => {
    const play = withContacts();
    play.desk('police').does('make-request', {
      kind: 'phone-records',
      to: 'phone-company',
      basis: 'court-order',
      item: 'phone-contacts',
    });
    play.passes('30m');
    expect(play.knows('police', 'number-owner')).toBe(false);
    play.passes('20m');
    expect(play.knows('police', 'number-owner')).toBe(true);
  });

  it('an outside body refuses without a right basis', () => {
    const play = withContacts();
    play
      .desk('police')
      .does('make-request', { kind: 'phone-records', to: 'phone-company', basis: 'none', item: 'phone-contacts' });
    play.passes('1h');
    expect(play.world.requests['police-request-1']?.answers).toMatchObject([{ outcome: 'refused', parts: [] }]);
  });

  it('a desk answers with items, which counts as a share', () => {
    const play = aClass();
    play
      .desk('child-protection')
      .does('make-request', { kind: 'case-question', to: 'police', basis: 'agreed-protocol' });
    play
      .desk('police')
      .does('answer-request', { request: 'child-protection-request-police-1', outcome: 'answered', items: ['tip'] });
    expect(play.knows('child-protection', 'tip')).toBe(true);
    expect(play.events('item-shared')).toHaveLength(1);
    expect(
      play
        .desk('police')
        .asks('answer-request', { request: 'child-protection-request-police-1', outcome: 'refused', items: [] }),
    ).toBe('already-done');
  });
});
