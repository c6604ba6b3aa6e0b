/** A whole exercise played by bots. Another seed: `BARAZA_SEED=123 npx vitest run tests/bots/play-bots.test.ts`. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BOT_KINDS } from '../../shared/vocabulary/enums.ts';
import { latestEnd } from '../../shared/bots/class-time.ts';
import { playBots } from '../../shared/bots/play-bots.ts';
import { desk, mayKnow } from '../../shared/access/audience.ts';
import { evolve } from '../../shared/exercise/evolve.ts';
import { foldExercise, toKnown } from '../../shared/exercise/exercise.ts';
import { emptyWorld } from '../../shared/exercise/world.ts';
import { seatOf } from '../../shared/playthrough/session.ts';
import { HOUR } from '../../shared/time.ts';
import { aScenario, type Change } from '../support/a-scenario.ts';
import { playMatch, refusals } from './class-of-bots.ts';

const seed = Number(process.env['BARAZA_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
beforeAll(() => console.log(`BARAZA_SEED=${seed}`));
vi.setConfig({ testTimeout: 60_000 });

describe('a play of bots', () => {
  it.each(BOT_KINDS)('with %s bots is identical for the same seed', (bots) => {
    const [one, other] = [playBots(aScenario(), { seed, bots }), playBots(aScenario(), { seed, bots })];
    expect(other.events).toEqual(one.events);
    expect(other.commands).toEqual(one.commands);
  });

  it('with random bots differs for another seed', () => {
    const [one, other] = [1, 2].map((number) => playBots(aScenario(), { seed: number, bots: 'random' }).commands);
    expect(other).not.toEqual(one);
  });

  it.each(BOT_KINDS)('with %s bots has a log that folds to the live exercise and to each seat’s view', (bots) => {
    const compiled = aScenario();
    const { events, exercise, views } = playBots(compiled, { seed, bots });
    expect(foldExercise(compiled, events)).toEqual(exercise);
    for (const [seat, world] of Object.entries(views)) {
      const role = exercise.world.seats[seat]?.role;
      const own = events.filter((event) => mayKnow(desk(role, seat), event));
      expect(own.reduce((view, event) => evolve(view, toKnown(event)), emptyWorld())).toEqual(world);
    }
  });

  it('ends with the class, or earlier if `until` says so', () => {
    const compiled = aScenario();
    expect(playBots(compiled, { seed, bots: 'slow' }).events.at(-1)).toMatchObject({ type: 'exercise-ended' });
    expect(playBots(compiled, { seed, bots: 'slow' }).exercise.world.now).toBe(latestEnd(compiled));
    const until = compiled.scenario.starts + HOUR;
    const { events, commands } = playBots(compiled, { seed, bots: 'random', until });
    expect(events.at(-1)?.at).toBe(until);
    expect(commands.every(({ at }) => at <= until)).toBe(true);
  });

  it('lasts the whole class even if a state of the case has its own pace', () => {
    const night: Change = (draft) => {
      draft.statecharts['night'] = { initial: 'long', states: { long: { pace: 12 } } };
    };
    const compiled = aScenario(night);
    const { starts, length, pace } = compiled.scenario;
    const end = playBots(compiled, { seed, bots: 'slow' }).exercise.world.now;
    expect(end).toBeGreaterThan(starts + length * pace);
    expect(end).toBeLessThanOrEqual(latestEnd(compiled));
  });

  it('ends when the case suggests the end', () => {
    const { events } = playMatch({ seed, bots: 'slow' });
    expect(events.some(({ type }) => type === 'end-suggested')).toBe(true);
    expect(events.at(-1)?.type).toBe('exercise-ended');
  });

  it('accepts a kind per desk, an empty desk, and two seats of one desk that share its view', () => {
    const mixed = playBots(aScenario(), { seed, bots: { police: 'careless', 'child-protection': 'by-the-book' } });
    expect(new Set(mixed.commands.map(({ from }) => from))).toEqual(
      new Set([seatOf('police'), seatOf('child-protection')]),
    );
    const alone = playBots(aScenario(), { seed, bots: { police: 'by-the-book' } });
    expect(Object.keys(alone.views)).toEqual([seatOf('police')]);
    const [first, second] = [seatOf('police'), seatOf('police', 2)];
    const pair = playBots(aScenario(), {
      seed,
      bots: [first, second].map((seat) => ({ kind: 'by-the-book' as const, role: 'police', seat, seed })),
    });
    expect(pair.views[first]).toEqual(pair.views[second]);
    expect(new Set(pair.commands.map(({ from }) => from))).toEqual(new Set([first, second]));
  });

  it('stops a bot that never lets time pass, and names it', () => {
    const compiled = aScenario();
    const forever = { turn: () => ({ do: { type: 'raise-hand' as const }, takes: 0 }), refused: () => undefined };
    const bot = { kind: 'random' as const, role: 'police', seat: seatOf('police'), seed };
    expect(() => playBots(compiled, { seed, bots: [bot], createPlayer: () => ({ ...bot, ...forever }) })).toThrow(
      /random bot at police-1 never waits/,
    );
    const backwards = { ...bot, turn: () => ({ wait: 0 }), refused: () => undefined };
    expect(() => playBots(compiled, { seed, bots: [bot], createPlayer: () => backwards })).toThrow(/police-1 waits 0/);
  });
});

describe('a bot submits only commands that it is offered', () => {
  it.each(BOT_KINDS)('%s: no command is rejected for an unknown id or a missing power', (bots) => {
    const plays = [playMatch({ seed, bots }), playBots(aScenario(), { seed, bots })];
    const forbidden = plays
      .flatMap(refusals)
      .filter((one) => /not-known|no-power|unknown-id|not-for-you|not-offered/.test(one));
    expect(forbidden).toEqual([]);
  });

  it('a by-the-book bot has almost no rejected command', () => {
    const play = playMatch({ seed, bots: 'by-the-book' });
    expect(refusals(play).length).toBeLessThanOrEqual(play.commands.length / 100);
  });

  it('a bot does not repeat a rejected command while its view is unchanged', () => {
    const play = playMatch({ seed, bots: 'careless' });
    const refused = play.commands.filter(({ refused: code }) => code !== undefined);
    const twice = refused.filter(({ from, at, body }, index) =>
      refused.some(
        (one, other) =>
          other < index && one.from === from && one.at === at && JSON.stringify(one.body) === JSON.stringify(body),
      ),
    );
    expect(twice).toEqual([]);
  });
});
