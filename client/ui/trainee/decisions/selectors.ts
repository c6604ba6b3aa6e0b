/** Selectors of the decisions screen. Pure. */
import type { DecisionState, World } from '../../../../shared/exercise/world.ts';

export type DecisionStage = 'open' | 'proposed' | 'made';

export const decisionStage = (decision: DecisionState): DecisionStage =>
  decision.made ? 'made' : decision.proposal ? 'proposed' : 'open';

/** The decisions opened for this desk: undecided first, then newest first. */
export function decisionRows(world: World): { id: string; decision: DecisionState }[] {
  return Object.entries(world.decisions)
    .map(([id, decision]) => ({ id, decision }))
    .sort(
      (a, b) =>
        Number(a.decision.made !== undefined) - Number(b.decision.made !== undefined) ||
        b.decision.openedAt - a.decision.openedAt,
    );
}

/** The desks whose agreement to the proposal is missing. The proposing desk agrees by proposing. */
export function waitingFor(decision: DecisionState, mustAgree: readonly string[]): string[] {
  if (!decision.proposal || decision.made) return [];
  const { by } = decision.proposal;
  return mustAgree.filter((role) => role !== by && !decision.agreed.includes(role));
}

/** How this desk may respond to a proposal: agree while its agreement is missing (also after a dissent), dissent once per option. */
export function possibleResponses(
  decision: DecisionState,
  mustAgree: readonly string[],
  role: string,
): { agree: boolean; dissent: boolean } {
  const agree = waitingFor(decision, mustAgree).includes(role);
  const option = decision.proposal?.option;
  const hasDissented = decision.dissent.some((entry) => entry.by === role && entry.option === option);
  return { agree, dissent: agree && !hasDissented };
}
