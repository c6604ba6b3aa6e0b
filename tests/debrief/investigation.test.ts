/** The first headline: the share of provable elements that two independent sources support. */
import { describe, expect, test } from 'vitest';
import { everyone } from '../../shared/access/audience.ts';
import { investigationHeadline } from '../../shared/debrief/investigation.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { foldExercise } from '../../shared/exercise/truth.ts';
import { ELEMENTS } from '../../shared/vocabulary/enums.ts';
import { eventsByType } from '../../shared/debrief/played.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { playedOf } from '../support/a-debrief.ts';
import { anotherDesk } from '../support/another-desk.ts';
import type { ScenarioDraft } from '../support/a-scenario.ts';

const PROVABLE = ELEMENTS.slice(0, 10);

function adds(draft: ScenarioDraft, id: string, element: (typeof ELEMENTS)[number], source?: string): void {
  draft.items[id] = { kind: 'record', title: id, text: id, tags: ['evidence'], supports: { coach: [element] }, source };
}

/** Ten elements can be proved against Coach, each by two documents; the first of them by three accounts too. */
const play = aClass((draft) => {
  const { coach, juma } = draft.charges;
  if (coach) coach.elements = PROVABLE;
  if (juma) juma.elements = ['act.transport'];
  for (const [index, element] of PROVABLE.entries())
    for (const copy of ['one', 'other']) adds(draft, `${copy}-${index}`, element);
  for (const source of ['nyota', 'juma', 'coach']) adds(draft, `from-${source}`, 'act.recruit', source);
});

/** The headline where the police have learned these items. */
const headline = (...items: string[]) => onlyFor(play, 'police', items);

/** The headline of a class in which one desk has learned these items. */
function onlyFor({ compiled, exercise, log, now }: PlayedClass, role: string, items: readonly string[]) {
  const learned = items.map(
    (item, index): Event => ({
      seq: exercise.seq + index + 1,
      at: now,
      audience: everyone,
      type: 'item-learned',
      role,
      item,
      parts: ['all'],
      how: 'found',
      by: 'story',
    }),
  );
  const end = foldExercise(compiled, learned, exercise);
  return investigationHeadline({ compiled, byType: eventsByType(log), end, endedAt: now });
}

const backs = (count: number) =>
  headline(...PROVABLE.slice(0, count).flatMap((_, index) => [`one-${index}`, `other-${index}`]));

describe('the investigation', () => {
  test.each([
    [0, 'U'],
    [2, 'U'],
    [3, 'M'],
    [5, 'M'],
    [6, 'S'],
    [7, 'S'],
    [8, 'P'],
    [10, 'P'],
  ])('with %i of ten elements backed is rated %s', (backed, rating) => {
    expect(backs(backed)).toMatchObject({ rating, backed, provable: 10 });
  });

  test('rests on what one of the desks that build the file has', () => {
    const two = aClass((draft) => anotherDesk(draft, 'border-police'), { p1: 'police', b1: 'border-police' });
    const found = onlyFor(two, 'police', ['phone-contacts']);
    expect(found.proved.map(({ element }) => element)).toEqual(['act.transport', 'purpose.begging']);
    expect(onlyFor(two, 'child-protection', ['phone-contacts']).proved).toEqual([]);
  });

  test('has nothing to prove against a person who should not be charged', () => {
    expect(headline().provable).toBe(PROVABLE.length);
  });

  test('is not rated where nothing can be proved', () => {
    const spared = aClass(({ charges }) => {
      if (charges['coach']) charges['coach'].acceptable = [];
    });
    expect(investigationHeadline(playedOf(spared))).toMatchObject({ rating: 'none', provable: 0 });
  });
});

describe('an element', () => {
  test.each<[string, number, string[]]>([
    ['rests on victims alone if only they told it', 1, ['from-nyota', 'from-juma']],
    ['does not if a document supports it too', 0, ['from-nyota', 'one-0']],
    ['does not if only a suspect told it', 0, ['from-coach']],
    ['does not if nothing supports it', 0, []],
  ])('%s', (_name, count, items) => {
    expect(headline(...items).victimOnly).toBe(count);
  });
});
