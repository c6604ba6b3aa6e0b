/** An author's commands replay on a changed case as far as they pass, and the first failing one is named. */
import { describe, expect, it } from 'vitest';
import { recordPlay, type RecordedStep } from '../../shared/playthrough/record-playthrough.ts';
import { noOverrides } from '../../shared/preview/overrides.ts';
import { replay, type Replay } from '../../shared/preview/replay.ts';
import { HOUR, MINUTE } from '../../shared/time.ts';
import { aScenario, type Change } from '../support/a-scenario.ts';

const START = aScenario().scenario.starts;

function play(steps: readonly RecordedStep[], change?: Change, until = START): Replay {
  const compiled = aScenario(change);
  return replay(compiled, {
    seed: 1,
    roles: Object.keys(compiled.scenario.roles),
    overrides: noOverrides,
    steps,
    until,
  });
}

const step = (at: number, who: string, type: RecordedStep['do'], fields: Record<string, unknown>, as?: string) => ({
  at: START + at,
  who,
  do: type,
  fields,
  ...(as === undefined ? {} : { as }),
});

const WALK = [
  step(0, 'police', 'travel', { place: 'bus-park' }),
  step(
    5 * MINUTE,
    'police',
    'make-request',
    { kind: 'case-question', to: 'child-protection', basis: 'duty-by-law', text: 'Who knows him?' },
    'question',
  ),
  step(20 * MINUTE, 'child-protection', 'answer-request', { request: 'question', outcome: 'accepted', items: [] }),
  step(30 * MINUTE, 'police', 'search', {}),
];

describe('a replay', () => {
  it('of an unchanged case passes to the end, and advances to the recorded time', () => {
    const { session, commands, stop, texts } = play(WALK, undefined, START + 2 * HOUR);
    expect(stop).toBeUndefined();
    expect(commands.map(({ body }) => body.type)).toEqual(['travel', 'make-request', 'answer-request', 'search']);
    expect(session.now).toBe(START + 2 * HOUR);
    expect(Object.values(texts)).toEqual(['Who knows him?']);
  });

  it('can be recorded again as the same steps', () => {
    const { session, commands, texts } = play(WALK);
    const recorded = recordPlay(session.compiled, { events: session.events, commands, texts });
    expect(recorded?.steps.map(({ at, who, do: type }) => ({ at, who, do: type }))).toEqual(
      WALK.map(({ at, who, do: type }) => ({ at, who, do: type })),
    );
    expect(recorded?.steps[2]?.fields['request']).toBe(recorded?.steps[1]?.as);
  });

  it('stops at the first failing step, and keeps the earlier ones', () => {
    const moved = WALK.map((one, index) =>
      index === 2 ? { ...one, do: 'travel' as const, fields: { place: 'old-park' } } : one,
    );
    const { stop, commands, session } = play(moved);
    expect(stop).toMatchObject({ step: 2, rejection: { code: 'unknown-id' }, strange: [{ id: 'old-park' }] });
    expect(commands.map(({ body }) => body.type)).toEqual(['travel', 'make-request']);
    expect(session.exercise.world.status).toBe('running');
  });

  it('suggests the new name of a renamed id', () => {
    const { stop } = play([step(0, 'police', 'travel', { place: 'bus-parc' })]);
    expect(stop?.strange).toEqual([{ id: 'bus-parc', meant: 'bus-park' }]);
  });

  it('shows the failing part of the condition behind a rejection', () => {
    const wait = [
      step(0, 'police', 'propose-decision', { decision: 'talk', option: 'now', reason: 'Soon', confidence: 'low' }),
    ];
    const withDecision: Change = (draft) => {
      draft.decisions['talk'] = {
        title: 'When to talk',
        text: 'Now or later.',
        propose: ['police'],
        options: { now: { title: 'Now' }, later: { title: 'Later' } },
        when: { all: [{ clock: { after: 'day 1 08:00' } }, { item: 'bus-manifest', is: 'taken' }] },
      };
    };
    const { stop } = play(wait, withDecision);
    expect(stop?.condition?.parts.map(({ words, holds, blocks }) => ({ words, holds, blocks }))).toEqual([
      { words: 'after day 1 08:00', holds: true, blocks: false },
      { words: 'bus-manifest is taken', holds: false, blocks: true },
    ]);
  });

  it('plays a step late if its moment has passed', () => {
    const { commands } = play([WALK[3], WALK[0]] as RecordedStep[]);
    expect(commands.map(({ at }) => at)).toEqual([START + 30 * MINUTE]);
    const swapped = play([WALK[1], { ...WALK[0], at: START }] as RecordedStep[]);
    expect(swapped.commands.map(({ at }) => at)).toEqual([START + 5 * MINUTE, START + 5 * MINUTE]);
  });
});
