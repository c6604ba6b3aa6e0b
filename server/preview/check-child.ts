/** Child process that checks the previewed case after every save; it keeps running, so that a check needs no start. */
import { checkCase } from '../../shared/scenario/parse-case.ts';
import type { FromChecker, ToChecker } from './warm-checker.ts';

const answer = (message: FromChecker) => process.send?.(message);

process.on('message', ({ files, hash }: ToChecker) => answer({ checked: checkCase(files, hash) }));
answer({ ready: true });
