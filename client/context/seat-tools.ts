/** Builds the tools of the screens from a state and the actions on it. Pure: a seat and the trainer's view of a desk share it. */
import { type Card, typedLookup } from '../../shared/protocol/cards.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { caseNow } from '../state/client-store.ts';
import { deviceNow } from '../device/device-time.ts';
import type { ClientAction, ClientState } from '../state/reduce-client-state.ts';
import type { SeatTools } from './seat.ts';

export interface SeatActions {
  /** For the trainer's view of a desk, from which no command can be sent. */
  readOnly: boolean;
  /** False in a view of a desk when it is unknown what its person has read. */
  knowsSeen?: boolean;
  dispatch: (action: ClientAction) => void;
  send: (body: AnyCommand) => Promise<CommandAnswer>;
  /** Requests a missing card. */
  requestCard: (id: string) => void;
  stepOut: (out: boolean) => void;
}

/** The powers of a desk: from its card, to which the scenario may add; before the card arrives, from the law pack's agency of that name. */
const powersIn = (card: Card<'role'> | undefined, law: Jurisdiction | undefined, role: string): readonly string[] =>
  card?.facts?.powers ?? law?.agencies[role]?.powers ?? [];

export function makeSeatTools(state: ClientState, actions: SeatActions): SeatTools {
  const role = state.me?.role ?? '';
  const card = typedLookup((id) => {
    const found = state.cards[id];
    if (!found) actions.requestCard(id);
    return found;
  });
  const now = (): number => caseNow(state, deviceNow());
  return {
    state,
    world: state.world,
    role,
    seat: state.me?.seat ?? '',
    readOnly: actions.readOnly || (state.public?.status ?? state.world.status) === 'ended',
    mirror: actions.readOnly,
    knowsSeen: actions.knowsSeen !== false,
    get law() {
      return card('law')?.facts;
    },
    can: (power) => role !== '' && powersIn(card(`role:${role}`), card('law')?.facts, role).includes(power),
    send: actions.send,
    card,
    textOf: (ref) => (ref ? (card(`text:${ref}`)?.text ?? '') : ''),
    caseNow: now,
    select: (selection) => actions.dispatch({ type: 'select', selection }),
    markSeen: (topic) => actions.dispatch({ type: 'seen', topic, at: Math.floor(now()) }),
    isNew: (topic, at) => actions.knowsSeen !== false && at > (state.seen[topic] ?? -1),
    draft: <T extends object>(key: string, initial: T): [T, (next: Partial<T>) => void, () => void] => {
      const value = { ...initial, ...state.drafts[key] } as T;
      const put = (next: Partial<T>): void => actions.dispatch({ type: 'draft', key, value: next });
      return [value, put, () => actions.dispatch({ type: 'draft', key, value: undefined })];
    },
    setStepOut: actions.stepOut,
  };
}
