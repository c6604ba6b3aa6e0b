/** The child process that checks a case. `scenario-child.ts` starts it; it reports ready, then answers one request. */
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { limitCpu } from './cpu-limit.ts';
import type { FromChild, ToChild } from './scenario-child.ts';

const answer = (message: FromChild) => process.send?.(message);

process.once('message', ({ files, hash, cpuMs }: ToChild) => {
  limitCpu(cpuMs);
  answer({ checked: checkCase(files, hash) });
});
answer({ ready: true });
