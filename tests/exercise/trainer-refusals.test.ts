/** What a trainer can do with injects, words and the clock, and when the answer is no. */
import { describe, expect, it } from 'vitest';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const SEATS = { p1: 'police', c1: 'child-protection' };
const lobby = (compiled = aScenario()) => new PlayedClass(compiled, SEATS);
const running = (compiled = aScenario()) => {
  const play = lobby(compiled);
  play.trainer('start-exercise', {});
  return play;
};
const BUS = { inject: 'bus-is-early' };
/** The bus is early only where the police know the phone of the coach. */
const CONDITIONAL = aScenario((draft) => {
  Object.assign(draft.injects['bus-is-early'] ?? {}, { when: { role: 'police', knows: 'phone-contacts' } });
  Object.assign(draft.injects['press-call'] ?? {}, { does: [{ learn: 'phone-contacts', role: 'police' }] });
});
const fired = (play: PlayedClass) => play.events('inject-fired').map(({ inject, by, at }) => [inject, by, at]);

describe('an inject', () => {
  it.each(['hold-inject', 'release-inject', 'skip-inject', 'fire-inject'] as const)(
    'that is not in the case answers unknown-id to %s, and one that is over already-done',
    (type) => {
      const play = running();
      expect(play.trainer(type, { inject: 'nothing' })).toBe('unknown-id');
      play.trainer('fire-inject', { inject: 'press-call' });
      expect(play.trainer(type, { inject: 'press-call' })).toBe('already-done');
      expect(play.trainer('skip-inject', BUS)).toBe('done');
      expect(play.trainer(type, BUS)).toBe('already-done');
    },
  );

  it('is held once, and released only while it is held', () => {
    const play = running();
    expect(play.trainer('release-inject', BUS)).toBe('wrong-state');
    expect(play.trainer('hold-inject', BUS)).toBe('done');
    expect(play.trainer('hold-inject', BUS)).toBe('already-done');
    expect(play.trainer('release-inject', BUS)).toBe('done');
    expect(play.trainer('release-inject', BUS)).toBe('wrong-state');
    expect(play.events('inject-released')).toHaveLength(1);
  });

  it('that is skipped never comes, and only the trainer knows', () => {
    const play = running();
    play.trainer('skip-inject', BUS);
    expect(Object.keys(play.world.timers)).not.toContain('inject:bus-is-early');
    expect(play.events('inject-skipped')).toMatchObject([{ ...BUS, by: 'trainer', audience: ['trainer'] }]);
    play.passes('day 1 13:00');
    expect(fired(play)).toEqual([]);
  });

  it('that is released before its time waits for it', () => {
    const play = running();
    play.trainer('hold-inject', BUS);
    play.trainer('release-inject', BUS);
    expect(fired(play)).toEqual([]);
    play.passes('day 1 13:00');
    expect(fired(play)).toEqual([['bus-is-early', 'story', 30 * 60_000 + play.compiled.scenario.starts]]);
  });

  it('that is released at its very time comes at once', () => {
    const play = running();
    play.trainer('hold-inject', BUS);
    play.passes('day 1 12:30');
    expect(fired(play)).toEqual([]);
    play.trainer('release-inject', BUS);
    expect(fired(play)).toEqual([['bus-is-early', 'story', play.now]]);
  });

  it('without a time does not come because it is released', () => {
    const play = running();
    for (const inject of ['press-call', 'who-is-her-guardian']) {
      play.trainer('hold-inject', { inject });
      play.trainer('release-inject', { inject });
    }
    expect(fired(play)).toEqual([]);
  });

  it('that is released while the exercise stands still comes when it goes on, and one still held does not', () => {
    const released = (release: boolean) => {
      const own = running();
      own.trainer('hold-inject', BUS);
      own.passes('day 1 13:00');
      own.trainer('pause', {});
      if (release) own.trainer('release-inject', BUS);
      expect(fired(own)).toEqual([]);
      own.trainer('resume', {});
      return fired(own);
    };
    expect(released(true)).toEqual([['bus-is-early', 'story', aScenario().scenario.starts + 60 * 60_000]]);
    expect(released(false)).toEqual([]);
  });

  it('with a time and a condition comes when both are there: at the time, or later with the condition', () => {
    const early = running(CONDITIONAL);
    early.trainer('fire-inject', { inject: 'press-call' });
    expect(fired(early)).toHaveLength(1);
    early.passes('day 1 13:00');
    expect(fired(early)[1]).toEqual(['bus-is-early', 'story', early.compiled.scenario.starts + 30 * 60_000]);
    const late = running(CONDITIONAL);
    late.passes('day 1 13:00');
    expect(fired(late)).toEqual([]);
    late.trainer('fire-inject', { inject: 'press-call' });
    expect(fired(late)).toEqual([
      ['press-call', 'trainer', late.now],
      ['bus-is-early', 'story', late.now],
    ]);
  });

  it('with a time and a condition does not come by its release until the condition holds', () => {
    const play = running(CONDITIONAL);
    play.trainer('hold-inject', BUS);
    play.passes('day 1 13:00');
    play.trainer('release-inject', BUS);
    expect(fired(play)).toEqual([]);
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(fired(play).map(([inject]) => inject)).toEqual(['press-call', 'bus-is-early']);
  });

  it('with a delay comes after it, though its condition holds no longer', () => {
    const play = running(
      aScenario((draft) => {
        Object.assign(draft.injects['who-is-her-guardian'] ?? {}, { when: { person: 'nyota', at: 'bus-park' } });
        Object.assign(draft.injects['press-call'] ?? {}, { does: [{ move: 'nyota', to: 'station' }] });
      }),
    );
    play.trainer('fire-inject', { inject: 'press-call' });
    play.passes('10m');
    expect(fired(play).map(([inject]) => inject)).toEqual(['press-call', 'who-is-her-guardian']);
  });

  it('that was released during a pause is looked at again when the exercise resumes', () => {
    const play = running();
    const inject = 'who-is-her-guardian';
    play.trainer('hold-inject', { inject });
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    play.trainer('pause', {});
    play.trainer('release-inject', { inject });
    expect(Object.keys(play.world.timers)).not.toContain(`inject:${inject}`);
    play.trainer('resume', {});
    expect(play.world.timers[`inject:${inject}`]?.due).toBe(play.now + 10 * 60_000);
  });
});

