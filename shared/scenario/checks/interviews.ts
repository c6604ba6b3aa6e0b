/** Questions can be asked, harmful ones have a better wording, and every question, request and offer has an answer. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { whyNever } from '../play-facts.ts';
import type { QuestionType } from '../../vocabulary/enums.ts';
import type { Condition } from '../../vocabulary/conditions.ts';
import type { Path } from '../source-map.ts';

export const checkInterviews: Check = (subject) => {
  for (const [id, interview] of Object.entries(subject.scenario.interviews)) {
    let open = 0;
    for (const [topic, { questions }] of Object.entries(interview.topics)) {
      for (const [question, { type, needs, answers, better }] of Object.entries(questions)) {
        const path = ['interviews', id, 'topics', topic, 'questions', question];
        const address = `${id}.${topic}.${question}`;
        const why =
          needs &&
          (asksItself(needs, address) ? 'its condition waits for the question itself' : whyNever(needs, subject));
        if (why !== undefined) subject.report('QUESTION_NEVER_OFFERED', [...path, 'needs'], { question, why }, 'key');
        if (needs === undefined) open++;
        if (NEEDS_BETTER.has(type) && better === undefined)
          subject.report('QUESTION_WITHOUT_BETTER', [...path, 'type'], { question, type });
        checkAnswers(subject, answers, [...path, 'answers'], `the question \`${question}\``);
      }
    }
    if (open === 0) subject.report('INTERVIEW_WITHOUT_QUESTIONS', ['interviews', id], { interview: id }, 'key');
  }
  for (const [id, person] of Object.entries(subject.scenario.people)) {
    for (const [kind, answers] of Object.entries(person.consents)) {
      checkAnswers(subject, answers ?? [], ['people', id, 'consents', kind], `\`${id}\` asked for \`${kind}\``);
    }
  }
};

/** Types of harmful questions; the debrief shows a better wording of each. */
const NEEDS_BETTER: ReadonlySet<QuestionType> = new Set(['leading', 'blaming', 'promise']);

const asksItself = (needs: Condition, address: string): boolean =>
  (needs.happened === 'question-asked' && needs['question'] === address) ||
  (needs.all ?? []).some((one) => asksItself(one, address));

/** The first match counts, so an answer without `when` ends the list. */
function checkAnswers(
  { report }: CaseUnderCheck,
  answers: readonly { when?: Condition | undefined }[],
  path: Path,
  of: string,
): void {
  const always = answers.findIndex((answer) => answer.when === undefined);
  if (always < 0 && answers.length > 0)
    report('ANSWERS_RUN_OUT', [...path, answers.length - 1, 'when'], { of: upper(of) }, 'key');
  if (always >= 0 && always < answers.length - 1) report('ANSWER_NEVER_GIVEN', [...path, always + 1], { of });
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
