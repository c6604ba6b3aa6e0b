/** The child that checks a case under preview, as often as it is saved: kept warm, so that a check takes no start. */
import { checkCase } from '../../shared/scenario/parse-case.ts';
import type { FromChild, ToChild } from '../scenario-child.ts';

const answer = (message: FromChild) => process.send?.(message);

process.on('message', ({ files, hash }: ToChild) => answer({ checked: checkCase(files, hash) }));
answer({ ready: true });
