/** Moments in playthroughs: as authors write them, and with seconds where a recording needs them (`day 1 08:34:20.125`). */
import { type CaseMs, parseCaseTime } from '../time.ts';

const WITH_SECONDS = /^(day \d+ \d{1,2}:\d{2}):([0-5]\d)(?:\.(\d{3}))?$/;

export function parseMoment(text: string): CaseMs | undefined {
  const match = WITH_SECONDS.exec(text.trim());
  if (!match) return parseCaseTime(text);
  const [, minute = '', seconds, thousandths] = match;
  const at = parseCaseTime(minute);
  return at === undefined ? undefined : at + Number(seconds) * 1000 + Number(thousandths ?? 0);
}
