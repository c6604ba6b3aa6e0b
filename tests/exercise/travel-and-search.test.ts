/** What travel and search need, and how long they take. */
import { describe, expect, it } from 'vitest';
import { aClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';

const MINUTE = 60_000;
const asksToGo = (place: string, change?: Change) => aClass(change).desk('police').asks('travel', { place });

/** The bus park is open in these hours; the exercise starts at 12:00 and the way takes twenty minutes. */
const openIn =
  (open: string): Change =>
  (draft) => {
    const park = draft.places['bus-park'];
    if (park) park.open = open;
  };

describe('travel', () => {
  it('goes nowhere from the place itself, and to no place without a way', () => {
    expect(asksToGo('station')).toBe('already-here');
    const island: Change = (draft) => {
      draft.places['island'] = { name: 'Island', text: 'No boat.', map: [1, 1] };
    };
    expect(asksToGo('island', island)).toBe('no-way');
  });

  it('to a place that cannot be reached is refused for that reason, also when the place is closed', () => {
    const closedIsland: Change = (draft) => {
      draft.places['island'] = { name: 'Island', text: 'No boat.', map: [1, 1], open: '01:00-02:00' };
    };
    expect(asksToGo('island', closedIsland)).toBe('no-way');
  });

  it.each([
    ['12:20-18:00', 'done'],
    ['12:21-18:00', 'closed-now'],
    ['08:00-12:20', 'closed-now'],
    ['08:00-12:21', 'done'],
  ])('asks whether the place is open on arrival: open %s, %s', (open, answer) => {
    expect(asksToGo('bus-park', openIn(open))).toBe(answer);
  });
});

describe('a search', () => {
  const searchAtBusPark = (takes: string) => {
    const play = aClass((draft) => {
      const manifest = draft.items['bus-manifest'];
      if (manifest?.found) manifest.found = { ...manifest.found, takes };
    });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('search', {});
    return (play.world.seats['p1']?.busy?.due ?? 0) - play.now;
  };

  it('takes ten minutes where there is nothing to find', () => {
    const play = aClass();
    play.desk('police').does('search', {});
    expect(play.events('search-started')).toMatchObject([{ place: 'station', due: play.now + 10 * MINUTE }]);
    play.passes('10m');
    expect(play.events('search-ended')).toMatchObject([{ parts: [] }]);
  });

  it('takes as long as the slowest thing to find, and never less than ten minutes', () => {
    expect(searchAtBusPark('25m')).toBe(25 * MINUTE);
    expect(searchAtBusPark('5m')).toBe(10 * MINUTE);
  });
});
