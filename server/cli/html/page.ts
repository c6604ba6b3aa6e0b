/** A self-contained HTML page: no other file, no network; light, dark and print styles. */
import { createHash } from 'node:crypto';
import { html, type Inner, raw } from './html.ts';

export interface Page {
  title: string;
  language: string;
  /** Added to the styles of every page. */
  styles?: string | undefined;
  script?: string | undefined;
  /** CSS class of the body. */
  kind: string;
  body: Inner;
}

const RTL = new Set(['ar', 'he', 'fa', 'ur']);

export function pageText({ title, language, styles = '', script, kind, body }: Page): string {
  const direction = RTL.has(language) ? 'rtl' : 'ltr';
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(script)}">
<title>${title}</title>
<style>${raw(STYLES)}${raw(styles)}</style>
</head>
<body class="${kind}">
${body}
${script !== undefined && html`<script>${raw(script)}</script>`}
</body>
</html>
`.text;
}

/** A content security policy that blocks all external resources and every script but the one of this page. */
function securityPolicy(script: string | undefined): string {
  const scripts = script === undefined ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `default-src 'none'; script-src ${scripts}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

const STYLES = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1d2530;--dim:#5a6472;--line:#d9d4c7;--soft:#f1ede3;--accent:#1f5a8a;--warn:#9a3412;
--sans:"Noto Sans","Noto Sans Arabic","Noto Sans Ethiopic",system-ui,-apple-system,"Segoe UI",sans-serif;--serif:"Noto Serif",Georgia,"Times New Roman",serif}
@media (prefers-color-scheme:dark){:root{--paper:#161b22;--ink:#e6e9ee;--dim:#a5afbd;--line:#39424f;--soft:#1f2630;--accent:#8ec1ee;--warn:#ffb089}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 16px/1.55 var(--sans);overflow-wrap:break-word}
h1,h2,h3,h4{font-family:var(--serif);line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}
h1{font-size:2rem;margin-top:0}h2{font-size:1.45rem;border-block-end:1px solid var(--line);padding-block-end:.25em}h3{font-size:1.15rem}h4{font-size:1rem;margin-block:1em .3em}
p,ul,ol{margin:.5em 0}ul,ol{padding-inline-start:1.4em}
a{color:var(--accent)}
small,.dim{color:var(--dim)}
code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.88em}
table{border-collapse:collapse;inline-size:100%;font-size:.92rem}
th,td{text-align:start;vertical-align:top;padding:.35em .6em;border-block-end:1px solid var(--line)}
th{font-weight:600;background:var(--soft)}
.scroll{overflow-x:auto}
.mark{font-weight:700;letter-spacing:.12em}
.chip{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 .6em;font-size:.85em;white-space:nowrap;margin-inline-end:.3em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--dim:#444;--line:#bbb;--soft:#f3f3f3;--accent:#000;--warn:#000}body{font-size:11pt}a{text-decoration:none}h1,h2,h3,h4{break-after:avoid}tr,figure{break-inside:avoid}.screen-only{display:none!important}}
`;
