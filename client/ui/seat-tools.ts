/** Makes the tools that screens work with out of a state and the few ways to act on it. Pure: the same for a seat and for looking over a shoulder. */
import { type Card, typedLookup } from '../../shared/protocol/cards.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { caseNow } from '../state/client-store.ts';
import { deviceNow } from '../state/device-time.ts';
import type { ClientAction, ClientState } from '../state/reduce-client-state.ts';
import type { SeatTools } from './seat.ts';

export interface SeatMeans {
  readOnly: boolean;
  dispatch: (action: ClientAction) => void;
  send: (body: AnyCommand) => Promise<CommandAnswer>;
  /** Fetches a card that is not there. */
  want: (id: string) => void;
  stepOut: (out: boolean) => void;
}

/** Powers of a desk: from its card, where the scenario may add some; until that is here, from the law of an agency of the same name. */
const powersIn = (card: Card<'role'> | undefined, law: Jurisdiction | undefined, role: string): readonly string[] =>
  card?.facts?.powers ?? law?.agencies[role]?.powers ?? [];

export function makeSeatTools(state: ClientState, means: SeatMeans): SeatTools {
  const role = state.me?.role ?? '';
  const card = typedLookup((id) => {
    const found = state.cards[id];
    if (!found) means.want(id);
    return found;
  });
  const now = (): number => caseNow(state, deviceNow());
  return {
    state,
    world: state.world,
    role,
    seat: state.me?.seat ?? '',
    readOnly: means.readOnly,
    get law() {
      return card('law')?.facts;
    },
    can: (power) => role !== '' && powersIn(card(`role:${role}`), card('law')?.facts, role).includes(power),
    send: means.send,
    card,
    words: (ref) => (ref ? (card(`text:${ref}`)?.text ?? '') : ''),
    caseNow: now,
    select: (selection) => means.dispatch({ type: 'select', selection }),
    markSeen: (topic) => means.dispatch({ type: 'seen', topic, at: Math.floor(now()) }),
    isNew: (topic, at) => at > (state.seen[topic] ?? -1),
    draft: <T extends object>(key: string, initial: T): [T, (next: Partial<T>) => void, () => void] => {
      const value = { ...initial, ...state.drafts[key] } as T;
      const put = (next: Partial<T>): void => means.dispatch({ type: 'draft', key, value: next });
      return [value, put, () => means.dispatch({ type: 'draft', key, value: undefined })];
    },
    setStepOut: means.stepOut,
  };
}
