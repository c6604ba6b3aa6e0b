/** Paper for trainees: role cards, envelopes, evidence sheets. They hold no secret of the case. */
import { powersOf } from '../../../shared/exercise/powers.ts';
import type { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { bullets, html, type Inner, prose } from '../html/html.ts';
import { type Paper, sheet } from './paper.ts';

/** One card per desk: brief, powers, limits, duties, known items. */
export function roleCards(paper: Paper): Inner {
  const { compiled, words, say } = paper;
  return Object.entries(compiled.scenario.roles).map(([id, role]) => {
    const known = role.knows.map((item) => knownItem(paper, item));
    return sheet(
      paper,
      'role-card',
      html`<p class="kicker">${say('role.card')}</p><h2>${paper.desk(id)}</h2>${prose(words.text('roles', id, 'brief'))}
<p><b>${say('role.place', { place: words.text('places', role.at, 'name') })}</b></p>
<h3>${say('desk:brief.first-steps')}</h3>${bullets(words.lines('roles', id, 'first-steps'))}
<div class="columns"><div><h3>${say('desk:brief.powers')}</h3>${bullets([...powersOf(compiled, id)].map((power) => say(`common:power.${power}`)))}</div>
<div><h3>${say('desk:brief.limits')}</h3>${bullets(words.lines('law', 'agencies', role.desk, 'limits'))}
<h3>${say('desk:brief.duties')}</h3>${bullets(words.lines('law', 'agencies', role.desk, 'duties'))}</div></div>
<h3>${say('role.know')}</h3>${known.length > 0 ? known : html`<p>${say('role.nothing')}</p>`}`,
    );
  });
}

const knownItem = (paper: Paper, item: string): Inner =>
  html`<section class="known"><h4>${paper.words.text('items', item, 'title')}</h4>${itemText(paper, item)}</section>`;

/** The text of an item, or its parts with their tags. */
function itemText({ compiled, words, say }: Paper, id: string): Inner {
  const parts = compiled.scenario.items[id]?.parts;
  if (!parts) return prose(words.maybe('items', id, 'text'));
  return Object.entries(parts).map(
    ([part, { tags }]) =>
      html`<div class="part"><h5>${words.text('items', id, 'parts', part, 'title')} ${tags.map((tag) => html`<span class="chip">${say(`common:tag.${tag}`)}</span>`)}</h5>${prose(words.text('items', id, 'parts', part, 'text'))}</div>`,
  );
}

type InjectEntry = [string, Scenario['injects'][string]];

/** Planned injects by time, then conditional ones, then those that the trainer sends. */
const rank = ([, inject]: InjectEntry): number =>
  inject.at ?? (inject.pocket === undefined ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);

/** One sheet per inject and receiving desk: the address outside, the text inside, a line to fold along. */
export function envelopes(paper: Paper): Inner {
  const { compiled } = paper;
  const injects = Object.entries(compiled.scenario.injects).toSorted((a, b) => rank(a) - rank(b));
  return injects.flatMap(([id, inject]) => {
    const to = inject.to.includes('everyone') ? Object.keys(compiled.scenario.roles) : inject.to;
    return to.map((role) => envelope(paper, id, role));
  });
}

function envelope(paper: Paper, id: string, role: string): Inner {
  const { compiled, words, say } = paper;
  const inject = compiled.scenario.injects[id];
  if (!inject) return undefined;
  const when =
    inject.at !== undefined
      ? say('envelope.open-at', { time: paper.time(inject.at) })
      : say(inject.pocket === undefined ? 'envelope.when-story' : 'envelope.by-hand');
  const items = inject.gives.map((item) => words.text('items', item, 'title'));
  const warning = words.maybe('injects', id, 'warning');
  return sheet(
    paper,
    'envelope',
    html`<div class="outside"><p class="kicker">${say('envelope.to')}</p><h2>${paper.desk(role)}</h2><p class="big">${when}</p></div>
<p class="fold">${say('envelope.fold')}</p>
<div class="inside"><p class="kicker">${say('envelope.inside')}</p><h3>${words.text('injects', id, 'title')}</h3>
<p class="dim">${say('envelope.way', { channel: say(`common:inject-channel.${inject.channel}`), from: words.text('injects', id, 'from') })}</p>
${warning !== undefined && html`<p class="care">${warning}</p>`}${prose(words.text('injects', id, 'text'))}
${items.length > 0 && html`<p><b>${say('envelope.with', { items: items.join('; ') })}</b></p>`}</div>`,
  );
}

const CUSTODY_LINES = 5;

/** One sheet per item, with an empty custody list to sign. */
export function evidenceSheets(paper: Paper): Inner {
  const { compiled, words, say } = paper;
  const head = ['when', 'who', 'what', 'sign'].map((column) => html`<th scope="col">${say(`evidence.${column}`)}</th>`);
  const line = html`<tr><td></td><td></td><td></td><td></td></tr>`;
  return Object.entries(compiled.scenario.items).map(([id, item], index) =>
    sheet(
      paper,
      'evidence',
      html`<p class="kicker">${say('evidence.sheet')} · ${say('evidence.number')} ${index + 1} · ${say(`common:kind.${item.kind}`)}</p><h2>${words.text('items', id, 'title')}</h2>
${item.tags.length > 0 && html`<p>${say('evidence.tags')}: ${item.tags.map((tag) => html`<span class="chip">${say(`common:tag.${tag}`)}</span>`)}</p>`}
${paper.picture(item.art)}<div class="document">${itemText(paper, id)}</div>
<h3>${say('evidence.custody')}</h3><table class="custody"><thead><tr>${head}</tr></thead><tbody>${Array.from({ length: CUSTODY_LINES }, () => line)}</tbody></table>`,
    ),
  );
}
