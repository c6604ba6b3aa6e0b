/** A charge as a form draft and as a command. Pure. */
import type { CommandOf } from '../../../../shared/vocabulary/commands.ts';
import type { NonPunishment } from '../../../../shared/vocabulary/enums.ts';
import type { Charge } from '../../../../shared/exercise/world.ts';
import type { Offence } from './selectors.ts';

export interface ChargeDraft extends Record<string, unknown> {
  offence: string;
  act: string[];
  means: string[];
  purpose: string[];
  child: 'yes' | 'no' | '';
  nonPunishment: NonPunishment;
  remedies: string[];
  reason: string;
}

export const EMPTY_CHARGE: ChargeDraft = {
  offence: '',
  act: [],
  means: [],
  purpose: [],
  child: '',
  nonPunishment: 'not-checked',
  remedies: [],
  reason: '',
};

/** The draft that edits a stored charge. */
export const draftOf = (charge: Charge, reason: string): ChargeDraft => ({
  offence: charge.offence,
  act: charge.act,
  means: charge.means,
  purpose: charge.purposeItems,
  child: charge.child ? 'yes' : 'no',
  nonPunishment: charge.nonPunishment,
  remedies: charge.remedies,
  reason,
});

/** The command, or undefined while the offence, or the age that its child rule needs, is missing. */
export function chargeCommand(
  person: string,
  offence: Offence | undefined,
  draft: ChargeDraft,
): CommandOf<'set-charge'> | undefined {
  if (!offence || (offence['child-rule'] && draft.child === '')) return undefined;
  const reason = draft.reason.trim();
  return {
    type: 'set-charge',
    person,
    offence: draft.offence,
    act: draft.act,
    means: draft.means,
    purposeItems: draft.purpose,
    child: draft.child === 'yes',
    nonPunishment: draft.nonPunishment,
    remedies: draft.remedies,
    reason: reason === '' ? undefined : reason,
  };
}
