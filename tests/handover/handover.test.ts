/** The handover note of a desk: it comes from the desk's own world, and urgent lines come first. */
import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { handover } from '../../shared/handover/handover.ts';
import { aClass } from '../support/a-class.ts';
import { onSite, screensNyota, sharesList } from '../support/a-debrief.ts';

const codes = (lines: { code: string }[]): string[] => lines.map(({ code }) => code);

describe('a handover note', () => {
  it('is short at the start: it lists what the desk knows', () => {
    const play = aClass();
    const note = handover(play.view(desk('police')), 'police');
    expect(note).toMatchObject({ owes: [], promised: [], waits: [], did: [] });
    expect(codes(note.knows)).toContain('item');
  });

  it('lists what the desk did, newest first, and the receivers', () => {
    const play = onSite();
    play.desk('police').does('take-item', { item: 'bus-manifest', basis: 'duty-by-law' });
    play.passes('5m');
    screensNyota(play);
    play.passes('5m');
    sharesList(play);
    const { did } = handover(play.view(desk('police')), 'police');
    expect(did).toMatchObject([
      { code: 'shared', params: { item: 'bus-manifest', role: 'child-protection' } },
      { code: 'screened', params: { person: 'nyota', status: 'presumed-victim' } },
      { code: 'taken', params: { item: 'bus-manifest' } },
    ]);
  });

  it('lists duties with their deadline first, then requests; a promise is no longer owed', () => {
    const play = onSite();
    screensNyota(play);
    const asks = { basis: 'duty-by-law', person: 'nyota' } as const;
    const kind = Object.keys(play.compiled.law.requests)[0] ?? '';
    play.desk('police').does('make-request', { ...asks, kind, to: 'child-protection', due: play.now + 3_600_000 });
    const view = () => handover(play.view(desk('child-protection')), 'child-protection');
    const before = view();
    expect(before.owes.every(({ due }, index, all) => (due ?? Infinity) >= (all[index - 1]?.due ?? 0))).toBe(true);
    expect(codes(before.owes)).toContain('asked');
    expect(before.owes.find(({ code }) => code === 'asked')?.params).toEqual({ request: kind, role: 'police' });
    const [request] = Object.keys(play.world.requests);
    play.desk('child-protection').does('answer-request', { request: request ?? '', outcome: 'accepted', items: [] });
    expect(codes(view().owes)).not.toContain('asked');
    expect(codes(view().promised)).toContain('accepted');
    expect(codes(handover(play.view(desk('police')), 'police').waits)).toEqual(['waits']);
    play.desk('child-protection').does('answer-request', { request: request ?? '', outcome: 'answered', items: [] });
    expect(codes(view().promised)).not.toContain('accepted');
    expect(codes(view().did)).toContain('answered');
    expect(codes(handover(play.view(desk('police')), 'police').did)).toContain('got');
  });

  it('lists an open interview and a running referral, and nothing of other desks', () => {
    const play = onSite();
    screensNyota(play);
    play.desk('police').does('plan-interview', {
      person: 'nyota',
      kind: 'account',
      place: 'bus-park',
      recorded: true,
    });
    const police = handover(play.view(desk('police')), 'police');
    expect(police.promised).toMatchObject([{ code: 'interview', params: { person: 'nyota' } }]);
    const others = handover(play.view(desk('child-protection')), 'child-protection');
    expect(codes(others.promised)).not.toContain('interview');
  });
});
