import { startFindings } from './goals/start.ts';
import { pageFindings } from './goals/page.ts';
import { QUICK } from './support/scale.ts';
import { table } from './support/table.ts';
for (const f of [startFindings, pageFindings]) { try { console.log(table(await f(QUICK))); } catch (e) { console.log(e); } }
