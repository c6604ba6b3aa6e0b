import { describe, expect, test } from 'vitest';
import { chargeCommand, draftOf, EMPTY_CHARGE } from '../../../client/ui/trainee/charging/charge-draft.ts';
import { EMPTY_PLAN, planCommand } from '../../../client/ui/trainee/interview/plan-draft.ts';
import { TraineeCommand } from '../../../shared/vocabulary/commands.ts';
import { charge } from './worlds.ts';

describe('planning an interview', () => {
  const plan = { ...EMPTY_PLAN, place: 'station', recorded: 'no' };

  test('requires kind, place and recording; helpers are optional', () => {
    expect(planCommand('nyota', undefined, plan)).toBeUndefined();
    expect(planCommand('nyota', 'account', { ...plan, place: '' })).toBeUndefined();
    expect(planCommand('nyota', 'account', { ...plan, recorded: '' })).toBeUndefined();
    const command = planCommand('nyota', 'account', { ...plan, interpreter: 'salma' });
    expect(command).toMatchObject({ place: 'station', recorded: false, interpreter: 'salma', support: undefined });
    expect(TraineeCommand.safeParse(command).success).toBe(true);
  });
});

describe('drafting a charge', () => {
  const trafficking = { title: 'T', section: '4', elements: ['act' as const, 'purpose' as const], 'child-rule': true };

  test('requires the offence, and the age if the child rule depends on it', () => {
    const draft = { ...EMPTY_CHARGE, offence: 'trafficking' };
    expect(chargeCommand('coach', undefined, draft)).toBeUndefined();
    expect(chargeCommand('coach', trafficking, draft)).toBeUndefined();
    expect(chargeCommand('coach', { ...trafficking, 'child-rule': false }, draft)).toMatchObject({ child: false });
    expect(chargeCommand('coach', trafficking, { ...draft, child: 'yes' })).toMatchObject({
      child: true,
      reason: undefined,
    });
  });

  test('sends a stored charge unchanged if it was not edited', () => {
    const kept = charge({
      act: ['ticket'],
      purposeItems: ['ledger'],
      child: true,
      remedies: ['restitution'],
      nonPunishment: 'checked-does-not-apply',
    });
    const command = chargeCommand('coach', trafficking, draftOf(kept, 'because'));
    expect(command).toEqual({ type: 'set-charge', ...kept, state: undefined, reason: 'because' });
    expect(TraineeCommand.safeParse(command).success).toBe(true);
  });
});
