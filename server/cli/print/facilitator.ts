/** The facilitator's book: schedule of injects, truth, answer key, debrief. For the trainer only. */
import { COMPETENCIES } from '../../../shared/scenario/schema/basics.ts';
import type { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { formatDuration } from '../../../shared/time.ts';
import { bullets, html, type Inner, prose, table } from '../html/html.ts';
import { type Paper, sheet } from './paper.ts';

export const facilitatorBook = (paper: Paper): Inner =>
  [cover, schedule, truth, itemPlaces, answerKey, debriefing].map((part) => sheet(paper, 'book', part(paper)));

function cover({ words, say }: Paper): Inner {
  return html`<p class="care">${say('book.secret')}</p><h1>${words.text('title')}</h1><p class="kicker">${say('parts.facilitator')}</p>${prose(words.text('summary'))}
<h3>${say('book.before')}</h3>${bullets(words.lines('content-card', 'themes'))}${prose(words.maybe('content-card', 'note'))}<p class="care">${say('book.care')}</p>
<h3>${say('book.objectives')}</h3>${bullets(words.lines('objectives'))}`;
}

function schedule(paper: Paper): Inner {
  const { compiled, words, say } = paper;
  const rows = Object.entries(compiled.scenario.injects)
    .toSorted(([, a], [, b]) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER))
    .map(([id, inject]) => [
      whenOf(paper, inject),
      words.text('injects', id, 'title'),
      inject.to.includes('everyone') ? say('trainer:everyone') : inject.to.map(paper.desk).join(', '),
      inject.expects
        ? `${words.text('injects', id, 'expects', 'what')} (${formatDuration(inject.expects.within)})`
        : '',
      html`<span class="box"></span>`,
    ]);
  const head = ['when', 'inject', 'to', 'expected', 'given'].map((column) => say(`book.${column}`));
  return html`<h2>${say('book.injects')}</h2>${table(head, rows)}`;
}

function whenOf({ say, time }: Paper, { at, pocket }: Scenario['injects'][string]): string {
  if (at !== undefined) return time(at);
  return pocket === undefined ? say('book.story') : say('book.pocket', { kind: say(`pocket.${pocket}`) });
}

function truth({ compiled: { scenario }, words, say }: Paper): Inner {
  const rows = Object.entries(scenario.people).map(([id, person]) => {
    const charge = scenario.charges[id];
    const offences = charge?.acceptable.map((offence) => words.text('law', 'offences', offence, 'title')) ?? [];
    return [
      html`<b>${words.text('people', id, 'name')}</b><br>${words.text('people', id, 'appears')}`,
      `${say(`common:status.${person.status}`)}, ${person.age.real}`,
      person.needs.map((need) => say(`common:need.${need}`)).join(', '),
      charge &&
        html`${offences.length > 0 ? offences.join(say('book.or')) : say('book.no-charge')}${charge['non-punishment'] && `; ${say('book.non-punishment')}`}<br><small>${words.text('charges', id, 'why')}</small>`,
    ];
  });
  return html`<h2>${say('book.people')}</h2>${table(
    ['person', 'truth', 'needs', 'law'].map((column) => say(`book.${column}`)),
    rows,
  )}`;
}

function itemPlaces(paper: Paper): Inner {
  const { compiled, words, say } = paper;
  const { scenario } = compiled;
  const rows = Object.entries(scenario.items).map(([id, item], index) => {
    const holders = Object.keys(scenario.roles).filter((role) => scenario.roles[role]?.knows.includes(id));
    const start = holders.length > 0 && say('book.start', { roles: holders.map(paper.desk).join(', ') });
    const found = item.found && words.text('places', item.found.at, 'name');
    return [
      `${index + 1}`,
      words.text('items', id, 'title'),
      [start, found].filter((part) => part).join('; '),
      item['needed-by'].map(paper.desk).join(', '),
    ];
  });
  return html`<h2>${say('book.items')}</h2>${table(
    [say('evidence.number'), ...['item', 'found', 'needed-by'].map((column) => say(`book.${column}`))],
    rows,
  )}`;
}

function answerKey({ compiled: { scenario }, words, say }: Paper): Inner {
  const parts = COMPETENCIES.map((competency): Inner => {
    const rows = Object.entries(scenario.rubric)
      .filter(([, task]) => task.competency === competency)
      .map(([id, task]) => [
        words.text('rubric', id, 'title'),
        say(`book.${task.weight}`),
        prose(words.text('rubric', id, 'teaches')),
        html`<span class="box"></span>`,
      ]);
    const head = ['task', 'weight', 'teaches', 'seen'].map((column) => say(`book.${column}`));
    return rows.length > 0 && html`<h3>${say(`debrief:competency.${competency}`)}</h3>${table(head, rows)}`;
  });
  const lines = Object.entries(scenario['red-lines']).map(([id, line]) => [
    words.text('red-lines', id, 'title'),
    line.caps.map((competency) => say(`debrief:competency.${competency}`)).join(', '),
    prose(words.text('red-lines', id, 'teaches')),
  ]);
  return html`<h2>${say('book.tasks')}</h2>${parts}<h3>${say('book.red-lines')}</h3>${table(
    [say('book.red-lines'), say('book.caps'), say('book.teaches')],
    lines,
  )}`;
}

function debriefing({ compiled: { scenario }, words, say }: Paper): Inner {
  const { pins, 'victim-eye': eye } = scenario.debrief;
  return html`<h2>${say('book.debrief')}</h2><p>${say('book.feelings')}</p>
<h3>${say('book.pins')}</h3>${bullets(Object.keys(pins).map((id) => words.text('debrief', 'pins', id, 'asks')))}
<h3>${say('book.prompts')}</h3>${bullets(words.lines('debrief', 'prompts'))}
<h3>${say('book.eye')}</h3>${Object.entries(eye).map(([id, { person }]) => html`<p><b>${words.text('people', person, 'name')}:</b> ${words.text('debrief', 'victim-eye', id, 'says')}</p>`)}
<h3>${say('book.model')}</h3>${prose(words.maybe('debrief', 'model'))}`;
}
