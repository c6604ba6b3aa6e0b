/** Decisions, plans and helpers reach a desk with what they rest on (`known-with`), and not before. */
import { describe, expect, it } from 'vitest';
import { desk, mayKnow } from '../../shared/access/audience.ts';
import { cardFor } from '../../shared/cards/may-read.ts';
import { toKnown } from '../../shared/exercise/exercise.ts';
import { proveCards } from '../../shared/simulation/card-proof.ts';
import { proveStreams } from '../../shared/simulation/stream-proof.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { anotherDesk } from '../support/another-desk.ts';

const decision = 'visit-flat';
const operation = 'flat-visit';
const proposal = { decision, option: 'now', reason: 't1', confidence: 'low' } as const;
const how = { purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
const tip = { item: 'tip', parts: ['all'], ...how };

/** The police hold the tip. Decision, plan and one interpreter rest on it; the port police and the child officers share them. */
const resting = (): PlayedClass =>
  aClass(
    (draft) => {
      anotherDesk(draft, 'port-police');
      Object.assign(draft.roles['port-police'] ?? {}, { knows: [] });
      Object.assign(draft.decisions[decision] ?? {}, {
        when: { role: 'police', knows: 'tip' },
        agree: ['child-protection', 'port-police'],
        'known-with': ['tip'],
      });
      Object.assign(draft.operations[operation] ?? {}, {
        'need-to-know': ['port-police', 'child-protection'],
        'known-with': ['tip', 'juma'],
      });
      Object.assign(draft.helpers['bus-clerk'] ?? {}, { 'known-with': ['tip'] });
    },
    { p1: 'police', q1: 'port-police', c1: 'child-protection' },
  );

const seen = (play: PlayedClass, role: string) => play.view(desk(role));
const card = (play: PlayedClass, role: string, id: string) =>
  cardFor({ compiled: play.compiled, translations: {} }, seen(play, role), desk(role), 'en', id);
const heard = (play: PlayedClass, role: string) =>
  play.log.filter((event) => mayKnow(desk(role), event)).map((event) => JSON.stringify(toKnown(event)));

describe('a decision', () => {
  it('is not before a desk that does not know what it rests on', () => {
    const play = resting();
    expect(seen(play, 'police').decisions[decision]).toBeDefined();
    for (const role of ['child-protection', 'port-police']) {
      expect(seen(play, role).decisions).toEqual({});
      expect(card(play, role, `decision:${decision}`)).toBeUndefined();
      expect(play.desk(role).asks('agree-decision', { decision })).toBe('not-for-you');
      expect(heard(play, role).some((event) => event.includes(decision))).toBe(false);
    }
  });

  it('is put before all its desks by the one that proposes, and made when they agree', () => {
    const play = resting();
    play.desk('police').does('propose-decision', proposal);
    expect(seen(play, 'port-police').decisions[decision]?.proposal).toMatchObject({ by: 'police', option: 'now' });
    play.desk('child-protection').does('agree-decision', { decision });
    play.desk('port-police').does('agree-decision', { decision });
    expect(play.world.decisions[decision]?.made?.option).toBe('now');
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
  });

  it('is told to a desk once it learns what it rests on, and to no other', () => {
    const play = resting();
    play.desk('police').does('share-item', { ...tip, to: 'port-police' });
    expect(seen(play, 'port-police').decisions[decision]).toMatchObject({ agreed: [], told: ['port-police'] });
    expect(seen(play, 'child-protection').decisions).toEqual({});
    expect(seen(play, 'police').decisions[decision]?.told).toEqual(['police']);
  });
});

describe('a plan', () => {
  it('is written by the desks that know of it, and told to them alone', () => {
    const play = resting();
    play.desk('police').does('set-plan-section', { operation, section: 'legal-basis', text: 't1' });
    expect(play.desk('port-police').asks('approve-plan', { operation })).toBe('not-for-you');
    expect(seen(play, 'port-police').operations).toEqual({});
    expect(card(play, 'port-police', `operation:${operation}`)).toBeUndefined();
    expect(play.events('plan-section-set')[0]?.audience).toEqual(['role:police']);
  });

  it('reaches a desk that comes later with everything written by then', () => {
    const play = resting();
    const police = play.desk('police');
    police.does('set-plan-section', { operation, section: 'legal-basis', text: 't1', service: 'children-home' });
    police.does('ask-standby', { operation, service: 'men-house' });
    police.does('approve-plan', { operation });
    police.does('share-item', { ...tip, to: 'port-police' });
    const { openedAt: _opened, told: _told, ...late } = seen(play, 'port-police').operations[operation] ?? {};
    const { openedAt: _first, told: _all, ...early } = seen(play, 'police').operations[operation] ?? {};
    expect(late).toEqual(early);
    expect(late).toMatchObject({ state: 'ready', approvedBy: ['police'], standby: { 'men-house': 'confirmed' } });
    play.desk('port-police').does('approve-plan', { operation });
    expect(seen(play, 'police').operations[operation]?.approvedBy).toEqual(['police', 'port-police']);
    expect(proveStreams(play.compiled, play.log)).toEqual([]);
    expect(proveCards({ compiled: play.compiled, translations: {} }, play.log)).toEqual([]);
  });
});

describe('a helper', () => {
  const screen = { person: 'nyota', with: 'in-group', outcome: 'unclear', child: true } as const;
  const atThePark = (): PlayedClass => {
    const play = resting();
    play.desk('port-police').does('travel', { place: 'bus-park' });
    play.passes('30m');
    return play;
  };

  it('is on the list of a desk once it knows what brings the helper', () => {
    const play = resting();
    const list = (role: string) => card(play, role, 'helpers')?.facts;
    expect(list('port-police')).toEqual({ ids: ['mrs-adan', 'sister-ruth', 'officer-pili'] });
    expect(card(play, 'port-police', 'helper:bus-clerk')).toBeUndefined();
    play.desk('police').does('share-item', { ...tip, to: 'port-police' });
    expect(list('port-police')).toEqual(list('police'));
    expect(card(play, 'port-police', 'helper:bus-clerk')?.title).toBe('The bus clerk');
  });

  it('that a desk does not know is refused like one that does not exist', () => {
    const play = atThePark();
    const asks = (interpreter: string) => play.desk('port-police').asks('screen', { ...screen, interpreter });
    expect([asks('bus-clerk'), asks('no-such-one')]).toEqual(['unknown-id', 'unknown-id']);
    play.desk('police').does('share-item', { ...tip, to: 'port-police' });
    expect(asks('bus-clerk')).toBe('done');
  });
});
