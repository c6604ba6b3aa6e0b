/** Which id a command created: what `as` in a playthrough names. */
import type { KnownEvent } from '../exercise/events.ts';

/** The id of the first thing that these events bring into being, or undefined. */
export function createdId(events: readonly KnownEvent[]): string | undefined {
  for (const event of events) {
    const id = idOf(event);
    if (id !== undefined) return id;
  }
  return undefined;
}

function idOf(event: KnownEvent): string | undefined {
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
