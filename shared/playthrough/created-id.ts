/** Which id a command created: what `as` in a playthrough names. */
import type { CommandType } from '../exercise/commands.ts';
import type { EventType, KnownEvent } from '../exercise/events.ts';

/** The id of the first thing that these events bring into being, or undefined. */
export function createdId(events: readonly KnownEvent[]): string | undefined {
  for (const event of events) {
    const id = creationOf(event);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Commands that create something, and the event that says so. */
export const CREATES: Partial<Record<CommandType, EventType>> = {
  'plan-interview': 'interview-planned',
  'assess-needs': 'needs-assessed',
  'make-request': 'request-made',
  'ask-consent': 'consent-asked',
  'call-conference': 'conference-called',
  'propose-action': 'action-proposed',
  'set-charge': 'charge-set',
  'send-message': 'message-sent',
  'log-decision': 'decision-logged',
};

/** What this event brings into being. */
export function creationOf(event: KnownEvent): string | undefined {
  switch (event.type) {
    case 'interview-planned':
      return event.interview;
    case 'needs-assessed':
      return event.referral;
    case 'request-made':
      return event.request;
    case 'consent-asked':
      return event.consent;
    case 'conference-called':
      return event.conference;
    case 'action-proposed':
      return event.action;
    case 'charge-set':
      return event.charge;
    case 'message-sent':
      return event.message;
    case 'decision-logged':
      return event.entry;
    default:
      return undefined;
  }
}
