/** The case board of a desk: links, places and assessments of items. Each desk has its own. */
import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { aClass, type Fields, type PlayedClass } from '../support/a-class.ts';
import { anotherDesk } from '../support/another-desk.ts';

/** Two desks with the same two items. */
const twoBoards = (): PlayedClass =>
  aClass(
    (draft) => {
      draft.roles['police']?.knows?.push('phone-contacts');
      anotherDesk(draft, 'port-police');
    },
    { p1: 'police', q1: 'port-police' },
  );
const pair = { item: 'tip', with: 'phone-contacts' };

describe('a link', () => {
  it('is kept with its label and unseen by other desks', () => {
    const play = twoBoards();
    play.desk('police').does('link-items', { ...pair, label: 't1' });
    expect(play.world.links).toEqual([{ role: 'police', ...pair, label: 't1' }]);
    expect(play.view(desk('port-police')).links).toEqual([]);
  });

  it('that is taken away leaves the links of other items and other desks', () => {
    const play = twoBoards();
    const back = { item: 'phone-contacts', with: 'tip' };
    play.desk('police').does('link-items', pair);
    play.desk('police').does('link-items', back);
    play.desk('port-police').does('link-items', pair);
    play.desk('police').does('unlink-items', pair);
    expect(play.world.links).toMatchObject([
      { role: 'police', ...back },
      { role: 'port-police', ...pair },
    ]);
    expect(play.desk('police').asks('unlink-items', pair)).toBe('already-done');
  });
});

describe('a place on the board', () => {
  it('is kept for each desk by itself, the latest one', () => {
    const play = twoBoards();
    play.desk('police').does('place-item', { item: 'tip', x: 1, y: 2 });
    play.desk('port-police').does('place-item', { item: 'tip', x: 3, y: 4 });
    play.desk('police').does('place-item', { item: 'tip', x: 5, y: 6 });
    expect(play.world.items['tip']?.board).toEqual({ police: { x: 5, y: 6 }, 'port-police': { x: 3, y: 4 } });
  });
});

describe('an assessment', () => {
  it('is kept for each desk and person, the latest one', () => {
    const play = twoBoards();
    const assesses = (role: string, elements: Fields<'assess-item'>['elements'], person = 'coach') =>
      play.desk(role).does('assess-item', { item: 'phone-contacts', person, elements });
    assesses('police', ['act.transport']);
    assesses('port-police', ['means.deception']);
    assesses('police', ['purpose.begging']);
    expect(play.world.items['phone-contacts']?.assessed).toEqual({
      police: { coach: ['purpose.begging'] },
      'port-police': { coach: ['means.deception'] },
    });
  });
});
