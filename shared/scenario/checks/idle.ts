/** Every desk has something to do, and before half of the lesson is over. `simulate` measures what really happens. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { finders, powersFor, rolePowers } from '../play-facts.ts';
import { INTERVIEW_POWERS, type Power } from '../../vocabulary/enums.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Minutes of class after which idle time is too long. */
const MAX_IDLE_MINUTES = 15;
const MINUTE = 60_000;

export const checkIdle: Check = (subject) => {
  const { scenario, report } = subject;
  for (const role of Object.keys(scenario.roles)) {
    if (canAct(subject, role)) continue;
    const first = firstCall(scenario, role);
    const minutes = Math.round((first - scenario.starts) / MINUTE / scenario.pace);
    if (first === Number.POSITIVE_INFINITY) report('DESK_WITHOUT_WORK', ['roles', role], { role }, 'key');
    else if (minutes > MAX_IDLE_MINUTES) report('DESK_IDLE', ['roles', role], { role, minutes }, 'key');
  }
};

/** True if this desk can begin something by itself at any time. */
function canAct(subject: CaseUnderCheck, role: string): boolean {
  const { scenario } = subject;
  const powers = rolePowers(subject, role);
  const may = (...needed: Power[]) => needed.some((power) => powers.has(power));
  const people = Object.values(scenario.people);
  const has = (record: object) => Object.keys(record).length > 0;
  return [
    () => Object.keys(scenario.items).some((id) => finders(subject, id).includes(role)),
    () => scenario.roles[role]?.knows.some((id) => isWanted(scenario, role, id)) ?? false,
    () => may('screen') && people.some(({ screening }) => screening !== undefined),
    () => may(...INTERVIEW_POWERS) && has(scenario.interviews),
    () => may('assess-needs', 'refer') && people.some(({ needs }) => needs.length > 0),
    () => may('request-outside') && has(scenario.holdings),
    () => may('charge') && has(scenario.charges),
    () => Object.values(scenario.services).some((service) => service['run-by'] === role),
    () => Object.values(scenario.decisions).some(({ propose, agree }) => [...propose, ...agree].includes(role)),
    () => Object.values(scenario.operations).some(({ lead }) => lead.includes(role)),
    () =>
      Object.values(scenario.rubric).some(
        ({ desks, do: done }) => desks.includes(role) && powersFor(done).some((power) => powers.has(power)),
      ),
  ].some((work) => work());
}

const isWanted = (scenario: Scenario, role: string, item: string): boolean =>
  scenario.items[item]?.['needed-by'].some((other) => other !== role) ?? false;

/** When the story first calls this desk; a conditional inject may come immediately. */
function firstCall(scenario: Scenario, role: string): number {
  const calls = Object.values(scenario.injects).filter(({ to }) => to.includes(role) || to.includes('everyone'));
  return Math.min(...calls.map(({ at }) => at ?? scenario.starts));
}
