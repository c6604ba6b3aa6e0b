/** Texts that would run as programs if they were treated as more than text, and a case that contains them. */
import { parseDocument } from 'yaml';
import { Scenario } from '../../../../shared/scenario/schema/scenario.ts';
import { textsOf } from '../../../../shared/scenario/schema-walk.ts';
import { aCase } from '../../../support/a-scenario.ts';

/** At most forty letters, the limit of a name. */
export const NAMES = [
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '\u202Etxt.exe\u2066 gnirts',
  'Z̷̛͓̹̦a̸̡̞͎͛l̴̠̏g̶̢͎͝o̷̻͐ Z̷̛͓̹̦a̸̡̞͎͛',
  '👩‍👩‍👧‍👦🏳️‍🌈👨🏿‍🚒',
] as const;

export const WORDS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">here</a> [here](javascript:alert(1)) <javascript:alert(1)>',
  '![x](http://evil.example/x.png) <link rel=stylesheet href=http://evil.example/x.css>',
  '</textarea></title></style></script><script>alert(1)</script>',
  '"; alert(1); //  ${alert(1)}  {{alert(1)}}  `${alert(1)}`',
  '<b onmouseover=alert(1) style="background:url(http://evil.example/x)">x</b>',
  '&lt;script&gt;alert(1)&lt;/script&gt; \u003Cscript\u003Ealert(1)\u003C/script\u003E',
] as const;

/** Four thousand letters without a space: the limit of a free text. */
export const ENDLESS = 'W'.repeat(4000);

/** The most that a drawing may contain: external references are rejected before it is shown. */
export const SLY_DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><style>rect { fill: #246 }</style><rect width="10" height="10"/></svg>';

/** The small case with every text poisoned, and a drawing with external references. */
export function poisonedCase(): Record<string, string> {
  const files = aCase((draft) => {
    for (const item of Object.values(draft.items)) item.art = 'sly';
  });
  const document = parseDocument(files['scenario.yaml'] ?? '');
  textsOf(Scenario, Scenario.parse(document.toJS())).forEach(({ path, text }, at) => {
    document.setIn(path, `${WORDS[at % WORDS.length]} ${text}`);
  });
  return { ...files, 'scenario.yaml': document.toString(), 'art/sly.svg': SLY_DRAWING };
}
