/** Each verb of an effect, and what is there at StartEx: exactly the events that follow, and who learns of them. */
import { describe, expect, it } from 'vitest';
import { applyEffect, changeRoom, fireInject, knowsService } from '../../shared/exercise/decide/effects.ts';
import { decide, start } from '../../shared/exercise/exercise.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import { lead } from '../../shared/access/actor.ts';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const CASE = aScenario((draft) => {
  Object.assign(draft.places['coach-flat'] ?? {}, { 'known-to': ['child-protection'] });
  Object.assign(draft.services['children-home'] ?? {}, { 'known-to': ['police'] });
  Object.assign(draft.services['men-house'] ?? {}, { 'known-to': [] });
  Object.assign(draft.items['coach-phone'] ?? {}, {
    lasts: '1h',
    'lasts-from': { role: 'police', knows: 'phone-contacts' },
  });
  const unless: Record<string, object> = {
    'bus-is-early': { before: 'day 1 12:00' },
    'who-is-her-guardian': { before: 'day 1 11:00' },
    'press-call': { after: 'day 3 12:00' },
  };
  for (const [id, clock] of Object.entries(unless)) Object.assign(draft.injects[id] ?? {}, { unless: { clock } });
});
const started = (seats: Record<string, string> = { p1: 'police', c1: 'child-protection' }) => {
  const play = new PlayedClass(CASE, seats);
  play.trainer('start-exercise', {});
  return play;
};
const AT_START = started().exercise;
const stage = () => new Stage(CASE, AT_START, AT_START.world.now);

describe('an effect', () => {
  it.each<[Parameters<typeof applyEffect>[1], string[]]>([
    [{ send: 'coach-alerted' }, ['signal-sent']],
    [{ learn: 'tip', role: 'child-protection' }, ['item-learned']],
    [{ move: 'nyota', to: 'cells' }, ['person-placed', 'person-moved']],
    [{ perish: 'coach-phone' }, ['item-perished']],
    [{ appear: 'coach-phone' }, ['item-appeared']],
    [{ trust: { nyota: 1 } }, ['mood-changed']],
    [{ stress: { nyota: 1 } }, ['mood-changed']],
    [{ 'risk-trigger': 'nyota' }, ['risk-triggered']],
    [{ withdraw: 'nyota' }, []],
    [{ room: { 'men-house': 1 } }, ['room-changed']],
    [{ end: true }, ['end-suggested']],
  ])('%j has these events and no other: %j', (effect, expected) => {
    const own = stage();
    applyEffect(own, effect);
    expect(own.events.map(({ type }) => type)).toEqual(expected);
  });

  it('fires an inject once, and not one that was skipped', () => {
    const own = stage();
    for (let times = 0; times < 2; times += 1) fireInject(own, 'press-call', 'story');
    own.emit({ type: 'inject-skipped', audience: ['trainer'], by: 'trainer', inject: 'who-is-her-guardian' });
    fireInject(own, 'who-is-her-guardian', 'story');
    fireInject(own, 'unknown', 'story');
    expect(own.events.filter(({ type }) => type === 'inject-fired')).toMatchObject([{ inject: 'press-call' }]);
  });
});

describe('the room of a service', () => {
  it('is told to the desks that have the service in their directory, else to the trainer alone', () => {
    const own = stage();
    changeRoom(own, 'children-home', -5);
    changeRoom(own, 'men-house', 2);
    expect(own.events).toMatchObject([
      { service: 'children-home', room: 0, audience: ['role:police'] },
      { service: 'men-house', room: 3, audience: ['trainer'] },
    ]);
  });

  it('is of a service that its own desk knows, even where the directory of that desk lacks it', () => {
    const own = stage();
    const knowing = (service: string) => own.world.roles.filter((role) => knowsService(own, role, service));
    expect(knowing('children-home')).toEqual(['police', 'child-protection']);
    expect(knowing('men-house')).toEqual([]);
    expect(knowing('unknown')).toEqual([]);
  });
});

describe('StartEx', () => {
  it('gives each desk the people it knows, by name, and its hidden places', () => {
    const play = started();
    expect(play.world.people['coach']?.known).toEqual({ police: { named: true, at: play.now } });
    expect(play.world.places).toEqual({ 'coach-flat': { shownTo: ['child-protection'] } });
  });

  it('has nothing for a desk that is not part of the exercise', () => {
    const { exercise } = start(CASE, { seed: 1, roles: ['police'] });
    const begun = decide(CASE, exercise, { from: lead, at: CASE.scenario.starts, body: { type: 'start-exercise' } });
    const events = 'events' in begun ? begun.events : [];
    expect(events.length).toBeGreaterThan(10);
    expect(events.filter((event) => 'role' in event && event.role === 'child-protection')).toEqual([]);
  });

  it('starts the time of what perishes, but not where it runs from a condition', () => {
    const { timers } = AT_START.world;
    expect(timers['perish:bus-manifest']?.due).toBe(AT_START.world.now + 3 * 3_600_000);
    expect(timers).not.toHaveProperty('perish:coach-phone');
  });

  it('waits for no time of day that is over', () => {
    const { timers, now } = AT_START.world;
    const clock = Object.entries(timers).flatMap(([id, { due }]) => (id.startsWith('clock:') ? [due - now] : []));
    expect(clock).toEqual([48 * 3_600_000]);
  });
});
