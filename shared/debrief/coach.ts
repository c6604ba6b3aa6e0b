/**
 * The question coach: the questions of each interview, their effect on trust, and questions that have a better wording.
 */
import type { Event } from '../exercise/events.ts';
import { scriptOf } from '../exercise/script-of.ts';
import type { QuestionCoach } from './debrief.ts';
import { eventsOf, type Played } from './played.ts';
import { authoredQuestion } from './repeated-questions.ts';
import type { SeatHistory } from './simulated.ts';

/** Smallest change of trust that a person in the room would notice. */
const NOTICEABLE = 2;

type TurningPoint = QuestionCoach['turningPoints'][number];

/** One entry for each interview with at least one question, in the order of their start. */
export function coachOf(played: Played, sittings: SeatHistory): QuestionCoach[] {
  return Object.entries(played.end.world.interviews).flatMap(([id, interview]): QuestionCoach[] => {
    const script = scriptOf(played.compiled.scenario, interview);
    if (interview.turns.every((turn) => sittings.isSimulatedAct(turn))) return [];
    const counts: Record<string, number> = {};
    for (const { questionType } of interview.turns) counts[questionType] = (counts[questionType] ?? 0) + 1;
    const asked = [...new Set(interview.turns.map(({ question }) => question))];
    return [
      {
        interview: id,
        script,
        person: interview.person,
        role: interview.by,
        counts,
        better: asked.filter((question) => authoredQuestion(played.compiled, script, question)?.better !== undefined),
        turningPoints: turningPoints(played, id, script),
      },
    ];
  });
}

function turningPoints(played: Played, interview: string, script: string): TurningPoint[] {
  return eventsOf(played, 'question-asked')
    .filter((event) => event.interview === interview)
    .flatMap((asked): TurningPoint[] => {
      const trust = trustChange(played, asked);
      const told = revealsInformation(played, script, asked);
      const way = told || trust >= NOTICEABLE ? 'opened' : trust <= -NOTICEABLE ? 'closed' : undefined;
      return way ? [{ question: asked.question, seq: asked.seq, way }] : [];
    });
}

/** The effect of a question on trust: the mood change between it and the next question. */
function trustChange(played: Played, asked: Event<'question-asked'>): number {
  const moods = eventsOf(played, 'mood-changed').filter((event) => event.person === asked.person);
  const next = eventsOf(played, 'question-asked').find(
    (event) => event.seq > asked.seq && event.person === asked.person,
  );
  const before =
    moods.findLast(({ seq }) => seq < asked.seq)?.trust ?? played.compiled.scenario.people[asked.person]?.start.trust;
  const after = moods.findLast(
    ({ seq, at }) => seq > asked.seq && at === asked.at && (next === undefined || seq < next.seq),
  )?.trust;
  return before === undefined || after === undefined ? 0 : after - before;
}

/** True if the answer revealed information. */
function revealsInformation(played: Played, script: string, asked: Event<'question-asked'>): boolean {
  const answered = eventsOf(played, 'answer-given').find(
    (event) => event.seq > asked.seq && event.interview === asked.interview,
  );
  if (!answered || answered.question !== asked.question) return false;
  const answer = authoredQuestion(played.compiled, script, asked.question)?.answers[answered.answer];
  return (answer?.tells.length ?? 0) > 0;
}
