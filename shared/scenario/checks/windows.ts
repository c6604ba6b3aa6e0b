/** Time windows are open for a while, and waiting conditions can become true. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { whyNever } from '../play-facts.ts';
import type { Condition } from '../../vocabulary/conditions.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Path } from '../source-map.ts';
import { conditionsOf } from '../visit.ts';

export const checkWindows: Check = (subject) => {
  const { scenario, report } = subject;
  for (const [id, task] of Object.entries(scenario.rubric)) {
    const closed = task.window && whyClosed(task.window, scenario.starts);
    if (closed)
      report('WINDOW_CLOSED', ['rubric', id, 'window', closed.key], { of: `the task \`${id}\``, why: closed.why });
  }
  for (const [id, { expects }] of Object.entries(scenario.injects)) {
    if (expects?.within === 0)
      report('WINDOW_CLOSED', ['injects', id, 'expects', 'within'], {
        of: `the inject \`${id}\``,
        why: 'it has no length',
      });
  }
  for (const { path, value } of outermost(scenario)) checkWaiting(subject, path, value);
};

type Window = NonNullable<Scenario['rubric'][string]['window']>;

function whyClosed(window: Window, starts: number): { key: keyof Window; why: string } | undefined {
  const { after, by, within, late } = window;
  if (within === 0) return { key: 'within', why: 'it has no length' };
  if (by !== undefined && by <= starts) return { key: 'by', why: 'it closes before the case starts' };
  if (by !== undefined && after?.clock?.after !== undefined && by <= after.clock.after)
    return { key: 'by', why: 'it closes before it opens' };
  if (late === undefined) return undefined;
  // `late` counts from the same moment as `within`; after `by` it is added.
  if (within !== undefined && late <= within) return { key: 'late', why: '`late` ends before `within` does' };
  return late === 0 ? { key: 'late', why: '`late` has no length' } : undefined;
}

/** Reasons that have their own diagnostics. */
const HAVE_OWN_DIAGNOSTIC: readonly RegExp[] = [
  /^rubric\.[^.]+\.(do|chance)$/,
  /^red-lines\.[^.]+\.when$/,
  /^debrief\.pins\.[^.]+\.when$/,
  /^decisions\.[^.]+\.when$/,
  /^injects\.[^.]+\.when$/,
  /\.needs$/,
];

function outermost(scenario: Scenario): { path: Path; value: Condition }[] {
  const seen = new Set<string>();
  return conditionsOf(scenario).filter(({ path }) => {
    const inner = path.some((_, length) => seen.has(path.slice(0, length).join('.')));
    seen.add(path.join('.'));
    return !inner;
  });
}

const WAITS: Readonly<Record<string, string>> = {
  guard: 'This transition',
  when: 'What waits for this',
  after: 'The beginning of this window',
  undone: 'What would undo this',
  unless: 'What would stop this',
  do: 'What is expected',
  'repaired-by': 'What would repair this',
  'lasts-from': 'What starts this clock',
};

function checkWaiting(subject: CaseUnderCheck, path: Path, condition: Condition): void {
  const name = path.join('.');
  if (HAVE_OWN_DIAGNOSTIC.some((each) => each.test(name))) return;
  const why = whyNever(condition, subject);
  const what = WAITS[String(path.at(-1))] ?? 'This condition';
  if (why !== undefined) subject.report('CAN_NEVER_BE', path, { what, why }, 'key');
}
