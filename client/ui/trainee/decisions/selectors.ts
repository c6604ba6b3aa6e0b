/** What the decisions screen reads from a desk's world. Pure. */
import type { DecisionState, World } from '../../../../shared/exercise/world.ts';

export type DecisionStage = 'open' | 'proposed' | 'made';

export const decisionStage = (decision: DecisionState): DecisionStage =>
  decision.made ? 'made' : decision.proposal ? 'proposed' : 'open';

/** Decisions opened for this desk: those waiting first, newest first among equals. */
export function decisionRows(world: World): { id: string; decision: DecisionState }[] {
  return Object.entries(world.decisions)
    .map(([id, decision]) => ({ id, decision }))
    .sort(
      (a, b) =>
        Number(a.decision.made !== undefined) - Number(b.decision.made !== undefined) ||
        b.decision.openedAt - a.decision.openedAt,
    );
}

/** Desks whose agreement is still missing for what is proposed. The proposer agrees by proposing. */
export function waitingFor(decision: DecisionState, mustAgree: readonly string[]): string[] {
  if (!decision.proposal || decision.made) return [];
  const { by } = decision.proposal;
  return mustAgree.filter((role) => role !== by && !decision.agreed.includes(role));
}

/** What this desk can say to a proposal: agree while its agreement is missing (also after a dissent), dissent once for each option. */
export function voice(
  decision: DecisionState,
  mustAgree: readonly string[],
  role: string,
): { agree: boolean; dissent: boolean } {
  const agree = waitingFor(decision, mustAgree).includes(role);
  const option = decision.proposal?.option;
  const dissented = decision.dissent.some((entry) => entry.by === role && entry.option === option);
  return { agree, dissent: agree && !dissented };
}
