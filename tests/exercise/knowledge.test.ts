/** How desks learn of items, people and places, and which desks an act on a person is told to. */
import { describe, expect, it } from 'vitest';
import { knowPerson, knowsConsent, learnItem, movePerson, showPlace } from '../../shared/exercise/decide/knowledge.ts';
import { hearersOf, rolesAsking, seeingCustody } from '../../shared/exercise/decide/seen-by.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import type { World } from '../../shared/exercise/world.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';

const stageOf = (play: PlayedClass, change: Partial<World> = {}): Stage =>
  new Stage(play.compiled, { ...play.exercise, world: { ...play.world, ...change } }, play.now);

/** Both desks, or the police alone, are at the bus park, with Nyota, Juma and Coach. */
function atBusPark(change?: Change, roles = ['police', 'child-protection']): PlayedClass {
  const play = aClass(change);
  for (const role of roles) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
}

/** The same world, in which these desks do not know any person. */
function strangersTo(play: PlayedClass, ...roles: string[]): Pick<World, 'people'> {
  const forget = (known: World['people'][string]['known']) =>
    Object.fromEntries(Object.entries(known).filter(([role]) => !roles.includes(role)));
  const people = Object.entries(play.world.people).map(
    ([id, person]) => [id, { ...person, known: forget(person.known) }] as const,
  );
  return { people: Object.fromEntries(people) };
}

/** The child officers have no power over custody. */
const withoutCustody: Change = (_draft, law) => {
  const office = law.agencies['childrens-office'];
  if (office) office.powers = office.powers.filter((power) => power !== 'move-person');
};

const told = (stage: Stage) =>
  stage.events.map(({ type, audience }) => `${type} to ${audience.map((tag) => tag.replace('role:', '')).join()}`);
const police = { role: 'police', seat: 'p1' };
const audienceOf = (...roles: string[]) => roles.map((role) => `role:${role}`);

describe('a desk', () => {
  it('learns only the parts of an item that it does not know, and nothing twice', () => {
    const stage = stageOf(aClass());
    learnItem(stage, 'police', 'bus-manifest', 'share', 'story', ['names']);
    learnItem(stage, 'police', 'bus-manifest', 'found', 'police');
    const count = stage.events.length;
    learnItem(stage, 'police', 'bus-manifest', 'found', 'police');
    const parts = stage.events.flatMap((event) => (event.type === 'item-learned' ? [event.parts] : []));
    expect(parts).toEqual([['names'], ['seats']]);
    expect(stage.events).toHaveLength(count);
  });

  it('learns no item that the case does not have, and one outside the exercise learns none', () => {
    const stage = stageOf(aClass());
    learnItem(stage, 'police', 'no-such-item', 'found', 'police');
    learnItem(stage, 'hospital', 'tip', 'share', 'police');
    expect(stage.events).toEqual([]);
  });

  it('knows the people that an item names by name, also if it is about another person', () => {
    const stage = stageOf(
      aClass((draft) => {
        const names = draft.items['bus-manifest']?.parts?.['names'];
        if (names) Object.assign(names, { about: ['nyota'], names: ['juma'] });
      }),
    );
    learnItem(stage, 'child-protection', 'bus-manifest', 'found', 'story');
    expect(stage.world.people['nyota']?.known['child-protection']?.named).toBe(false);
    expect(stage.world.people['juma']?.known['child-protection']?.named).toBe(true);
  });

  it('learns with a part only of the people, names and places that this part carries', () => {
    const stage = stageOf(
      aClass((draft) => {
        const parts = draft.items['bus-manifest']?.parts;
        if (parts?.['seats']) Object.assign(parts['seats'], { about: ['coach'], shows: ['coach-flat'] });
      }),
    );
    const knows = () => [
      ...Object.keys(stage.world.people).filter((id) => stage.world.people[id]?.known['child-protection']),
      ...Object.keys(stage.world.places).filter((id) => stage.world.places[id]?.shownTo.includes('child-protection')),
    ];
    learnItem(stage, 'child-protection', 'bus-manifest', 'share', 'police', ['seats']);
    expect(knows()).toEqual(['coach', 'coach-flat']);
    learnItem(stage, 'child-protection', 'bus-manifest', 'share', 'police', ['names']);
    expect(knows()).toEqual(['nyota', 'juma', 'coach', 'coach-flat']);
  });

  it('learns with any part what an item says for all of them, as cases of before do', () => {
    const stage = stageOf(
      aClass((draft) => {
        const manifest = draft.items['bus-manifest'];
        if (manifest) Object.assign(manifest, { names: ['coach'] });
      }),
    );
    learnItem(stage, 'child-protection', 'bus-manifest', 'share', 'police', ['seats']);
    expect(stage.world.people['coach']?.known['child-protection']?.named).toBe(true);
  });

  it('learns of a person once by appearance and once by name, and of no person outside the case', () => {
    const stage = stageOf(aClass());
    for (const named of [false, false, true, true, false]) knowPerson(stage, 'child-protection', 'nyota', named);
    knowPerson(stage, 'child-protection', 'no-such-person', true);
    expect(stage.events).toMatchObject([
      { type: 'person-known', person: 'nyota', named: false },
      { type: 'person-known', person: 'nyota', named: true },
    ]);
  });

  it('is shown a hidden place once, and no place that is on every map', () => {
    const stage = stageOf(aClass());
    for (const place of ['coach-flat', 'coach-flat', 'bus-park', 'no-such-place']) showPlace(stage, 'police', place);
    expect(told(stage)).toEqual(['place-shown to police']);
  });

  it.each([
    ['asked', [true, false, false]],
    ['refused', [true, false, false]],
    ['given', [true, true, false]],
    ['withdrawn', [true, true, false]],
  ] as const)('knows of a consent that is %s if it asked, or receives what was agreed', (state, answers) => {
    const consent = { person: 'nyota', kind: 'data', by: 'police', to: ['child-protection'], state, at: 0 } as const;
    const stage = stageOf(aClass(), { consents: { c1: { ...consent, to: [...consent.to], explained: true } } });
    expect(['police', 'child-protection', 'hospital'].map((role) => knowsConsent(stage, role, 'c1'))).toEqual(answers);
    expect(knowsConsent(stage, 'police', 'c2')).toBe(false);
  });
});

