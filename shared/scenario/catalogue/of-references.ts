/** Diagnostics about ids, conditions, effects and states: references to missing or unsuitable things. */
import { code, didYouMean, error, list, warning } from './rule.ts';

export const OF_REFERENCES = {
  UNKNOWN_ID: error((p: { kind: string; id: string; meant?: string | undefined; known: string[] }) => ({
    message: `There is no ${p.kind} ${code(p.id)}.`,
    remedy: didYouMean(p.meant, p.known, p.kind),
  })),
  UNUSED_ID: warning((p: { kind: string; id: string; use: string }) => ({
    message: `The ${p.kind} ${code(p.id)} is never used.`,
    remedy: `${p.use}, or remove it.`,
  })),
  UNKNOWN_EVENT: error((p: { event: string; meant?: string | undefined }) => ({
    message: `There is no event ${code(p.event)}.`,
    remedy: p.meant !== undefined ? `Did you mean ${code(p.meant)}?` : 'docs/authoring/reference.md lists all events.',
  })),
  EVENT_HAS_NO_FIELD: error((p: { event: string; field: string; meant?: string | undefined; fields: string[] }) => ({
    message: `${code(p.event)} has no ${code(p.field)}, so this can never be true.`,
    remedy: p.fields.length === 0 ? `${code(p.event)} has no fields.` : didYouMean(p.meant, p.fields, 'fields'),
  })),
  CONDITION_TWO_QUESTIONS: error((p: { first: string; second: string }) => ({
    message: `This condition asks two things at once: ${code(p.first)} and ${code(p.second)}.`,
    remedy: `Write them as two conditions: ${code(`all: [{${p.first}: …}, {${p.second}: …}]`)}.`,
  })),
  CONDITION_INCOMPLETE: error((p: { asks: string; lacks: string }) => ({
    message: `A condition with ${code(p.asks)} needs ${code(p.lacks)}.`,
    remedy: `Add ${code(`${p.lacks}:`)} to this condition.`,
  })),
  CONDITION_KEY_UNUSED: error((p: { asks: string; key: string; fits: string[] }) => ({
    message: `${code(p.key)} cannot be used with ${code(p.asks)}.`,
    remedy: p.fits.length === 0 ? 'Remove it.' : `With ${code(p.asks)} you can use ${list(p.fits)}.`,
  })),
  EFFECT_INCOMPLETE: error((p: { verb: string; lacks: string; why: string }) => ({
    message: `${code(p.verb)} needs ${code(p.lacks)}.`,
    remedy: `Add ${code(`${p.lacks}:`)} to say ${p.why}.`,
  })),
  EFFECT_KEY_UNUSED: error((p: { verb: string; key: string }) => ({
    message: `${code(p.key)} cannot be used with ${code(p.verb)}.`,
    remedy: 'Remove it, or write it as a separate effect.',
  })),
  SIGNAL_UNHEARD: warning((p: { signal: string; meant?: string | undefined }) => ({
    message: `No statechart listens to ${code(p.signal)}.`,
    remedy:
      p.meant !== undefined
        ? `Did you mean ${code(p.meant)}?`
        : `Add ${code(`on: {${p.signal}: …}`)} to a state, or remove the effect.`,
  })),
  SIGNAL_NEVER_SENT: warning((p: { signal: string; meant?: string | undefined }) => ({
    message: `Nothing sends ${code(p.signal)}, and no event has this name.`,
    remedy:
      p.meant !== undefined
        ? `Did you mean ${code(p.meant)}?`
        : `Add an effect ${code(`send: ${p.signal}`)}, or remove the transition.`,
  })),
  CHART_WITHOUT_INITIAL: error((p: { state: string; known: string[] }) => ({
    message: `${code(p.state)} has inner states but no ${code('initial')}.`,
    remedy: `Add ${code('initial:')} with one of ${list(p.known)}, or ${code('type: parallel')}.`,
  })),
  CHART_WITHOUT_STATES: error((p: { state: string }) => ({
    message: `${code(p.state)} has no states.`,
    remedy: `Add ${code('states:')} with at least one state.`,
  })),
  UNKNOWN_STATE: error((p: { state: string; meant?: string | undefined; known: string[] }) => ({
    message: `There is no state ${code(p.state)}.`,
    remedy: didYouMean(p.meant, p.known, 'states'),
  })),
  STATE_UNREACHABLE: warning((p: { state: string }) => ({
    message: `No transition leads to the state ${code(p.state)}.`,
    remedy: 'Add a transition with this state as `target`, or remove the state.',
  })),
  STATE_CANNOT_HAVE: error((p: { state: string; key: string; why: string }) => ({
    message: `The state ${code(p.state)} cannot have ${code(p.key)}: ${p.why}.`,
    remedy: `Remove ${code(p.key)} or change the ${code('type')}.`,
  })),
  TRANSITION_IDLE: error((_: object) => ({
    message: 'This transition has neither a target nor an effect.',
    remedy: 'Add `target:` or `does:`.',
  })),
  ALWAYS_LOOPS: error((p: { states: string[] }) => ({
    message: `The states ${list(p.states)} form an endless loop.`,
    remedy: 'Add a `guard` to the `always` of one of them.',
  })),
};
