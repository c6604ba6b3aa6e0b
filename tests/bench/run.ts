import { coreFindings } from './goals/core.ts';
import { lengthFindings } from './goals/length.ts';
import { logFindings } from './goals/log.ts';
import { checkFindings } from './goals/check.ts';
import { QUICK } from './support/scale.ts';
import { table } from './support/table.ts';
for (const f of [coreFindings, checkFindings, logFindings, lengthFindings]) { try { console.log(table(await f(QUICK))); } catch (e) { console.log(e); } }
