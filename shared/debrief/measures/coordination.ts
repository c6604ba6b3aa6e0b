/** Measures of coordination: desks make contact, agree tasks, and share the key facts. */
import { neededParts } from '../need-to-know.ts';
import { eventsOf, type Played, rolesOf } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count, minutes } = measuresOf('coordination');

export const coordination: Measures = (played) => {
  const spoke = eventsOf(played, 'statement-made', 'action-proposed', 'action-agreed', 'action-dissented');
  const decided = eventsOf(played, 'action-decided');
  const done = eventsOf(played, 'action-done');
  const dissent = eventsOf(played, 'action-dissented', 'decision-dissented');
  return [
    share(
      'desks-heard-in-conference',
      eventsOf(played, 'conference-called').length === 0
        ? []
        : rolesOf(played).map((role): Instance => {
            const first = spoke.find(({ by }) => by === role);
            return { good: first !== undefined, seq: first?.seq };
          }),
    ),
    share('key-facts-where-needed', keyFacts(played)),
    share('requests-answered', requests(played)),
    share(
      'actions-done-in-time',
      decided.map((action): Instance => {
        const finished = done.find((event) => event.action === action.action);
        return { good: finished !== undefined && finished.at <= action.due, seq: finished?.seq ?? action.seq };
      }),
    ),
    count(
      'actions-agreed',
      decided.map(({ seq }) => seq),
    ),
    count(
      'dissent-recorded',
      dissent.map(({ seq }) => seq),
    ),
    minutes('until-all-in-contact', allInContact(played)),
  ];
};

/** Every item that a desk needs and any desk of the team holds. */
function keyFacts(played: Played): Instance[] {
  const { compiled, end } = played;
  return Object.keys(compiled.scenario.items).flatMap((item) => {
    const known = end.world.items[item]?.known ?? {};
    if (Object.keys(known).length === 0) return [];
    return rolesOf(played).flatMap((role): Instance[] => {
      const parts = neededParts(compiled, item, role);
      return parts.length === 0 ? [] : [{ good: parts.every((part) => known[role]?.parts.includes(part)) }];
    });
  });
}

/** Requests between desks. Requests of the last half hour may still be open, so they do not count. */
function requests(played: Played): Instance[] {
  const answers = eventsOf(played, 'request-answered');
  return eventsOf(played, 'request-made')
    .filter(({ to }) => rolesOf(played).includes(to))
    .flatMap((made): Instance[] => {
      const answer = answers.find((event) => event.request === made.request);
      if (!answer && played.endedAt - made.at < 30 * 60_000) return [];
      return [{ good: answer !== undefined, seq: (answer ?? made).seq }];
    });
}

/** Time until every desk had written, shared, asked or met with another desk. */
function allInContact(played: Played): { ms: number; seq: number }[] {
  const silent = new Set(rolesOf(played));
  const start = eventsOf(played, 'exercise-started')[0]?.at ?? 0;
  for (const event of eventsOf(
    played,
    'message-sent',
    'item-shared',
    'request-made',
    'conference-joined',
    'conference-called',
  )) {
    silent.delete(event.by);
    if ('to' in event) for (const role of [event.to].flat()) silent.delete(role);
    if (silent.size === 0) return [{ ms: event.at - start, seq: event.seq }];
  }
  return [];
}
