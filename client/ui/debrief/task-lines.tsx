/** Tasks with their results. Each opens the log lines behind its mark. */
import type { TaskMark } from '../../../shared/debrief/debrief.ts';
import { CaseTime, RoleTag, useKit, useT } from '../kit/index.ts';
import type { EvidenceOf } from './evidence.tsx';
import { ResultChip, SimulatedChip } from './rating.tsx';
import { useNames } from '../../names/use-names.ts';

export type ShowEvidence = (evidence: EvidenceOf) => void;

export function TaskLines({
  tasks,
  show,
  plain = false,
}: {
  tasks: readonly TaskMark[];
  show: ShowEvidence;
  plain?: boolean;
}) {
  const t = useT('debrief');
  const { card } = useKit();
  const { name } = useNames();
  return (
    <ul class="plain task-lines">
      {tasks.map((task) => {
        const title = name('task', task.task);
        return (
          <li key={task.task}>
            <button
              type="button"
              class="card flat task-line"
              onClick={() => show({ title, teaches: card(`task:${task.task}`)?.text, of: { task } })}
            >
              {plain ? (
                <span class="tick" aria-hidden="true">
                  ✓
                </span>
              ) : (
                <ResultChip result={task.result} />
              )}
              <span class="task-title">{title}</span>
              <span class="task-aside">
                {task.simulated && <SimulatedChip />}
                {!plain && task.weight === 'must' && <span class="small dim">{t('must')}</span>}
                {task.doneAt !== undefined && <CaseTime at={task.doneAt} short />}
                {task.desks.slice(0, 3).map((desk) => (
                  <RoleTag key={desk} role={desk} />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
