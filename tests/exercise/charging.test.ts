/** What the charging table accepts, refuses and keeps. */
import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { aClass, type Fields, type PlayedClass } from '../support/a-class.ts';
import { anotherDesk } from '../support/another-desk.ts';

const table: Fields<'set-charge'> = {
  person: 'coach',
  offence: 'trafficking',
  act: [],
  means: [],
  purposeItems: [],
  child: true,
  nonPunishment: 'not-checked',
  remedies: ['compensation'],
};
const first = { charge: 'police-charge-1' };

/** Two desks may charge: the police and the port police. Both know Coach and the tip. */
const twoPolice = (): PlayedClass =>
  aClass((draft) => anotherDesk(draft, 'port-police'), { p1: 'police', q1: 'port-police', c1: 'child-protection' });

describe('a draft of a charge', () => {
  it.each([
    ['a person the desk does not know', { person: 'nyota' }, 'not-known'],
    ['an offence the law does not have', { offence: 'sailing' }, 'unknown-id'],
    ['a remedy the law does not have', { remedies: ['compensation', 'applause'] }, 'bad-value'],
    ['an unknown item as evidence of the act', { act: ['home-address'] }, 'not-known'],
    ['an unknown item as evidence of the means', { means: ['tip', 'home-address'] }, 'not-known'],
    ['an unknown item as evidence of the purpose', { purposeItems: ['home-address'] }, 'not-known'],
  ] as const)('is refused with %s', (_what, fields, code) => {
    const play = aClass();
    expect(play.desk('police').asks('set-charge', { ...table, ...fields } as Fields<'set-charge'>)).toBe(code);
    expect(play.world.charges).toEqual({});
  });

  it('is replaced only by a draft of the same desk, person and offence', () => {
    const play = twoPolice();
    const police = play.desk('police');
    police.does('set-charge', { ...table, act: ['tip'] });
    police.does('set-charge', { ...table, offence: 'papers-offence' });
    play.desk('port-police').does('set-charge', table);
    expect(Object.keys(play.world.charges)).toEqual(['police-charge-1', 'police-charge-2', 'port-police-charge-1']);
    police.does('set-charge', { ...table, remedies: [] });
    expect(Object.keys(play.world.charges)).toHaveLength(3);
    expect(play.world.charges['police-charge-1']).toMatchObject({ act: [], remedies: [] });
  });

  it('of one person is not replaced by a draft about another', () => {
    const play = aClass((draft) => draft.roles['police']?.people?.push('juma'));
    play.desk('police').does('set-charge', table);
    play.desk('police').does('set-charge', { ...table, person: 'juma' });
    expect(Object.values(play.world.charges).map(({ person }) => person)).toEqual(['coach', 'juma']);
  });

  it('is opened anew once the earlier one was filed or dropped', () => {
    const play = aClass();
    const police = play.desk('police');
    police.does('set-charge', table);
    police.does('drop-charge', first);
    expect(play.world.charges['police-charge-1']?.state).toBe('dropped');
    police.does('set-charge', table);
    police.does('file-charge', { charge: 'police-charge-2' });
    expect(play.world.charges['police-charge-2']?.state).toBe('filed');
    expect(police.asks('file-charge', { charge: 'police-charge-2' })).toBe('already-done');
    expect(police.asks('drop-charge', first)).toBe('already-done');
  });

  it('of an old log, which does not name its desk, belongs to each desk with the table', () => {
    const play = twoPolice();
    const charges = { [first.charge]: { ...table, by: undefined, state: 'draft' as const } };
    play.exercise = { ...play.exercise, world: { ...play.world, charges } };
    play.desk('port-police').does('set-charge', { ...table, act: ['tip'] });
    expect(Object.keys(play.world.charges)).toEqual([first.charge]);
    expect(play.desk('police').asks('file-charge', first)).toBe('unknown-id');
    expect(play.desk('port-police').asks('file-charge', first)).toBe('done');
  });

  it('belongs to its desk: another desk can neither file nor drop it', () => {
    const play = twoPolice();
    play.desk('police').does('set-charge', table);
    expect(play.desk('port-police').asks('file-charge', first)).toBe('unknown-id');
    expect(play.desk('port-police').asks('drop-charge', first)).toBe('unknown-id');
    expect(play.desk('police').asks('drop-charge', { charge: 'police-charge-9' })).toBe('unknown-id');
    expect(play.view(desk('port-police')).charges).toEqual({});
  });
});

describe('a decision not to charge', () => {
  const decision = { person: 'coach', nonPunishment: 'checked-applies', reason: 'He was forced.' } as const;

  it('is kept with its reason and its time', () => {
    const play = aClass();
    play.passes('5m');
    play.desk('police').does('decide-no-charge', decision);
    expect(play.world.noCharge['coach']).toEqual({
      by: 'police',
      nonPunishment: 'checked-applies',
      reason: 'He was forced.',
      at: play.now,
    });
  });

  it('is refused about a person the desk does not know', () => {
    const play = aClass();
    expect(play.desk('police').asks('decide-no-charge', { ...decision, person: 'nyota' })).toBe('not-known');
    expect(play.world.noCharge).toEqual({});
  });
});

describe('a protective measure', () => {
  it('is kept with the desk that asked for it', () => {
    const play = aClass();
    play.desk('police').does('ask-protective-measure', { person: 'coach', kind: 'closed-hearing' });
    expect(play.world.measures).toEqual([{ person: 'coach', kind: 'closed-hearing', by: 'police', at: play.now }]);
  });

  it('is refused for a person the desk does not know, and if the law does not have it', () => {
    const police = aClass().desk('police');
    expect(police.asks('ask-protective-measure', { person: 'nyota', kind: 'closed-hearing' })).toBe('not-known');
    expect(police.asks('ask-protective-measure', { person: 'coach', kind: 'bodyguard' })).toBe('unknown-id');
  });
});
