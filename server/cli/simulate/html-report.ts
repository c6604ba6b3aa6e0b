/** The report as one self-contained page. */
import type { Report } from '../../../shared/simulation/report.ts';
import { repeatCommand, endingLines, HEADINGS, KIND_TITLES, percent, type Table, tables, verdict } from './words.ts';

const STYLE = `
:root{color-scheme:light dark;--line:#c9c4b8;--soft:#f3f0e8;--ink:#22262b;--paper:#fffdf8;--bad:#a1261c;--good:#1d6b46}
@media (prefers-color-scheme:dark){:root{--line:#47505a;--soft:#262c33;--ink:#e8e6df;--paper:#1a1e23;--bad:#ff9c8f;--good:#7fd6a8}}
body{font:16px/1.5 "Noto Sans",system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
.mark{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;border:1px solid currentColor;border-radius:.3rem;padding:.05rem .4rem}
.good{color:var(--good)}.bad{color:var(--bad)}
code{font-family:ui-monospace,monospace;font-size:.92em;overflow-wrap:anywhere}
pre{background:var(--soft);border:1px solid var(--line);border-radius:.4rem;padding:.7rem;overflow-x:auto;font-size:.85rem}
ul{padding-left:1.2rem}li{margin:.25rem 0}.where{opacity:.75;font-size:.85em;overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;min-width:20rem;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.25rem .7rem .25rem 0;text-align:right}th:first-child,td:first-child{text-align:left}td:first-child{overflow-wrap:anywhere;min-width:7rem}
th{font-weight:600}details{margin:.4rem 0}summary{cursor:pointer}
@media print{body{max-width:none;padding:0}details{display:block}}
`;

export function htmlReport(report: Report): string {
  const { title, lines } = verdict(report);
  const tone = report.violations.length === 0 ? 'good' : 'bad';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>
<p><span class="mark">Exercise</span></p>
<h1>${escape(title)}</h1>
${lines.map((line, index) => `<p${index < 2 ? ` class="${tone}"` : ''}>${marked(line)}</p>`).join('\n')}
${report.violations.map((one) => violation(report, one)).join('\n')}
<h2>${HEADINGS.never}</h2>
${never(report)}
${idle(report)}
<h2>${HEADINGS.endings}</h2>
<ul>${endingLines(report)
    .map((line) => `<li>${marked(line)}</li>`)
    .join('')}</ul>
${tables(report).map(table).join('\n')}
<p class="where">Content hash <code>${escape(report.case.hash.slice(0, 16))}</code>. The same case, seed and number of plays reproduce this report.</p>
</body></html>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
/** Escapes the text and marks ids, which are between backticks. */
const marked = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

function violation(report: Report, { says, play, plays, path }: Report['violations'][number]): string {
  const where = `In play ${play}${plays > 1 ? ` and ${plays - 1} more` : ''}.`;
  const way = path
    ? `<details open><summary>The shortest path to it: ${path.steps} of ${path.of} commands, as a playthrough</summary><pre>${escape(path.playthrough)}</pre></details>`
    : '';
  return `<h2 class="bad">${marked(says)}</h2><p>${where} Repeat it: <code>${escape(repeatCommand(report, play))}</code></p>${way}`;
}

function never({ never: list, coverage }: Report): string {
  const shown = list.filter(({ follows }) => follows === undefined);
  if (shown.length === 0) return '<p class="good">Every part of the case was reached in at least one play.</p>';
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const own = shown.filter((one) => one.kind === kind);
      const items = own.map(
        ({ says, file, line }) => `<li>${marked(says)} <span class="where">${escape(`${file}:${line}`)}</span></li>`,
      );
      return `<details${own.length <= 8 ? ' open' : ''}><summary>${escape(capital(KIND_TITLES[kind]))}: ${own.length} of ${coverage.find((one) => one.kind === kind)?.of ?? own.length}</summary><ul>${items.join('')}</ul></details>`;
    })
    .join('\n');
}

function idle({ work }: Report): string {
  const lines = work.desks.flatMap(({ role, idle: stretches }) =>
    stretches.map(
      ({ from, to, classMinutes, share, phase }) =>
        `<li>${marked(`\`${role}\` from ${from} to ${to}: ${classMinutes} minutes of class, in ${percent(share)} of the ${work.lineUp} plays (\`${phase}\`)`)}</li>`,
    ),
  );
  return lines.length === 0 ? '' : `<h2>${HEADINGS.idle}</h2><ul>${lines.join('')}</ul>`;
}

function table({ title, rows: [head = [], ...rows] }: Table): string {
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return `<h2>${escape(title)}</h2><div class="wide"><table><thead>${row(head, 'th')}</thead><tbody>${rows
    .map((cells) => row(cells, 'td'))
    .join('')}</tbody></table></div>`;
}
