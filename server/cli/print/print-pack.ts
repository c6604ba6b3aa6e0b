/** The case on paper: one HTML page that prints as a pack of sheets. */
import { html, type Inner } from '../html/html.ts';
import { pageText } from '../html/page.ts';
import { facilitatorBook } from './facilitator.ts';
import { envelopes, evidenceSheets, roleCards } from './hand-outs.ts';
import type { Paper } from './paper.ts';

export const PARTS = ['roles', 'envelopes', 'evidence', 'facilitator'] as const;
export type Part = (typeof PARTS)[number];

const MAKERS: Record<Part, (paper: Paper) => Inner> = {
  roles: roleCards,
  envelopes,
  evidence: evidenceSheets,
  facilitator: facilitatorBook,
};

export function printPack(paper: Paper, parts: readonly Part[]): string {
  const { words, say, language } = paper;
  const wanted = PARTS.filter((part) => parts.includes(part));
  return pageText({
    title: `${words.text('title')}: ${say('pack')}`,
    language,
    kind: 'print-pack',
    styles: STYLES,
    body: html`<header class="screen-only"><h1>${words.text('title')}: ${say('pack')}</h1><p>${say('cut')}</p>
<nav aria-label="${say('pack')}">${wanted.map((part) => html`<a href="#${part}">${say(`parts.${part}`)}</a> `)}</nav></header>
<main>${wanted.map((part) => html`<section id="${part}" aria-label="${say(`parts.${part}`)}">${MAKERS[part](paper)}</section>`)}</main>`,
  });
}

const STYLES = `
@page{size:A4;margin:14mm}
.print-pack header,.print-pack main{max-inline-size:52rem;margin-inline:auto;padding:1rem}
nav a{display:inline-block;padding:.45rem .8rem;border:1px solid var(--line);border-radius:99px;text-decoration:none;margin-block-end:.4rem}
.sheet{border:1px solid var(--line);border-radius:6px;padding:1.4rem 1.6rem;margin-block:1.4rem;background:var(--paper)}
.sheet-head,.sheet-foot{display:flex;justify-content:space-between;gap:1rem;margin:0;font-size:.8rem;color:var(--dim)}
.sheet-foot{border-block-start:1px solid var(--line);padding-block-start:.5rem;margin-block-start:1.4rem}
.sheet h1,.sheet h2{border:0;margin-block:.3em .5em}
.kicker{text-transform:uppercase;letter-spacing:.08em;font-size:.8rem;color:var(--dim);margin-block:1rem 0}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.4rem}
.known,.part{border-inline-start:3px solid var(--line);padding-inline-start:.9rem;margin-block:.8rem}
.known h4,.part h5{margin:0 0 .2em;font-size:1rem}
.document{border:1px solid var(--line);padding:.9rem 1.2rem;background:var(--soft);font-family:var(--serif)}
.picture{margin:.8rem 0}.picture svg{max-block-size:11rem;inline-size:auto;max-inline-size:100%}
.custody td{block-size:2.2rem;border:1px solid var(--line)}
.big{font-size:1.25rem;font-weight:600}
.outside{text-align:center;padding-block:2rem}
.fold{text-align:center;color:var(--dim);font-size:.8rem;border-block-start:1px dashed var(--dim);padding-block-start:.3rem;margin-block:1rem}
.care{border-inline-start:4px solid var(--warn);padding-inline-start:.8rem}
.box{display:inline-block;inline-size:1.1em;block-size:1.1em;border:1.5px solid var(--ink)}
@media print{.print-pack main{max-inline-size:none;padding:0}.sheet{border:0;padding:0;margin:0;break-before:page}.print-pack section:first-child .sheet:first-child{break-before:auto}.envelope .outside{min-block-size:105mm;display:flex;flex-direction:column;justify-content:center}.document,.known,.part{break-inside:avoid}}
`;
