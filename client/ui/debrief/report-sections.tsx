/** Sections of the report. Each has a heading and a table that screen readers can read. */
import type { ComponentChildren } from 'preact';
import type { Debrief, TaskMark } from '../../../shared/debrief/debrief.ts';
import { FIGURES } from '../../../shared/debrief/measures/ids.ts';
import { formatNumber, formatPercent } from '../../i18n/formats.ts';
import { CaseTime, RoleTag, useKit, useT } from '../kit/index.ts';
import { Explained } from './evidence.tsx';
import { explainRedLine, explainTask } from './explanation.ts';
import { allTasks, type Figure, figuresOf } from './figures.ts';
import { RatingMark, ResultChip, SimulatedChip, SimulatedNote } from './rating.tsx';
import { Measures } from './slide-competencies.tsx';
import { type T, textForId } from '../../i18n/index.ts';
import { useNames } from '../../names/use-names.ts';
import { useSentence } from './use-sentence.ts';

export function Section({ title, children, lead }: { title: string; lead?: string; children: ComponentChildren }) {
  return (
    <section class="report-section">
      <h2>{title}</h2>
      {lead && <p class="dim measure">{lead}</p>}
      {children}
    </section>
  );
}

function Table({
  caption,
  heads,
  children,
}: {
  caption: string;
  heads: readonly string[];
  children: ComponentChildren;
}) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function FiguresTable({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  return (
    <Table
      caption={t('report.figures')}
      heads={[t('report.figure'), t('report.value'), t('report.share'), t('report.goal')]}
    >
      {figuresOf(debrief).map((figure) => (
        <tr key={figure.id}>
          <th scope="row">{textForId('debrief', `figure.${figure.id}`)}</th>
          <td class="num">{countOf(figure, t)}</td>
          <td class="num">{shareOf(figure)}</td>
          <td>{t(`goal.${FIGURES[figure.id]}`)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** No part of nothing, and none of a smaller whole: help may be offered before anyone is identified. */
const isPart = ({ value, of = 0 }: Figure): boolean => of > 0 && value <= of;

function countOf(figure: Figure, t: T<'debrief'>): string {
  const { value, of } = figure;
  if (of === 0 && value === 0) return t('noneToCount');
  return isPart(figure)
    ? t('valueOf', { value: formatNumber(value), all: formatNumber(of ?? 0) })
    : formatNumber(value);
}

const shareOf = (figure: Figure): string => (isPart(figure) ? formatPercent(figure.value / (figure.of ?? 1)) : '–');

export function CompetencySections({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  return (
    <>
      <SimulatedNote roles={debrief.simulated} />
      <Table
        caption={t('report.competencies')}
        heads={[t('report.competency'), t('report.rating'), t('report.tasksDone')]}
      >
        {debrief.competencies.map((mark) => (
          <tr key={mark.competency}>
            <th scope="row">{t(`competency.${mark.competency}`)}</th>
            <td>
              <RatingMark rating={mark.rating} />
            </td>
            <td class="num">
              {t('valueOf', {
                value: goodOf(mark.tasks),
                all: mark.tasks.filter(isRated).length,
              })}
            </td>
          </tr>
        ))}
      </Table>
      {debrief.competencies
        .filter((mark) => mark.tasks.length > 0)
        .map((mark) => (
          <section key={mark.competency} class="report-part">
            <h3>{t(`competency.${mark.competency}`)}</h3>
            <TaskTable tasks={mark.tasks} debrief={debrief} />
            <Measures measures={mark.measures} />
          </section>
        ))}
    </>
  );
}

const isRated = ({ result, simulated }: TaskMark): boolean => result !== 'no-chance' && !simulated;

const goodOf = (tasks: readonly TaskMark[]): number =>
  tasks.filter(isRated).filter((task) => task.result === 'done' || task.result === 'repaired' || task.result === 'late')
    .length;

function TaskTable({ tasks, debrief }: { tasks: readonly TaskMark[]; debrief: Debrief }) {
  const t = useT('debrief');
  const { name } = useNames();
  return (
    <Table
      caption={t('report.tasks')}
      heads={[t('report.task'), t('report.result'), t('report.when'), t('report.evidence')]}
    >
      {tasks.map((task) => (
        <tr key={task.task}>
          <th scope="row">
            {name('task', task.task)} {task.weight === 'must' && <span class="small dim">({t('must')})</span>}
          </th>
          <td>
            <ResultChip result={task.result} /> {task.simulated && <SimulatedChip />}
          </td>
          <td>{task.doneAt === undefined ? '–' : <CaseTime at={task.doneAt} />}</td>
          <td class="small">
            <Explained explanation={explainTask(task, debrief)} level={4} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function RedLineSections({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { card } = useKit();
  const { name } = useNames();
  if (debrief.redLines.length === 0) return <p>{t('report.noRedLines')}</p>;
  return (
    <>
      {debrief.redLines.map((mark) => (
        <section key={`${mark.redLine} ${mark.at}`} class="report-part">
          <h3>{name('red-line', mark.redLine)}</h3>
          <p>{card(`red-line:${mark.redLine}`)?.text}</p>
          <p class="row tight">
            <CaseTime at={mark.at} />
            {mark.simulated && <SimulatedChip />}
            {mark.desks.map((desk) => (
              <RoleTag key={desk} role={desk} />
            ))}
            {mark.repairedAt === undefined ? (
              <strong>{t('redLine.open')}</strong>
            ) : (
              <strong>
                {t('redLine.repaired')} <CaseTime at={mark.repairedAt} />
              </strong>
            )}
          </p>
          <Explained explanation={explainRedLine(mark, debrief)} level={4} />
        </section>
      ))}
    </>
  );
}

const DECISIONS = [
  'decision-made',
  'decision-logged',
  'action-decided',
  'decision-dissented',
  'action-dissented',
  'no-charge-decided',
];

export function DecisionTable({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { name } = useNames();
  const sentence = useSentence();
  const entries = debrief.timeline.filter((entry) => DECISIONS.includes(entry.type));
  if (entries.length === 0) return <p>{t('report.noDecisions')}</p>;
  return (
    <Table
      caption={t('nav.log')}
      heads={[t('report.when'), t('report.what'), t('shared.reason'), t('report.confidence')]}
    >
      {entries.map((entry) => (
        <tr key={entry.seq}>
          <td>
            <CaseTime at={entry.at} />
          </td>
          <th scope="row">{sentence(entry)}</th>
          <td dir="auto">{entry.params['reason'] ? name('reason', entry.params['reason']) : '–'}</td>
          <td>{entry.params['confidence'] ? name('confidence', entry.params['confidence']) : '–'}</td>
        </tr>
      ))}
    </Table>
  );
}

export function SopTable({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { card } = useKit();
  const law = card('law')?.facts;
  const { name } = useNames();
  const bySop = new Map<string, TaskMark[]>();
  for (const task of allTasks(debrief)) {
    const sop = card(`task:${task.task}`)?.facts?.sop;
    if (sop !== undefined) bySop.set(sop, [...(bySop.get(sop) ?? []), task]);
  }
  const elements = law ? Object.keys(law['sop-elements']) : [...bySop.keys()];
  return (
    <Table caption={t('report.sop')} heads={[t('report.element'), t('report.exercised')]}>
      {elements.map((element) => {
        const tasks = (bySop.get(element) ?? []).filter(isRated);
        return (
          <tr key={element}>
            <th scope="row">{name('sop', element)}</th>
            <td>
              {tasks.length === 0
                ? t('rating.none')
                : t('report.sopDone', { count: tasks.length, done: goodOf(tasks) })}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
