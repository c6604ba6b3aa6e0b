/** Who may speak and decide in a case conference, and what its actions need. */
import { describe, expect, it } from 'vitest';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { anotherDesk } from '../support/another-desk.ts';

const HOUR = 3_600_000;

/** Police, child officers and a third desk, the port police, all seated. */
const threeDesks = (): PlayedClass =>
  aClass((draft) => anotherDesk(draft, 'port-police'), { p1: 'police', c1: 'child-protection', q1: 'port-police' });

/** The police have called the child officers, who have joined. */
function called(play = threeDesks()) {
  const police = play.desk('police');
  const child = play.desk('child-protection');
  police.does('call-conference', { with: ['child-protection'], agenda: ['t1'] });
  const conference = play.idOf('police', 'conference');
  child.does('join-conference', { conference });
  const proposes = (to: string): string => {
    police.does('propose-action', { conference, text: 't2', to, due: play.now + HOUR });
    return play.events('action-proposed').at(-1)?.action ?? '';
  };
  return { play, police, child, stranger: play.desk('port-police'), conference, proposes };
}

describe('calling a conference', () => {
  it('needs at least one other desk, and only desks of the class', () => {
    const play = threeDesks();
    const police = play.desk('police');
    expect(police.asks('call-conference', { with: ['police'], agenda: ['t1'] })).toBe('bad-value');
    expect(police.asks('call-conference', { with: ['child-protection', 'navy'], agenda: ['t1'] })).toBe('bad-value');
    expect(play.events('conference-called')).toEqual([]);
  });

  it('invites each other desk once and never the caller', () => {
    const play = threeDesks();
    play
      .desk('police')
      .does('call-conference', { with: ['police', 'child-protection', 'child-protection'], agenda: ['t1'] });
    expect(play.events('conference-called')).toMatchObject([{ with: ['child-protection'] }]);
  });
});

describe('a conference', () => {
  it('is closed to a desk that was not invited', () => {
    const { stranger, conference, proposes } = called();
    const action = proposes('child-protection');
    expect(stranger.asks('join-conference', { conference })).toBe('not-invited');
    expect(stranger.asks('make-statement', { conference, text: 't9' })).toBe('not-invited');
    expect(stranger.asks('agree-action', { conference, action })).toBe('not-invited');
    expect(stranger.asks('close-conference', { conference })).toBe('not-invited');
  });

  it('is answered like a closed room when it does not exist', () => {
    expect(called().police.asks('make-statement', { conference: 'nowhere', text: 't9' })).toBe('not-invited');
  });

  it('is joined once', () => {
    const { child, conference } = called();
    expect(child.asks('join-conference', { conference })).toBe('already-done');
  });

  it('keeps what is said for the desks that were invited', () => {
    const { play, child, conference } = called();
    child.does('make-statement', { conference, text: 't9' });
    expect(play.events('statement-made')).toMatchObject([{ by: 'child-protection', text: 't9' }]);
    expect(play.events('statement-made')[0]?.audience).toEqual(['role:police', 'role:child-protection']);
  });

  it('that was closed takes no more words, actions or desks', () => {
    const { play, police, child, conference, proposes } = called();
    const action = proposes('child-protection');
    child.does('close-conference', { conference });
    expect(play.world.conferences[conference]?.state).toBe('closed');
    expect(police.asks('make-statement', { conference, text: 't9' })).toBe('wrong-state');
    expect(child.asks('agree-action', { conference, action })).toBe('wrong-state');
    expect(police.asks('close-conference', { conference })).toBe('wrong-state');
  });
});

describe('an action', () => {
  it('goes to a desk that was invited, with a time still to come', () => {
    const { play, police, conference } = called();
    const asks = (to: string, due: number) => police.asks('propose-action', { conference, text: 't2', to, due });
    expect(asks('port-police', play.now + HOUR)).toBe('not-invited');
    expect(asks('child-protection', play.now)).toBe('bad-value');
    expect(asks('child-protection', play.now + 1)).toBe('done');
  });

  it('is proposed only by a desk in the room', () => {
    const { play, stranger, conference } = called();
    expect(stranger.asks('propose-action', { conference, text: 't2', to: 'police', due: play.now + HOUR })).toBe(
      'not-invited',
    );
  });

  it('of one conference cannot be agreed to in another', () => {
    const { play, police, child, proposes } = called();
    const action = proposes('child-protection');
    police.does('call-conference', { with: ['child-protection'], agenda: ['t1'] });
    const second = play.idOf('police', 'conference', 2);
    child.does('join-conference', { conference: second });
    expect(child.asks('agree-action', { conference: second, action })).toBe('unknown-id');
  });

  it('is decided once each desk was heard and its owner agreed, and then neither agreed to nor opposed', () => {
    const { play, police, child, conference, proposes } = called();
    const action = proposes('police');
    expect(police.asks('agree-action', { conference, action })).toBe('already-done');
    expect(police.asks('finish-action', { action })).toBe('not-agreed-yet');
    child.does('dissent-action', { conference, action, text: 't3' });
    expect(play.world.actions[action]).toMatchObject({ state: 'decided', dissent: [{ by: 'child-protection' }] });
    expect(play.events('action-decided')).toMatchObject([{ by: 'police', to: 'police', due: play.now + HOUR }]);
    expect(child.asks('agree-action', { conference, action })).toBe('already-done');
    expect(child.asks('dissent-action', { conference, action, text: 't4' })).toBe('already-done');
  });

  it('is finished once, by its owner, and everyone invited learns of it', () => {
    const { play, police, child, conference, proposes } = called();
    const action = proposes('child-protection');
    child.does('agree-action', { conference, action });
    expect(police.asks('finish-action', { action })).toBe('not-for-you');
    child.does('finish-action', { action });
    expect(play.world.actions[action]?.state).toBe('done');
    expect(play.events('action-done')[0]?.audience).toEqual(['role:police', 'role:child-protection']);
    expect(child.asks('finish-action', { action })).toBe('already-done');
  });
});
