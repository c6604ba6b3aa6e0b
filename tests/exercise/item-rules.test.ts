/** What commands about items ask of a desk, and who learns of what was done with an item. */
import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';

/** Both desks are at the bus park; the police have searched it and taken the manifest. */
function found(change?: Change): PlayedClass {
  const play = aClass(change);
  for (const role of ['police', 'child-protection']) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
  play.desk('police').does('search', {});
  play.passes('10m');
  play.desk('police').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
  return play;
}
const share = { purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
const shown = (play: PlayedClass, item: string, parts: string[]) => {
  play.desk('police').does('share-item', { item, parts, to: 'child-protection', ...share });
  return play;
};

describe('an item the desk does not know', () => {
  it.each([
    ['handled', 'handle-item', { item: 'bus-manifest', how: 'seal' }],
    ['handed over', 'hand-over-item', { item: 'bus-manifest', to: 'police' }],
    ['analysed', 'analyse-item', { item: 'coach-phone' }],
    ['assessed', 'assess-item', { item: 'bus-manifest', person: 'nyota', elements: [] }],
    ['linked', 'link-items', { item: 'bus-manifest', with: 'home-address' }],
    ['linked to', 'link-items', { item: 'home-address', with: 'bus-manifest' }],
    ['placed on the board', 'place-item', { item: 'bus-manifest', x: 1, y: 1 }],
    ['shared', 'share-item', { item: 'bus-manifest', parts: ['names'], to: 'police', ...share }],
  ] as const)('cannot be %s', (_what, type, fields) => {
    expect(found().desk('child-protection').asks(type, fields)).toBe('not-known');
  });
});

describe('taking an item', () => {
  it('needs the power its author names', () => {
    const screenersTake: Change = (draft) => {
      const phone = draft.items['coach-phone'];
      if (phone) phone.take = { needs: 'screen', bases: ['court-order'] };
    };
    const take = (change?: Change) =>
      shown(found(change), 'coach-phone', ['all'])
        .desk('child-protection')
        .asks('take-item', { item: 'coach-phone', basis: 'court-order' });
    expect(take()).toBe('no-power');
    expect(take(screenersTake)).toBe('done');
  });

  it('needs the power to seize where the author names none', () => {
    const child = aClass().desk('child-protection');
    expect(child.asks('take-item', { item: 'home-address', basis: 'none' })).toBe('no-power');
  });

  it('is refused while a desk has it', () => {
    expect(found().desk('police').asks('take-item', { item: 'bus-manifest', basis: 'none' })).toBe('already-taken');
  });
});

describe('custody', () => {
  it('a returned item goes to its source, or else to an unnamed owner', () => {
    const play = found((draft) => {
      const phone = draft.items['coach-phone'];
      if (phone) phone.source = 'coach';
    });
    const police = play.desk('police');
    police.does('take-item', { item: 'coach-phone', basis: 'court-order' });
    police.does('handle-item', { item: 'bus-manifest', how: 'seal' });
    police.does('handle-item', { item: 'bus-manifest', how: 'return' });
    police.does('handle-item', { item: 'coach-phone', how: 'return' });
    expect(play.events('item-handled').map((event) => event.with)).toEqual([undefined, 'owner', 'coach']);
  });

  it('an item returned by a desk that was not given the part with its source goes to an unnamed owner', () => {
    const play = found((draft) => {
      const parts = draft.items['bus-manifest']?.parts;
      if (parts?.['names']) parts['names'].source = 'coach';
    });
    const police = play.desk('police');
    police.does('handle-item', { item: 'bus-manifest', how: 'return' });
    expect(play.events('item-handled').at(-1)?.with).toBe('coach');
    const again = shown(found(), 'bus-manifest', ['seats']);
    again.desk('police').does('hand-over-item', { item: 'bus-manifest', to: 'child-protection' });
    again.desk('child-protection').does('handle-item', { item: 'bus-manifest', how: 'return' });
    expect(again.events('item-handled').at(-1)?.with).toBe('owner');
  });

  it('a returned item names its source only if each desk that reads of it knows that person', () => {
    const returnedTo = (source: string) => {
      const play = found((draft) => {
        const [juma, phone, office] = [
          draft.people['juma'],
          draft.items['coach-phone'],
          draft.roles['child-protection'],
        ];
        if (!juma || !phone || !office) throw new Error('the small case has them');
        draft.people['elder'] = { ...structuredClone(juma), name: 'Elder', at: 'children-home' };
        office.people = ['elder'];
        phone.source = source;
      });
      play.desk('police').does('take-item', { item: 'coach-phone', basis: 'court-order' });
      play.desk('police').does('hand-over-item', { item: 'coach-phone', to: 'child-protection' });
      play.desk('child-protection').does('handle-item', { item: 'coach-phone', how: 'return' });
      return play.events('item-handled')[0]?.with;
    };
    expect([returnedTo('coach'), returnedTo('elder')]).toEqual(['coach', 'owner']);
  });

  it('a returned item does not name its source to an earlier holder without the part that tells it', () => {
    const play = aClass((draft) => {
      const list = draft.items['bus-manifest'];
      if (list) list.take = { needs: 'screen', bases: ['duty-by-law'] };
      if (list?.parts?.['names']) list.parts['names'].source = 'coach';
    });
    for (const role of ['police', 'child-protection']) play.desk(role).does('travel', { place: 'bus-park' });
    play.passes('30m');
    play.desk('police').does('search', {});
    play.passes('10m');
    shown(play, 'bus-manifest', ['seats']);
    play.desk('child-protection').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
    play.desk('child-protection').does('hand-over-item', { item: 'bus-manifest', to: 'police' });
    play.desk('police').does('handle-item', { item: 'bus-manifest', how: 'return' });
    expect(play.events('item-handled')[0]?.with).toBe('owner');
  });

  it('what a later holder does is seen by the earlier ones, and a handover by the receiver', () => {
    const play = found();
    play.desk('police').does('hand-over-item', { item: 'bus-manifest', to: 'child-protection' });
    play.desk('child-protection').does('handle-item', { item: 'bus-manifest', how: 'seal' });
    const seen = (role: string) => play.view(desk(role)).items['bus-manifest']?.custody.map((entry) => entry.what);
    expect(seen('police')).toEqual(['taken', 'handed-over', 'seal']);
    expect(seen('child-protection')).toEqual(['handed-over', 'seal']);
    expect(play.knows('child-protection', 'bus-manifest')).toBe(true);
    expect(play.events('item-handed-over')[0]?.audience).toEqual(['role:police', 'role:child-protection']);
  });

  it.each([
    ['an outside body', 'phone-company', 'done'],
    ['a person the desk knows', 'coach', 'done'],
    ['an id outside the case', 'no-such-one', 'unknown-id'],
    ['the own desk', 'police', 'unknown-id'],
  ] as const)('an item handed to %s: %s, %s', (_who, to, answer) => {
    const play = found();
    expect(play.desk('police').asks('hand-over-item', { item: 'bus-manifest', to })).toBe(answer);
    expect(Object.keys(play.world.items['bus-manifest']?.known ?? {})).toEqual(['police']);
  });

  it('an item cannot be handed to a person the desk does not know', () => {
    const play = aClass((draft) => {
      for (const person of ['nyota', 'juma'] as const) {
        const one = draft.people[person];
        if (one) one.at = 'children-home';
      }
      for (const part of Object.values(draft.items['bus-manifest']?.parts ?? {})) [part.names, part.about] = [[], []];
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('search', {});
    play.passes('10m');
    play.desk('police').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
    expect(play.desk('police').asks('hand-over-item', { item: 'bus-manifest', to: 'nyota' })).toBe('unknown-id');
  });

  it('an item can be handed over only by its holder', () => {
    const child = shown(found(), 'bus-manifest', ['names']).desk('child-protection');
    expect(child.asks('hand-over-item', { item: 'bus-manifest', to: 'police' })).toBe('not-held');
  });
});

describe('an analysis', () => {
  it('needs an item with something to analyse, the power, and custody, and runs once', () => {
    const play = shown(found(), 'coach-phone', ['all']);
    const police = play.desk('police');
    expect(police.asks('analyse-item', { item: 'bus-manifest' })).toBe('nothing-to-analyse');
    expect(play.desk('child-protection').asks('analyse-item', { item: 'coach-phone' })).toBe('no-power');
    expect(police.asks('analyse-item', { item: 'coach-phone' })).toBe('not-held');
    police.does('take-item', { item: 'coach-phone', basis: 'court-order' });
    police.does('analyse-item', { item: 'coach-phone' });
    expect(police.asks('analyse-item', { item: 'coach-phone' })).toBe('already-done');
  });
});

describe('the board', () => {
  it('an item is assessed only against a person the desk knows', () => {
    const police = aClass().desk('police');
    expect(police.asks('assess-item', { item: 'tip', person: 'nyota', elements: [] })).toBe('not-known');
    expect(police.asks('assess-item', { item: 'tip', person: 'coach', elements: [] })).toBe('done');
  });

  it('two items are linked once, and never an item with itself', () => {
    const police = found().desk('police');
    expect(police.asks('link-items', { item: 'tip', with: 'tip' })).toBe('bad-value');
    police.does('link-items', { item: 'tip', with: 'bus-manifest' });
    expect(police.asks('link-items', { item: 'tip', with: 'bus-manifest' })).toBe('already-done');
    expect(police.asks('link-items', { item: 'tip', with: 'coach-phone' })).toBe('done');
    expect(police.asks('link-items', { item: 'coach-phone', with: 'bus-manifest' })).toBe('done');
  });

  it('only a link that is there is removed', () => {
    const police = found().desk('police');
    police.does('link-items', { item: 'tip', with: 'bus-manifest' });
    expect(police.asks('unlink-items', { item: 'tip', with: 'coach-phone' })).toBe('already-done');
    expect(police.asks('unlink-items', { item: 'coach-phone', with: 'bus-manifest' })).toBe('already-done');
    expect(police.asks('unlink-items', { item: 'tip', with: 'bus-manifest' })).toBe('done');
  });
});

describe('a share', () => {
  it('is refused if the desk knows only some of its parts', () => {
    const child = shown(found(), 'bus-manifest', ['names']).desk('child-protection');
    const both = { item: 'bus-manifest', parts: ['names', 'seats'], to: 'police', ...share };
    expect(child.asks('share-item', both)).toBe('not-known');
  });

  it.each([
    ['police', 'unknown-id'],
    ['no-such-one', 'unknown-id'],
    ['phone-company', 'done'],
    ['child-protection', 'done'],
  ] as const)('of the police to %s is answered with %s', (to, answer) => {
    const fields = { item: 'bus-manifest', parts: ['names'], to, ...share };
    expect(found().desk('police').asks('share-item', fields)).toBe(answer);
  });
});
