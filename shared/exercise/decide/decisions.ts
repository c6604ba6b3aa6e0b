/** Commands of authored decisions and of the decision log. */
import type { decisionCommands } from '../../vocabulary/commands/together.ts';
import { role as roleAudience } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { acted, type Desk, firstRefusal, type Handlers, isRole, type Refusal, refuse } from './desk.ts';
import { applyEffects } from './effects.ts';
import { decisionDesks, putBeforeAll } from './told.ts';

const decisionAudience = (stage: Stage, id: string) => roleAudience(...decisionDesks(stage, id));

/** Makes a decision once every seated desk that must agree has agreed to the proposed option. */
function makeDecision(stage: Stage, desk: Desk, id: string): void {
  const authored = stage.compiled.scenario.decisions[id];
  const state = stage.world.decisions[id];
  if (!authored || !state?.proposal || state.made) return;
  const needed = authored.agree.filter((role) => isRole(stage, role));
  if (!needed.every((role) => state.agreed.includes(role))) return;
  const { option } = state.proposal;
  stage.emit({ type: 'decision-made', audience: decisionAudience(stage, id), ...acted(desk), decision: id, option });
  applyEffects(stage, authored.options[option]?.does ?? [], `decision:${id}`);
}

export const decisionHandlers: Handlers<keyof typeof decisionCommands> = {
  'propose-decision': (stage, desk, { decision, option, reason, confidence }) => {
    const authored = stage.compiled.scenario.decisions[decision];
    const state = stage.world.decisions[decision];
    const refusal = firstRefusal(
      // A decision that is not open, or that this desk was not told of, is rejected like one that does not exist.
      () =>
        decisionDesks(stage, decision).includes(desk.role) && authored?.propose.includes(desk.role)
          ? undefined
          : refuse('not-for-you'),
      () => (authored && option in authored.options ? undefined : refuse('unknown-id', { id: option })),
      () => (state?.made ? refuse('already-done') : undefined),
    );
    if (refusal) return refusal;
    putBeforeAll(stage, decision, desk.role);
    stage.emit({
      type: 'decision-proposed',
      audience: decisionAudience(stage, decision),
      ...acted(desk),
      decision,
      option,
      reason,
      confidence,
    });
    makeDecision(stage, desk, decision);
    return undefined;
  },
  'agree-decision': (stage, desk, { decision }) => {
    const state = stage.world.decisions[decision];
    const refusal = firstRefusal(
      () => needsVoice(stage, desk, decision),
      () => (state?.agreed.includes(desk.role) ? refuse('already-done') : undefined),
    );
    if (refusal || !state?.proposal) return refusal;
    const { option } = state.proposal;
    stage.emit({
      type: 'decision-agreed',
      audience: decisionAudience(stage, decision),
      ...acted(desk),
      decision,
      option,
    });
    makeDecision(stage, desk, decision);
    return undefined;
  },
  'dissent-decision': (stage, desk, { decision, text }) => {
    const state = stage.world.decisions[decision];
    const refusal = needsVoice(stage, desk, decision);
    if (refusal || !state?.proposal) return refusal;
    const { option } = state.proposal;
    stage.emit({
      type: 'decision-dissented',
      audience: decisionAudience(stage, decision),
      ...acted(desk),
      decision,
      option,
      text,
    });
    return undefined;
  },
  'log-decision': (stage, desk, { text, reason, rejected, confidence, step }) => {
    if (step !== undefined && !(step in stage.compiled.law['sop-elements'])) return refuse('unknown-id', { id: step });
    const entry = stage.nextId(desk.role, 'entry', stage.world.decisionLog);
    stage.emit({
      type: 'decision-logged',
      audience: roleAudience(desk.role),
      ...acted(desk),
      entry,
      text,
      reason,
      rejected,
      confidence,
      step,
    });
    return undefined;
  },
};

function needsVoice(stage: Stage, desk: Desk, decision: string): Refusal {
  const state = stage.world.decisions[decision];
  return firstRefusal(
    () => (decisionDesks(stage, decision).includes(desk.role) ? undefined : refuse('not-for-you')),
    () => (state?.proposal ? undefined : refuse('not-agreed-yet')),
    () => (state?.made ? refuse('already-done') : undefined),
  );
}
