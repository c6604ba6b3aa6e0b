/** The graph as one self-contained page: the drawing beside the text of the case, linked in both directions. */
import type { CaseGraph } from '../../../shared/graph/case-graph.ts';
import { layoutGraph } from '../../../shared/graph/layout.ts';
import { graphSvg } from '../../../shared/graph/svg.ts';
import { html, type Inner, raw } from '../html/html.ts';
import { pageText } from '../html/page.ts';

/** `sources` are the files that hold the charts, by name. */
export function graphPage(graph: CaseGraph, sources: Readonly<Record<string, string>>, language: string): string {
  const files = [...new Set(graph.lanes.map(({ place }) => place.file))];
  return pageText({
    title: graph.title,
    language,
    kind: 'graph-page',
    styles: STYLES,
    script: SCRIPT,
    body: html`<header><h1>${graph.title}</h1><p class="dim">Select a state or a transition to see its line; select a line to see its state.</p></header>
<main><div class="drawing" tabindex="0" role="region" aria-label="Graph">${raw(graphSvg(layoutGraph(graph), { interactive: true }))}</div>
<div class="source" tabindex="0" role="region" aria-label="Text of the case">${files.map((file) => source(file, sources[file] ?? ''))}</div></main>`,
  });
}

const source = (file: string, text: string): Inner =>
  html`<section><h2>${file}</h2><ol data-file="${file}">${text
    .trimEnd()
    .split('\n')
    .map(
      (line, index) => html`<li data-line="${index + 1}"><code>${line === '' ? ' ' : line}</code></li>`,
    )}</ol></section>`;

const STYLES = `
.graph-page{block-size:100dvh;display:grid;grid-template-rows:auto 1fr}
header{padding:.6rem 1rem;display:flex;gap:1.5rem;align-items:baseline;flex-wrap:wrap;border-block-end:1px solid var(--line)}
header h1{font-size:1.3rem;margin:0}header p{margin:0}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);min-block-size:0}
.drawing,.source{overflow:auto;min-block-size:0}
.source{border-inline-start:1px solid var(--line);background:var(--soft);direction:ltr}
.source h2{position:sticky;inset-block-start:0;margin:0;padding:.3rem 1rem;font:600 .85rem var(--sans);background:var(--soft);z-index:1}
.source ol{margin:0;padding:0;list-style:none;counter-reset:line}
.source li{counter-increment:line;white-space:pre;font-size:13px;line-height:1.5;padding-inline:3.6rem 1rem;position:relative;cursor:pointer;min-inline-size:max-content}
.source li::before{content:counter(line);position:absolute;inset-inline-start:.5rem;inline-size:2.6rem;text-align:end;color:var(--dim)}
.source li.chosen{background:var(--accent);color:var(--paper)}.source li.chosen::before{color:inherit}
@media (max-width:900px){main{grid-template-columns:none;grid-template-rows:3fr 2fr}.source{border-inline-start:0;border-block-start:1px solid var(--line)}}
@media print{.graph-page{display:block;block-size:auto}.source,header p{display:none}main{display:block}.case-graph{inline-size:100%;block-size:auto}}
`;

/** Not minified: users may read it in the file. */
const SCRIPT = `
const marks=[...document.querySelectorAll('[data-state],[data-edge]')];
const lineOf=(mark)=>document.querySelector('ol[data-file="'+CSS.escape(mark.dataset.file)+'"] [data-line="'+mark.dataset.line+'"]');
function choose(mark,line,from){
  document.querySelectorAll('.chosen').forEach((one)=>one.classList.remove('chosen'));
  mark&&mark.classList.add('chosen');line&&line.classList.add('chosen');
  const other=from===mark?line:mark;
  other&&other.scrollIntoView({block:'center',inline:other===line?'start':'center'});
}
for(const mark of marks){
  mark.addEventListener('click',(event)=>{event.stopPropagation();choose(mark,lineOf(mark),mark)});
  mark.addEventListener('keydown',(event)=>{if(event.key==='Enter'||event.key===' '){event.preventDefault();choose(mark,lineOf(mark),mark)}});
}
document.querySelectorAll('.source ol').forEach((list)=>list.addEventListener('click',(event)=>{
  const line=event.target.closest('li');if(!line)return;
  const number=Number(line.dataset.line);
  const before=marks.filter((mark)=>mark.dataset.file===list.dataset.file&&Number(mark.dataset.line)<=number);
  choose(before.sort((a,b)=>a.dataset.line-b.dataset.line).at(-1),line,line);
}));
`;
