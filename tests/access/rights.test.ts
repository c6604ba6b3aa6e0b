/** Every actor against every capability, by an independent table, and the people a role-player may speak for. */
import { expect, it } from 'vitest';
import type { Actor } from '../../shared/access/actor.ts';
import {
  type Capability,
  CLASS_CAPABILITIES,
  COMMAND_CAPABILITIES,
  HOUSE_CAPABILITIES,
  may,
  maySpeakFor,
} from '../../shared/access/capabilities.ts';
import { mayKnow } from '../../shared/access/audience.ts';
import { personInTruth } from '../../shared/exercise/person-in-truth.ts';
import { aScenario } from '../support/a-scenario.ts';

const training =
  'steer hold-clock inject whisper note seat-people speak-for-people see-class enter see-truth see-desk see-wall read-debrief make-return-code';
const leading = `${training} end export-debrief handle-personal-data erase invite`;
const ROWS: readonly (readonly [Actor, string])[] = [
  [{ kind: 'lead' }, leading],
  [{ kind: 'author' }, leading],
  [{ kind: 'co-trainer' }, training],
  [{ kind: 'evaluator', desks: ['police'] }, 'see-class enter see-desk'],
  [{ kind: 'role-player', people: ['coach'] }, 'see-class enter speak-for-people'],
  [{ kind: 'seat', seat: 's1' }, 'enter play'],
  [{ kind: 'learner', seat: 's1' }, 'enter play hold-clock end'],
  [{ kind: 'wall' }, 'see-class enter see-wall'],
  [{ kind: 'host' }, 'read-cases open-class list-classes start-practice handle-unopened read-audit handle-tokens'],
  [{ kind: 'server' }, 'steer hold-clock end seat-people'],
  [{ kind: 'token', scopes: [] }, ''],
  [{ kind: 'token', scopes: ['read-classes'] }, 'list-classes see-class'],
  [{ kind: 'token', scopes: ['read-cases'] }, 'read-cases'],
  [{ kind: 'token', scopes: ['open-classes', 'read-debriefs'] }, 'open-class read-debrief export-debrief'],
];

it.each(ROWS)('%o may do what its row says and nothing else', (actor, row) => {
  const all: readonly Capability[] = [...COMMAND_CAPABILITIES, ...CLASS_CAPABILITIES, ...HOUSE_CAPABILITIES];
  const wanted = row.split(' ').filter((word) => word !== '');
  expect(all.filter((capability) => may(actor, capability)).toSorted()).toEqual(wanted.toSorted());
});

it('a role-player speaks for invited people only, and no actor for a presumed victim or a child', () => {
  const compiled = aScenario();
  const { people } = compiled.scenario;
  const player: Actor = { kind: 'role-player', people: [...Object.keys(people), 'no-such-person'] };
  const spoken = [...Object.keys(people), 'no-such-person'].filter((id) =>
    maySpeakFor(player, id, personInTruth(compiled, id)),
  );
  const free = Object.keys(people).filter((id) => {
    const person = people[id];
    if (!person) return false;
    const protectedStatus = ['presumed-victim', 'victim-and-suspect', 'unclear'].includes(person.status);
    return !protectedStatus && person.age.real >= 18 && !person.age.doubt;
  });
  expect(spoken).toEqual(free);
  expect(free).toContain('coach');
  expect(free).not.toContain('nyota');
  const truth = personInTruth(compiled, 'coach');
  expect(maySpeakFor({ kind: 'role-player', people: ['juma'] }, 'coach', truth)).toBe(false);
  for (const kind of ['evaluator', 'lead'] as const) {
    const actor: Actor = kind === 'lead' ? { kind } : { kind, desks: ['police'] };
    expect([kind, maySpeakFor(actor, 'coach', truth)]).toEqual([kind, kind === 'lead']);
    expect([kind, maySpeakFor(actor, 'nyota', personInTruth(compiled, 'nyota'))]).toEqual([kind, false]);
  }
});

it('the wall knows what all its desks know, events for everyone, and events for the wall', () => {
  const wall = { kind: 'wall', desks: ['police', 'court'] } as const;
  expect(mayKnow(wall, { audience: ['role:police'] })).toBe(false);
  expect(mayKnow(wall, { audience: ['role:police', 'role:court'] })).toBe(true);
  expect(mayKnow(wall, { audience: ['all'] })).toBe(true);
  expect(mayKnow(wall, { audience: ['wall'] })).toBe(true);
  expect(mayKnow(wall, { audience: ['trainer'] })).toBe(false);
  expect(mayKnow({ kind: 'wall', desks: [] }, { audience: ['role:police'] })).toBe(false);
  expect(mayKnow({ kind: 'desk', role: 'police' }, { audience: ['wall'] })).toBe(false);
});
