/** The charts of a case: what moves them and when, what they do, and what stops a circle. */
import { describe, expect, it } from 'vitest';
import { control, trainerOnly } from '../../shared/access/audience.ts';
import { advanceStage } from '../../shared/exercise/advance.ts';
import { settle } from '../../shared/exercise/decide/settle.ts';
import { EventLoopError, Stage } from '../../shared/exercise/stage.ts';
import { nextDue } from '../../shared/exercise/exercise.ts';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario, type ScenarioDraft } from '../support/a-scenario.ts';

/** The call of the press has these effects, and the case these charts. */
const aCaseWith = (charts: NonNullable<ScenarioDraft['statecharts']>, does: object[] = []) =>
  aScenario((draft) => {
    Object.assign(draft.injects['press-call'] ?? {}, { does });
    Object.assign(draft.injects, {
      'second-call': {
        ...structuredClone(draft.injects['press-call']),
        title: 'A second call',
        does: [{ send: 'story' }],
      },
    });
    draft.statecharts = { ...draft.statecharts, ...charts };
  });
const CALL = { inject: 'press-call' };
const knowsContacts = () => ({ role: 'police', knows: 'phone-contacts' });

const CASE = aCaseWith(
  {
    guarded: {
      initial: 'shut',
      states: { shut: { on: { screened: { target: 'open', guard: knowsContacts() } } }, open: {} },
    },
    checked: {
      initial: 'before',
      states: { before: { always: { target: 'later', guard: knowsContacts() } }, later: {} },
    },
    begun: {
      initial: 'first',
      states: { first: { always: { target: 'second', guard: { role: 'police', knows: 'tip' } } }, second: {} },
    },
    late: {
      initial: 'here',
      states: { here: { after: { '1h': { target: 'there', guard: knowsContacts() } } }, there: {} },
    },
    still: {
      initial: 'moving',
      states: { moving: { on: { 'exercise-paused': 'stopped', 'exercise-ended': 'stopped' } }, stopped: {} },
    },
    told: { initial: 'waits', states: { waits: { on: { story: 'heard' } }, heard: {} } },
    opened: { initial: 'no', states: { no: { on: { 'decision-opened': 'yes' } }, yes: {} } },
    nested: {
      initial: 'outer',
      states: {
        outer: { initial: 'inner', states: { inner: {} }, on: { 'coach-alerted': 'after' } },
        after: { pace: 3 },
      },
    },
    same: { initial: 'one', states: { one: { on: { 'coach-alerted': 'two' } }, two: { pace: 6 } } },
  },
  [{ learn: 'phone-contacts', role: 'police' }, { 'risk-trigger': 'nyota' }, { send: 'coach-alerted' }],
);
const running = (compiled = CASE) => {
  const play = new PlayedClass(compiled, { p1: 'police', c1: 'child-protection' });
  play.trainer('start-exercise', {});
  return play;
};
const screens = (play: PlayedClass) => {
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  play.desk('police').does('screen', { person: 'juma', with: 'alone', outcome: 'witness', child: false });
};

describe('a chart', () => {
  it('moves by an event only where its guard holds', () => {
    const [shut, open] = [running(), running()];
    screens(shut);
    open.trainer('fire-inject', CALL);
    screens(open);
    expect([shut.world.charts['guarded'], open.world.charts['guarded']]).toEqual(['shut', 'open']);
  });

  it('moves by itself when its guard comes to hold, and begins further on where it holds already', () => {
    const play = running();
    expect([play.world.charts['checked'], play.world.charts['begun']]).toEqual(['before', 'second']);
    const begun = play.events('chart-moved').filter(({ chart }) => chart === 'begun');
    expect(begun.map(({ value }) => value)).toEqual(['second']);
    play.trainer('fire-inject', CALL);
    expect(play.world.charts['checked']).toBe('later');
  });

  it('does not move after a time whose guard does not hold then', () => {
    const [stays, goes] = [running(), running()];
    goes.trainer('fire-inject', CALL);
    for (const play of [stays, goes]) play.passes('2h');
    expect([stays.world.charts['late'], goes.world.charts['late']]).toEqual(['here', 'there']);
  });

  it('does not move while the exercise stands still, nor after its end', () => {
    const play = running();
    play.trainer('pause', {});
    expect(play.world.charts['still']).toBe('moving');
    play.trainer('end-exercise', {});
    expect(play.world.charts['still']).toBe('moving');
  });

  it('hears a signal that was sent, and takes no other event for one', () => {
    const play = running();
    play.trainer('fire-inject', CALL);
    expect(play.events('risk-triggered')).toMatchObject([{ signal: 'story' }]);
    expect(play.world.charts['told']).toBe('waits');
    play.trainer('fire-inject', { inject: 'second-call' });
    expect(play.world.charts['told']).toBe('heard');
  });

  it('hears the first event that follows from a condition', () => {
    const play = running();
    play.trainer('fire-inject', CALL);
    expect(play.events('decision-opened')).toHaveLength(1);
    expect(play.world.charts['opened']).toBe('yes');
  });

  it('tells with the state it enters which states it left', () => {
    const play = running();
    play.trainer('fire-inject', CALL);
    const entered = play.events('state-entered').filter(({ chart }) => chart === 'nested');
    expect(entered.map(({ state, leaves }) => [state, leaves])).toEqual([
      ['outer', []],
      ['outer.inner', []],
      ['after', ['outer.inner', 'outer']],
    ]);
  });

  it('sets the pace of a state that names another one', () => {
    const play = running();
    const start = play.events('pace-changed').length;
    play.trainer('fire-inject', CALL);
    expect(play.events('pace-changed').slice(start)).toMatchObject([
      { by: 'story', pace: 3, audience: ['all'] },
      { by: 'story', pace: 6 },
    ]);
    const slow = running();
    slow.trainer('set-pace', { pace: 3 });
    slow.trainer('fire-inject', CALL);
    expect(slow.events('pace-changed').filter(({ by }) => by === 'story')).toMatchObject([{ pace: 6 }]);
  });
});

