/** The plan of an interview as a form draft and as a command. Pure. */
import type { CommandOf } from '../../../../shared/vocabulary/commands.ts';
import type { InterviewKind } from '../../../../shared/vocabulary/enums.ts';

export interface PlanDraft extends Record<string, unknown> {
  kind: string;
  place: string;
  interpreter: string;
  support: string;
  guardian: string;
  recorded: string;
}

export const EMPTY_PLAN: PlanDraft = { kind: '', place: '', interpreter: '', support: '', guardian: '', recorded: '' };

/** The command, or undefined while a required field is missing. Helpers are optional: leaving one out is judged, not prevented. */
export function planCommand(
  person: string,
  kind: InterviewKind | undefined,
  draft: PlanDraft,
): CommandOf<'plan-interview'> | undefined {
  if (!kind || draft.place === '' || draft.recorded === '') return undefined;
  const optional = (value: string): string | undefined => (value === '' ? undefined : value);
  return {
    type: 'plan-interview',
    person,
    kind,
    place: draft.place,
    recorded: draft.recorded === 'yes',
    interpreter: optional(draft.interpreter),
    support: optional(draft.support),
    guardian: optional(draft.guardian),
  };
}
