/** The child that reads a case. Started by server/scenario-child.ts; says it is ready, reads once, answers once. */
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { limitCpu } from './cpu-limit.ts';
import type { FromChild, ToChild } from './scenario-child.ts';

const answer = (message: FromChild) => process.send?.(message);

process.once('message', ({ files, hash, cpuMs }: ToChild) => {
  limitCpu(cpuMs);
  answer({ checked: checkCase(files, hash) });
});
answer({ ready: true });