describe('charts that move one another', () => {
  const circle = (delay?: '0m' | '1m') => {
    const go = (target: string, send: string) =>
      delay === undefined ? { on: { [send]: { target, does: [{ send }] } } } : { after: { [delay]: target } };
    return aCaseWith({ round: { initial: 'a', states: { a: go('b', 'ping'), b: go('a', 'ping') } } }, [
      { send: 'ping' },
    ]);
  };
  const [BY_SIGNALS, AT_ONCE, BY_MINUTES] = [circle(), circle('0m'), circle('1m')];

  it('in a circle without end are a fault of the case', () => {
    const play = running(BY_SIGNALS);
    expect(() => play.trainer('fire-inject', CALL)).toThrow(EventLoopError);
  });

  it('by timers without delay are such a fault too', () => {
    const play = running(AT_ONCE);
    expect(() => play.passes('1m')).toThrow(EventLoopError);
  });

  it('may do so for ever while time passes', () => {
    const play = running(BY_MINUTES);
    play.passes('13h');
    expect(play.log.length).toBeGreaterThan(2_500);
  });
});

describe('one cause', () => {
  it('has two thousand events at most, and time that passes begins another', () => {
    const { exercise } = running();
    const stage = new Stage(CASE, exercise, exercise.world.now);
    const emits = (times: number) => {
      for (let count = 0; count < times; count += 1)
        stage.emit({ type: 'clock-skipped', audience: ['all'], by: 'trainer', to: 1 });
    };
    for (let cause = 0; cause < 2; cause += 1) {
      emits(2_000);
      expect(() => emits(1)).toThrow(EventLoopError);
      stage.newCause();
    }
    expect(stage.events).toHaveLength(4_000);
  });

  it.each([
    ['goes on with a timer that is due at this moment', 0, true],
    ['ends with a timer that is due a minute later', 60_000, false],
  ])('%s', (_what, later, goesOn) => {
    const { exercise } = running();
    const stage = new Stage(CASE, exercise, exercise.world.now);
    const due = stage.at + later;
    stage.setTimer('clock:now', due, { do: 'check' });
    for (let count = 1; count < 2_000; count += 1)
      stage.emit({ type: 'clock-skipped', audience: ['all'], by: 'trainer', to: 1 });
    const advances = () => advanceStage(stage, due);
    if (goesOn) expect(advances).toThrow(EventLoopError);
    else expect(advances).not.toThrow();
  });

  it('settles to the end: what follows from the last event is looked at too', () => {
    const { exercise } = running();
    const stage = new Stage(CASE, exercise, exercise.world.now);
    stage.emit({ type: 'signal-sent', audience: trainerOnly, by: 'story', signal: 'story' });
    settle(stage);
    expect(stage.settled).toBe(stage.events.length);
    expect(stage.world.charts['told']).toBe('heard');
  });
});

describe('the next moment of an exercise', () => {
  it('is when its first timer is due', () => {
    const play = running();
    expect(nextDue(play.exercise)).toBe(play.now + 30 * 60_000);
    expect(play.view(control).timers).toEqual(play.world.timers);
  });

  it('is never before the present: what was planned earlier comes at the start', () => {
    const play = running(
      aScenario((draft) => {
        Object.assign(draft.injects['bus-is-early'] ?? {}, { at: 'day 1 11:00' });
      }),
    );
    play.passes('1m');
    expect(play.events('inject-fired')).toMatchObject([{ at: play.compiled.scenario.starts }]);
  });
});