describe('a whisper of the trainer', () => {
  const whispers = (play: PlayedClass, ...to: string[]) => play.trainer('whisper', { to, text: 't1' });

  it('reaches the desks and seats it names, and no other', () => {
    const play = running();
    expect(whispers(play, 'police', 'c1')).toBe('done');
    expect(whispers(play, 'c1')).toBe('done');
    expect(play.events('message-sent').map(({ by, to, text, audience }) => [by, to, text, audience])).toEqual([
      ['trainer', ['police', 'c1'], 't1', ['role:police', 'seat:c1', 'trainer']],
      ['trainer', ['c1'], 't1', ['seat:c1', 'trainer']],
    ]);
  });

  it('is refused if it names anyone unknown', () => {
    const play = running();
    expect(whispers(play, 'police', 'unknown')).toBe('unknown-id');
    expect(whispers(play, 'unknown')).toBe('unknown-id');
    expect(play.events('message-sent')).toEqual([]);
  });
});

describe('the trainer', () => {
  it('takes notes that no desk sees', () => {
    const play = running();
    expect(play.trainer('take-note', { text: 't1', about: 'police' })).toBe('done');
    expect(play.events('note-taken')).toMatchObject([
      { by: 'trainer', text: 't1', about: 'police', audience: ['trainer'] },
    ]);
  });

  it('sets the pace until the exercise has ended, and the case its own unless the trainer did so before', () => {
    const paces = (play: PlayedClass) => play.events('pace-changed').map(({ pace, by }) => [pace, by]);
    const play = running();
    expect(play.trainer('set-pace', { pace: 12 })).toBe('done');
    play.trainer('end-exercise', {});
    expect(play.trainer('set-pace', { pace: 3 })).toBe('ended');
    expect(paces(play)).toEqual([
      [6, 'trainer'],
      [12, 'trainer'],
    ]);
    const set = lobby();
    set.trainer('set-pace', { pace: 2 });
    set.trainer('start-exercise', {});
    expect(set.world.pace).toBe(2);
  });

  it('skips ahead only while the exercise runs', () => {
    const play = running();
    play.trainer('pause', {});
    expect(play.trainer('skip-to', { to: play.now + 60_000 })).toBe('wrong-state');
    expect(play.events('clock-skipped')).toEqual([]);
  });

  it('ends the exercise for good: no timer runs after it', () => {
    const play = running();
    play.trainer('end-exercise', {});
    const ended = play.log.length;
    play.passes('12h');
    expect(play.log.slice(ended)).toEqual([]);
  });
});
