/** Parts of the case book about play: status of review, interviews, outside bodies, injects, rubric. */
import { conditionInShort } from '../../../shared/graph/short-words.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { Condition } from '../../../shared/vocabulary/conditions.ts';
import { COMPETENCIES } from '../../../shared/scenario/schema/basics.ts';
import { formatCaseTime, formatDuration } from '../../../shared/time.ts';
import { html, type Inner, prose, table } from '../html/html.ts';
import type { BookSource } from './case-book.ts';

const scroll = (label: string, inner: Inner): Inner =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${inner}</div>`;
const short = (condition: Condition | undefined): Inner =>
  condition && html`<code>${conditionInShort(condition)}</code>`;

/** Review, findings, playthroughs and translations. */
export function statePart({ found, playthroughs, translations }: BookSource): Inner {
  const { reviewers } = found.compiled.scenario.credits;
  const count = (severity: string) => found.diagnostics.filter((finding) => finding.severity === severity).length;
  return html`<h3>Review</h3>${
    reviewers.length === 0
      ? html`<p>No reviewer has been asked yet.</p>`
      : table(
          ['Reviewer', 'Kind', 'State'],
          reviewers.map(({ who, kind, state }) => [who, kind, state]),
        )
  }
<h3>Checks</h3><p>${count('error')} errors, ${count('warning')} warnings, ${count('hint')} hints.</p>
<h3>Playthroughs</h3>${
    playthroughs.length === 0
      ? html`<p>None yet.</p>`
      : table(
          ['Name', 'Title', 'Steps', 'Passes'],
          playthroughs.map(({ name, title, steps, holds }) => [name, title, steps, holds ? 'yes' : 'no']),
        )
  }
<h3>Translations</h3>${
    translations.length === 0
      ? html`<p>None; the case is in ${found.compiled.scenario.language} only.</p>`
      : table(
          ['Language', 'Translated', 'Missing', 'Stale'],
          translations.map(({ language, texts, translated, missing, stale }) => [
            language,
            `${translated} of ${texts}`,
            missing,
            stale,
          ]),
        )
  }`;
}

export function interviewsPart({ scenario }: CompiledScenario): Inner {
  return Object.entries(scenario.interviews).map(([id, { title, with: person, kind, rules, topics }]) => {
    const questions = Object.entries(topics).flatMap(([topic, { questions: asked }]) =>
      Object.entries(asked).map(([question, { type, says, needs, answers, better }]): Inner[] => [
        html`<code>${topic}.${question}</code>`,
        type,
        html`${says}${better !== undefined && html`<br><small>Better: ${better}</small>`}`,
        html`${short(needs)}`,
        html`${answers.map((answer) => html`<p>${short(answer.when)} ${answer.says}${answer.tells.length > 0 && html` <b>→ ${answer.tells.join(', ')}</b>`}</p>`)}`,
      ]),
    );
    return html`<details><summary>${title} <code>${id}</code>: ${scenario.people[person]?.name ?? person}, ${kind}, ${questions.length} questions</summary>
<p>${rules.length > 0 && `Rules: ${rules.join(', ')}.`}</p>${scroll(title, table(['', 'Type', 'Question', 'Offered when', 'Answers, first match'], questions))}</details>`;
  });
}

export function outsidePart({ scenario, law }: CompiledScenario): Inner {
  const services = Object.values(scenario.services).map((service) => [
    service.name,
    service.room,
    service.meets.join(', '),
    `${service.accepts.sex.join(', ')}, ${service.accepts['age-from']}–${service.accepts['age-to']}`,
    service.hours,
    service['run-by'] ?? 'outside',
  ]);
  const holdings = Object.entries(scenario.holdings).map(([id, holding]) => [
    html`${law.bodies[holding.body]?.title ?? holding.body} <code>${id}</code>`,
    holding.kind,
    holding.bases.join(', '),
    html`${short(holding.when)} ${holding.says}`,
    holding.yields.join(', '),
  ]);
  return html`<h3>Services</h3>${scroll('Services', table(['Service', 'Room', 'Meets', 'Accepts', 'Hours', 'Run by'], services))}
<h3>Information held by outside bodies</h3>${scroll('Outside bodies', table(['Body', 'Request', 'Lawful basis', 'Answer', 'Gives'], holdings))}`;
}

export function injectsPart({ scenario }: CompiledScenario): Inner {
  const rows = Object.entries(scenario.injects).map(([id, inject]) => [
    html`${inject.title} <code>${id}</code>`,
    inject.at !== undefined
      ? formatCaseTime(inject.at)
      : inject.pocket !== undefined
        ? `sent by the trainer: ${inject.pocket}`
        : inject.when
          ? short(inject.when)
          : 'sent by the story',
    `${inject.channel} to ${inject.to.join(', ')}`,
    html`${prose(inject.text)}${inject.gives.length > 0 && html`<p><b>→ ${inject.gives.join(', ')}</b></p>`}`,
    inject.expects
      ? `${inject.expects.who.join(', ')}: ${inject.expects.what} (${formatDuration(inject.expects.within)})`
      : '',
  ]);
  return scroll('Injects', table(['Inject', 'When', 'Channel', 'Text', 'Expected'], rows));
}

export function rubricPart({ scenario }: CompiledScenario): Inner {
  const tasks = COMPETENCIES.map((competency): Inner => {
    const own = Object.entries(scenario.rubric).filter(([, task]) => task.competency === competency);
    if (own.length === 0) return undefined;
    const rows = own.map(([id, task]) => [
      html`${task.title} <code>${id}</code>`,
      task.weight,
      html`${short(task.do)}`,
      html`${task.window?.after && html`after ${short(task.window.after)} `}${task.window?.within !== undefined && `within ${formatDuration(task.window.within)} `}${task.window?.by !== undefined && `by ${formatCaseTime(task.window.by)}`}`,
      prose(task.teaches),
    ]);
    return html`<h3>${competency}</h3>${scroll(competency, table(['Task', 'Weight', 'Done when', 'Window', 'Teaches'], rows))}`;
  });
  const lines = Object.entries(scenario['red-lines']).map(([id, line]) => [
    html`${line.title} <code>${id}</code>`,
    html`${short(line.when)}`,
    line.caps.join(', '),
    html`${short(line['repaired-by'])}`,
    prose(line.teaches),
  ]);
  return html`${tasks}<h3>Red lines</h3>${scroll('Red lines', table(['Red line', 'Crossed when', 'Caps', 'Repaired by', 'Teaches'], lines))}
<h3>Model solution</h3>${prose(scenario.debrief.model ?? 'Not written yet.')}`;
}
