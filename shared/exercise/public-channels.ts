/**
 * What lawfully tells a desk of things that it was not told: the declared channels. Two worlds that differ only in what a desk may
 * not know are the same to it, except for these; `tests/trust/leaks/two-worlds` compares every byte. Each is as narrow as an
 * officer's own finding out would be, and each is used by some play, or a test fails.
 */
import type { CommandType } from '../vocabulary/commands.ts';
import type { EventType } from '../vocabulary/events.ts';
import type { RejectionCode } from './rejections.ts';

export interface PublicChannel {
  name: string;
  /** The acts by which a desk finds out; `*` where the act does not matter. */
  by: readonly CommandType[] | '*';
  /** What the act may end with; two of these may stand against each other. */
  outcomes?: readonly (RejectionCode | 'accepted')[];
  /** Events that the act may or may not bring. */
  events?: readonly EventType[];
  /** Fields of events that may differ. */
  fields?: Partial<Record<EventType, readonly string[]>>;
  /** Fields of the room's public state that may differ. */
  room?: readonly string[];
  /** How an officer would find this out in life by the same act. */
  because: string;
}

export const PUBLIC_CHANNELS: readonly PublicChannel[] = [
  {
    name: 'the phase of the day',
    by: '*',
    room: ['phase'],
    because: 'the author made these states public: all in the room hear what part of the day it is',
  },
  {
    name: 'a number that was drawn',
    by: ['ask-consent', 'assess-needs', 'call-conference', 'propose-action'],
    fields: {
      'consent-asked': ['consent'],
      'consent-given': ['consent'],
      'consent-refused': ['consent'],
      'needs-assessed': ['referral'],
      'referral-consented': ['referral', 'consent'],
      'conference-called': ['conference'],
      'action-proposed': ['action'],
      'action-decided': ['action'],
    },
    because: 'a form gets a number by lot, so that the number says nothing of how many forms there are',
  },
  {
    name: 'how a person answers a request for consent',
    by: ['ask-consent'],
    events: ['consent-given', 'consent-refused', 'referral-consented'],
    because: 'a person who trusts less, because of what others did before, says no to the officer who asks',
  },
  {
    name: 'how a person bears itself in a talk',
    by: ['begin-account', 'ask', 'end-break'],
    fields: { 'account-begun': ['posture'], 'answer-given': ['posture'], 'break-ended': ['posture'] },
    because:
      'a person who is tired or afraid, because of what others did before, sits there so, and the officer sees it',
  },
  {
    name: 'what still lies at a place',
    by: ['take-item'],
    outcomes: ['accepted', 'already-taken', 'gone'],
    because: 'an officer who stands at the place and reaches for a thing sees that it is not there any more',
  },
  {
    name: 'who is near the person one speaks for',
    by: ['speak-for'],
    outcomes: ['accepted', 'unheard'],
    because: 'a person of the case sees who is beside it, and so does the one who speaks for it',
  },
];
