import { describe, expect, it } from 'vitest';
import { proposeSeats } from '../../../client/ui/trainer/set-up/propose-seats.ts';
import type { DeskNeed } from '../../../client/ui/trainer/set-up/propose-seats.ts';

const desks: DeskNeed[] = [
  { role: 'police', min: 1, max: 6, required: true },
  { role: 'service', min: 1, max: 4, required: true },
  { role: 'labour', min: 2, max: 4, required: false },
];
const sum = (seats: Record<string, number>): number => Object.values(seats).reduce((a, b) => a + b, 0);

describe('proposeSeats', () => {
  it('seats the required desks first', () => {
    expect(proposeSeats(desks, 2)).toEqual({
      seats: { police: 1, service: 1, labour: 0 },
      leftOut: ['labour'],
      short: 0,
      over: 0,
    });
  });
  it('reports how many people the required desks lack', () => {
    expect(proposeSeats(desks, 1)).toMatchObject({ short: 1, leftOut: ['labour'] });
  });
  it('opens another desk only with its minimum number of people', () => {
    expect(proposeSeats(desks, 3).seats['labour']).toBe(0);
    expect(proposeSeats(desks, 4).seats).toEqual({ police: 1, service: 1, labour: 2 });
  });
  it('spreads the other people evenly and never beyond the capacity of a desk', () => {
    for (let people = 2; people <= 14; people += 1) {
      const proposal = proposeSeats(desks, people);
      expect(sum(proposal.seats) + proposal.over).toBe(people);
      for (const desk of desks) expect(proposal.seats[desk.role]).toBeLessThanOrEqual(desk.max);
    }
    expect(proposeSeats(desks, 14).seats).toEqual({ police: 6, service: 4, labour: 4 });
  });
  it('reports how many people get no seat', () => {
    expect(proposeSeats(desks, 20).over).toBe(6);
  });
});
