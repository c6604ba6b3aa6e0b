/** Parts of the case book about content: cover, desks, facts by desk, people. */
import { powersOf } from '../../../shared/exercise/powers.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { formatCaseTime, formatDuration } from '../../../shared/time.ts';
import { bullets, html, type Inner, prose, table } from '../html/html.ts';
import { factsByDesk, type ItemFacts } from './facts-by-desk.ts';

export function coverPart({ scenario, law, hash }: CompiledScenario): Inner {
  const card = scenario['content-card'];
  return html`${prose(scenario.summary)}
<p><span class="chip">${scenario.level}</span><span class="chip">${formatDuration(scenario.length)} in class</span><span class="chip">${scenario.pace} case minutes a minute</span><span class="chip">begins ${formatCaseTime(scenario.starts)}</span><span class="chip">${scenario.languages.join(', ')}</span><span class="chip">law of ${law.title}</span></p>
<h3>Content card</h3>
<p>Themes: ${card.themes.join(', ')}. Intensity ${card.intensity} of 3. Children: ${card.children ? 'yes' : 'no'}. Sexual violence: ${card['sexual-violence']}.</p>${prose(card.note)}
<h3>Objectives</h3>${bullets(scenario.objectives)}
<p class="dim">Version ${scenario.version}, ${scenario.credits.author}, ${scenario.credits.licence}. Sources <code>${hash.slice(0, 12)}</code></p>`;
}

export const desksPart = (compiled: CompiledScenario): Inner =>
  Object.entries(compiled.scenario.roles).map(([id, role]) => {
    const agency = compiled.law.agencies[role.desk];
    return html`<details open><summary>${agency?.title ?? id} <code>${id}</code>, ${role.seats.min}–${role.seats.max} people</summary>
${prose(role.brief)}<h4>First steps</h4>${bullets(role['first-steps'])}
<h4>Knows from the start</h4>${role.knows.length === 0 ? html`<p>No items.</p>` : bullets(role.knows.map((item) => titleOf(compiled, item)))}
<h4>Powers</h4><p>${[...powersOf(compiled, id)].join(', ')}</p>
<h4>May not</h4>${bullets(agency?.limits ?? [])}<h4>Duties</h4>${bullets(agency?.duties ?? [])}</details>`;
  });

const titleOf = ({ scenario }: CompiledScenario, item: string): Inner =>
  html`${scenario.items[item]?.title ?? item} <code>${item}</code>`;

const SIGNS = { start: '●', finds: '○', given: '◐' } as const;

/** One row per item, one column per desk. */
export function factsPart(compiled: CompiledScenario): Inner {
  const roles = Object.keys(compiled.scenario.roles);
  const cell = ({ access, needs }: ItemFacts, role: string): Inner => {
    const way = access[role];
    return html`<span class="${way === 'start' ? 'has' : ''}">${way ? SIGNS[way] : ''}</span>${needs.includes(role) && html` <b title="needs it">n</b>`}`;
  };
  const rows = factsByDesk(compiled).map((facts) => [
    titleOf(compiled, facts.item),
    ...roles.map((role) => cell(facts, role)),
    facts.sources.join('; '),
  ]);
  return html`<p>● from the start · ○ can find it · ◐ gets it by an inject · <b>n</b> lawfully needs it. If a desk needs an item and its cell shows no sign, another desk must share it.</p>
<div class="scroll facts" tabindex="0" role="region" aria-label="Facts by desk">${table(['Item', ...roles, 'Comes from'], rows)}</div>`;
}

export function peoplePart(compiled: CompiledScenario): Inner {
  const { scenario } = compiled;
  const rows = Object.entries(scenario.people).map(([id, person]) => {
    const charge = scenario.charges[id];
    return [
      html`${person.name} <code>${id}</code><br><small>${person.appears}</small>`,
      `${person.status}, ${person.sex}, ${person.age.real}${person.age.claimed === undefined ? '' : ` (says ${person.age.claimed})`}`,
      html`${person.at}<br><small>${scenario['spoken-languages'][person.language] ?? person.language}</small>`,
      html`trust ${person.start.trust}, stress ${person.start.stress}${person['family-risk'] && html`<br><b>check the family risk before you call the family</b>`}`,
      person.needs.join(', '),
      charge
        ? html`${charge.acceptable.length > 0 ? charge.acceptable.join(' or ') : 'no charge'}${charge['non-punishment'] && ', non-punishment applies'}<br><small>${charge.why}</small>`
        : '',
    ];
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="People">${table(['Person', 'Truth', 'Place, language', 'At the start', 'Needs', 'Charge'], rows)}</div>`;
}