describe('a person who is moved', () => {
  it('is seen leaving and arriving by the desks there, and the desk that moves it is told once', () => {
    const play = aClass(undefined, { p1: 'police', p2: 'police', c1: 'child-protection' });
    for (const seat of ['p1', 'c1']) play.seat(seat).does('travel', { place: 'bus-park' });
    play.passes('30m');
    const stage = stageOf(play);
    movePerson(stage, 'nyota', 'station', 'police');
    expect(told(stage)).toEqual([
      'person-placed to trainer',
      'person-left to child-protection',
      'person-moved to police',
    ]);
  });

  it('by the story is told to the trainer, and to each desk what it sees', () => {
    const play = atBusPark(undefined, ['child-protection']);
    const stage = stageOf(play);
    movePerson(stage, 'coach', 'station', 'story');
    expect(told(stage)).toEqual([
      'person-placed to trainer',
      'person-left to child-protection',
      'person-moved to trainer',
      'person-met to police',
    ]);
  });

  it('is not missed by a desk that does not know the person', () => {
    const play = atBusPark();
    const stage = stageOf(play, strangersTo(play, 'child-protection'));
    movePerson(stage, 'nyota', 'cells', 'story');
    expect(told(stage)).toEqual(['person-placed to trainer', 'person-left to police', 'person-moved to trainer']);
  });

  it('to the place where it is does not move', () => {
    const stage = stageOf(atBusPark());
    movePerson(stage, 'nyota', 'bus-park', 'police');
    expect(stage.events).toEqual([]);
  });
});

describe('an act on a person is told', () => {
  it('to the desk that acts, and to desks that know the person and may ask about it', () => {
    const stage = stageOf(atBusPark());
    expect(rolesAsking(stage, police, 'nyota', 'arrest')).toEqual(audienceOf('police'));
    expect(rolesAsking(stage, police, 'nyota', 'assess-needs')).toEqual(audienceOf('police', 'child-protection'));
    expect(rolesAsking(stage, police, 'nyota', 'assess-needs', 'arrest')).toEqual(
      audienceOf('police', 'child-protection'),
    );
    const alone = stageOf(atBusPark(undefined, ['police']));
    expect(rolesAsking(alone, police, 'nyota', 'assess-needs')).toEqual(audienceOf('police'));
    expect(rolesAsking(alone, police, 'no-such-person', 'assess-needs')).toEqual(audienceOf('police'));
  });

  it('as custody also to the desks beside the person that know it', () => {
    const play = atBusPark(withoutCustody);
    expect(seeingCustody(stageOf(play), police, 'coach')).toEqual(audienceOf('police', 'child-protection'));
    const stranger = stageOf(play, strangersTo(play, 'child-protection'));
    expect(seeingCustody(stranger, police, 'coach')).toEqual(audienceOf('police'));
    const away = stageOf(atBusPark(withoutCustody, ['police']));
    expect(seeingCustody(away, police, 'coach')).toEqual(audienceOf('police'));
  });

  it('as custody to desks elsewhere only if they could end it', () => {
    const play = atBusPark();
    play.desk('child-protection').does('travel', { place: 'children-home' });
    play.passes('30m');
    expect(seeingCustody(stageOf(play), police, 'coach')).toEqual(audienceOf('police', 'child-protection'));
  });

  it('with its place only to desks that have the place on their map', () => {
    const stage = stageOf(atBusPark());
    const both = audienceOf('police', 'child-protection');
    expect(seeingCustody(stage, police, 'coach', 'cells')).toEqual(both);
    expect(seeingCustody(stage, police, 'coach', 'coach-flat')).toEqual(audienceOf('police'));
    showPlace(stage, 'child-protection', 'coach-flat');
    expect(seeingCustody(stage, police, 'coach', 'coach-flat')).toEqual(both);
  });
});

describe('what a person says is heard', () => {
  it('by the desk that talks with that person, not by one that talks with another', () => {
    const play = atBusPark();
    play.desk('police').does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
    play.desk('police').does('begin-account', { interview: 'police-interview-1' });
    const stage = stageOf(play);
    expect(hearersOf(stage, 'nyota')).toEqual(['police']);
    expect(hearersOf(stage, 'coach')).toEqual(['police', 'child-protection']);
  });

  it('only by desks that know who speaks', () => {
    const play = atBusPark();
    expect(hearersOf(stageOf(play, strangersTo(play, 'child-protection')), 'coach')).toEqual(['police']);
  });
});
