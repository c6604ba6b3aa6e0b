/** Acts of people are rated; simulated desks are shown and not rated. */
import { describe, expect, it } from 'vitest';
import type { Debrief } from '../../shared/debrief/debrief.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { debriefOf } from '../support/a-debrief.ts';

const SIM = 'sim-police';

/** A person plays the child desk; the police are simulated and with Nyota. */
function simulatedPolice(): PlayedClass {
  const play = aClass(undefined, { c1: 'child-protection' });
  play.trainer('simulate-desk', { role: 'police' });
  play.seat(SIM).does('travel', { place: 'bus-park' });
  play.passes('30m');
  return play;
}

const screens = (play: PlayedClass, seat: string, way: 'alone' | 'in-group' = 'alone') =>
  play.seat(seat).does('screen', { person: 'nyota', with: way, outcome: 'presumed-victim', child: true });

const task = ({ competencies }: Debrief, id: string) =>
  competencies.flatMap(({ tasks }) => tasks).find((one) => one.task === id);
const rating = ({ competencies }: Debrief, id: string) =>
  competencies.find(({ competency }) => competency === id)?.rating;

describe('a debrief of a class with simulated desks', () => {
  it('lists the simulated desks, and marks what they did', () => {
    const play = simulatedPolice();
    screens(play, SIM);
    const debrief = debriefOf(play);
    expect(debrief.simulated).toEqual(['police']);
    expect(debrief.timeline.find(({ type }) => type === 'screened')).toMatchObject({ by: 'police', simulated: true });
    expect(task(debrief, 'screen-nyota')).toMatchObject({ result: 'done', simulated: true });
    expect(debrief.strengths).not.toContain('screen-nyota');
  });

  it('marks nothing if only people played', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('30m');
    screens(play, 'p1');
    const debrief = debriefOf(play);
    expect(debrief.simulated).toBeUndefined();
    expect(JSON.stringify(debrief)).not.toContain('"simulated"');
  });

  it('does not rate an omission of a simulated desk, but rates the same omission of a person', () => {
    const simulated = simulatedPolice();
    simulated.passes('5h');
    expect(task(debriefOf(simulated), 'screen-juma')).toMatchObject({ result: 'missed', simulated: true });
    const people = aClass();
    people.passes('5h');
    expect(task(debriefOf(people), 'screen-juma')?.result).toBe('missed');
    expect(rating(debriefOf(people), 'detect-and-screen')).toBe('U');
    // Nyota was a task of the child desk too, which a person played.
    expect(task(debriefOf(simulated), 'screen-nyota')?.simulated).toBeUndefined();
  });

  it('rates a person who took over the desk for what expires afterwards, not for what had expired', () => {
    const play = simulatedPolice();
    screens(play, SIM, 'in-group');
    play.trainer('seat', { seat: 'p1', role: 'police' });
    play.passes('5h');
    const debrief = debriefOf(play);
    expect(task(debrief, 'screen-juma')).toMatchObject({ result: 'missed' });
    expect(task(debrief, 'screen-juma')?.simulated).toBeUndefined();
    expect(debrief.timeline.filter(({ simulated }) => simulated).map(({ type }) => type)).toContain('screened');
  });

  it('does not cap a rating for a red line crossed by a simulated desk, and keeps the figures of the case', () => {
    const play = simulatedPolice();
    screens(play, SIM);
    play.seat(SIM).does('move-person', { person: 'nyota', place: 'cells' });
    play.passes('2h');
    const debrief = debriefOf(play);
    expect(debrief.redLines).toMatchObject([{ redLine: 'child-in-cells', simulated: true }]);
    expect(debrief.competencies.flatMap(({ redLines }) => redLines)).toEqual([]);
    expect(debrief.headline.referral.identified).toBe(1);
  });

  it('looks only at the acting desk: with people at both desks, the same line caps', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('30m');
    screens(play, 'p1');
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    play.passes('2h');
    expect(debriefOf(play).competencies.flatMap(({ redLines }) => redLines)).toContain('child-in-cells');
  });
});
