/** Every task can be met by its desks, and no desk is rated on something that never came up. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { placesOfPowers, powersFor, rolePowers, whyNever } from '../play-facts.ts';
import type { Condition } from '../../vocabulary/conditions.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Path } from '../source-map.ts';

export const checkRubric: Check = (subject) => {
  const { scenario, report } = subject;
  const first = new Map<string, { path: Path; count: number }>();
  for (const [id, task] of Object.entries(scenario.rubric)) {
    const path = ['rubric', id];
    const seen = first.get(task.competency);
    first.set(task.competency, { path: seen?.path ?? [...path, 'competency'], count: (seen?.count ?? 0) + 1 });
    if (task.weight === 'must' && task.window?.after !== undefined && task.chance === undefined) {
      report('TASK_WITHOUT_CHANCE', [...path, 'window', 'after'], { task: id }, 'key');
    }
    if (!neverTrue(subject, [...path, 'do'], `The task \`${id}\``, task.do)) checkPowers(subject, id, task);
    neverTrue(subject, [...path, 'chance'], `The chance of the task \`${id}\``, task.chance);
  }
  for (const [competency, { path, count }] of first) if (count === 1) report('COMPETENCY_THIN', path, { competency });
  for (const [id, line] of Object.entries(scenario['red-lines']))
    neverTrue(subject, ['red-lines', id, 'when'], `The red line \`${id}\``, line.when);
  for (const [id, pin] of Object.entries(scenario.debrief.pins))
    neverTrue(subject, ['debrief', 'pins', id, 'when'], `The pin \`${id}\``, pin.when);
};

function neverTrue(subject: CaseUnderCheck, path: Path, what: string, condition: Condition | undefined): boolean {
  const why = condition && whyNever(condition, subject);
  if (why !== undefined) subject.report('CAN_NEVER_BE', path, { what, why }, 'key');
  return why !== undefined;
}

/** A task needs one act of one desk: if several desks may do it, one with the power is enough. */
function checkPowers(subject: CaseUnderCheck, id: string, task: Scenario['rubric'][string]): void {
  const needed = powersFor(task.do);
  const [power] = needed;
  if (!subject.law || power === undefined || task.do['by'] !== undefined || task.desks.length === 0) return;
  const roles = task.desks.filter((role) => subject.known.role.has(role));
  if (roles.length === 0 || roles.some((role) => needed.some((each) => rolePowers(subject, role).has(each)))) return;
  const related = roles.flatMap((role) => placesOfPowers(subject, role));
  const params = { task: id, role: roles[0] ?? '', power };
  subject.report('TASK_WITHOUT_POWER', ['rubric', id, 'desks', 0], params, 'value', related);
}
