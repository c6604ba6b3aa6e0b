/** The child that checks a case under preview, as often as it is saved: kept warm, so that a check takes no start. */
import { checkCase } from '../../shared/scenario/parse-case.ts';
import type { FromChecker, ToChecker } from './warm-checker.ts';

const answer = (message: FromChecker) => process.send?.(message);

process.on('message', ({ files, hash }: ToChecker) => answer({ checked: checkCase(files, hash) }));
answer({ ready: true });
