/** What a trainer or a role-player says for a person of the case: who may, and which desks hear it. */
import { expect, it } from 'vitest';
import type { Actor } from '../../shared/access/actor.ts';
import { control, desk, mayKnow, publicOnly } from '../../shared/access/audience.ts';
import { textRefsOf } from '../../shared/cards/text-refs.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';

const player: Actor = { kind: 'role-player', people: ['coach'] };
const says = (play: PlayedClass, from: Actor = player, person = 'coach') =>
  play.asks(from, { type: 'speak-for', person, text: 'said' });

/** The police and, where wanted, child protection are with the coach. */
function withCoach(...roles: ('police' | 'child-protection')[]): PlayedClass {
  const play = aClass();
  for (const role of roles) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
}

it('desks beside the person hear it as words of that person; desks elsewhere hear nothing', () => {
  const play = withCoach('police');
  expect(says(play)).toBe('done');
  const [event] = play.events('person-spoke');
  expect(event).toMatchObject({ person: 'coach', to: ['police'], audience: ['role:police', 'trainer'] });
  const messages = (role: string) => Object.values(play.view(desk(role)).messages);
  expect(messages('police')).toMatchObject([{ person: 'coach', to: ['police'], text: 'said' }]);
  expect(messages('child-protection')).toEqual([]);
  expect(textRefsOf(play.view(desk('police'))).has('said')).toBe(true);
  expect(textRefsOf(play.view(desk('child-protection'))).has('said')).toBe(false);
  const spoken = event ?? { audience: [] };
  expect([mayKnow(control, spoken), mayKnow(publicOnly, spoken)]).toEqual([true, false]);
});

it('in a talk only the desk that talks with the person hears it', () => {
  const play = withCoach('police', 'child-protection');
  expect(says(play)).toBe('done');
  const police = play.desk('police');
  police.does('plan-interview', { person: 'coach', kind: 'suspect', place: 'bus-park', recorded: true });
  expect(says(play)).toBe('done');
  police.does('begin-account', { interview: 'police-interview-1' });
  expect(says(play)).toBe('done');
  const heard = play.events('person-spoke').map(({ to }) => to.toSorted());
  expect(heard).toEqual([['child-protection', 'police'], ['child-protection', 'police'], ['police']]);
});

it('a person without a desk beside it reaches no desk', () => {
  expect(says(withCoach())).toBe('unheard');
});

it('trainers speak for every person but presumed victims and children, role-players only for their own', () => {
  const play = withCoach('police');
  for (const kind of ['lead', 'co-trainer', 'author'] as const)
    expect([kind, says(play, { kind })]).toEqual([kind, 'done']);
  for (const person of ['nyota', 'juma']) {
    expect([person, says(play, { kind: 'lead' }, person)]).toEqual([person, 'not-your-person']);
    expect([person, says(play, { kind: 'role-player', people: [person] }, person)]).toEqual([
      person,
      'not-your-person',
    ]);
  }
  expect(says(play, { kind: 'role-player', people: [] })).toBe('not-your-person');
  for (const unknown of ['no-such-person', '__proto__', 'constructor'])
    expect([unknown, says(play, { kind: 'lead' }, unknown)]).toEqual([unknown, 'unknown-id']);
});

it('a role-player is refused alike for a person that is not its own and for one that the case does not have', () => {
  const play = withCoach('police');
  for (const person of ['nyota', 'juma', 'no-such-person']) expect(says(play, player, person)).toBe('not-your-person');
});

it('people say nothing before the start, in a pause and after the end', () => {
  const play = withCoach('police');
  play.trainer('pause', {});
  expect(says(play)).toBe('wrong-state');
  play.trainer('resume', {});
  expect(says(play)).toBe('done');
  play.trainer('end-exercise', {});
  expect(says(play)).toBe('wrong-state');
});
