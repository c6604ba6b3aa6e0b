/** Compares recorded results with the present ones. */
import { firstDifference } from './first-difference.ts';
import type { Told } from './kept-log.ts';
import { asRecorded } from './meant-changes.ts';

/** The first difference of each result of a log, apart from meant changes. Results that were not computed are left out. */
export function differences(set: string, then: Partial<Told>, now: Partial<Told>): string[] {
  const compare = (of: Parameters<typeof asRecorded>[0], name: string, before?: string, after?: string) => {
    const found = firstDifference(before, after === undefined ? after : asRecorded(of, name, after, before, set));
    return found === undefined ? [] : [`${of} ${name}: ${found}`];
  };
  const both = (
    of: Parameters<typeof asRecorded>[0],
    prefix: string,
    before: Record<string, string> = {},
    after: Record<string, string> = {},
  ) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      compare(of, `${prefix}${name}`, before[name], after[name]),
    );
  return [
    ...compare('debrief', 'of the trainer', then.debrief, now.debrief),
    ...both('deskDebrief', '', then.deskDebriefs, now.deskDebriefs),
    ...both('export', '', then.exports, now.exports),
    ...Object.keys(then.views ?? {}).flatMap((seq) =>
      both('view', `after ${seq}: `, then.views?.[seq], now.views?.[seq]),
    ),
  ];
}
