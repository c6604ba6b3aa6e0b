/** A process with one runner: answers questions of `pool.ts`. Arguments: the root, the rules and the test files as JSON. */
import { type Attempt, type Measured, Runner, type Verdict } from './runner.ts';

export type Question =
  | { ask: 'measure'; file: string }
  | { ask: 'judge'; mutant: string; attempts: readonly Attempt[] };
export type Answer = { measured: readonly Measured[] } | { verdict: Verdict };

const [root = '', rules = '[]', files = '[]'] = process.argv.slice(2);
const runner = await Runner.start(root, JSON.parse(rules) as string[], JSON.parse(files) as string[]);

const answerTo = async (question: Question): Promise<Answer> =>
  question.ask === 'measure'
    ? { measured: await runner.measure(question.file) }
    : { verdict: await runner.judge(question.mutant, question.attempts) };

process.on('message', (question: Question) => {
  void answerTo(question).then((answer) => process.send?.(answer));
});
process.send?.('ready');
