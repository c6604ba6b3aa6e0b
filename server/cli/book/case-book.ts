/**
 * The case book: everything about a case on one page, for authors and reviewers. It holds every secret of the case and says so
 * at the top. The parts are in the order in which a reviewer reads.
 */
import { caseGraph } from '../../../shared/graph/case-graph.ts';
import { layoutGraph } from '../../../shared/graph/layout.ts';
import { placesIn } from '../../../shared/graph/places.ts';
import { graphSvg } from '../../../shared/graph/svg.ts';
import { html, type Inner, raw } from '../html/html.ts';
import { pageText } from '../html/page.ts';
import type { PlayableCase } from '../playable-case.ts';
import type { Tested } from '../test/test-case.ts';
import type { Standing } from '../translate/report.ts';
import { coverPart, desksPart, factsPart, peoplePart } from './parts-case.ts';
import { injectsPart, interviewsPart, outsidePart, rubricPart, statePart } from './parts-play.ts';

export interface BookSource {
  found: PlayableCase;
  playthroughs: readonly Tested[];
  translations: readonly Standing[];
}

interface Part {
  id: string;
  title: string;
  body: Inner;
}

export function caseBook(book: BookSource): string {
  const { scenario } = book.found.compiled;
  const parts: Part[] = [
    { id: 'state', title: 'Status', body: statePart(book) },
    { id: 'desks', title: 'The desks', body: desksPart(book.found.compiled) },
    { id: 'facts', title: 'Facts by desk', body: factsPart(book.found.compiled) },
    { id: 'graph', title: 'The threads of the story', body: graphPart(book.found) },
    { id: 'people', title: 'People', body: peoplePart(book.found.compiled) },
    { id: 'interviews', title: 'Interviews', body: interviewsPart(book.found.compiled) },
    { id: 'outside', title: 'Services and outside bodies', body: outsidePart(book.found.compiled) },
    { id: 'injects', title: 'Injects', body: injectsPart(book.found.compiled) },
    { id: 'rubric', title: 'Rubric', body: rubricPart(book.found.compiled) },
  ];
  return pageText({
    title: `${scenario.title}: case book`,
    language: scenario.language,
    kind: 'case-book',
    styles: STYLES,
    body: html`<header><p class="mark">EXERCISE · holds every secret of the case: not for trainees</p>
<h1>${scenario.title}</h1>${coverPart(book.found.compiled)}
<nav aria-label="Parts">${parts.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}</nav></header>
<main>${parts.map(({ id, title, body }) => html`<section id="${id}"><h2>${title}</h2>${body}</section>`)}</main>`,
  });
}

const graphPart = ({ compiled, files }: PlayableCase): Inner =>
  html`<figure class="scroll" tabindex="0" role="region" aria-label="Graph">${raw(graphSvg(layoutGraph(caseGraph(compiled.scenario, placesIn(files)))))}</figure>`;

const STYLES = `
.case-book header,.case-book main{max-inline-size:76rem;margin-inline:auto;padding:1.2rem}
.case-book .mark{color:var(--warn);font-size:.85rem}
nav a{display:inline-block;padding:.45rem .8rem;margin-block-end:.4rem;border:1px solid var(--line);border-radius:99px;text-decoration:none}
figure{margin:0}
.facts td:not(:first-child,:last-child),.facts th:not(:first-child,:last-child){text-align:center}
.has{font-weight:700}.needs{outline:2px solid var(--accent);outline-offset:-3px}
details{border:1px solid var(--line);border-radius:8px;padding:.2rem .9rem;margin-block:.5rem}
summary{cursor:pointer;padding-block:.5rem;font-weight:600}
@media print{section{break-before:page}details>*{display:block!important}details::details-content{content-visibility:visible!important;display:block!important}}
`;
