/** The rule for commit messages; CONTRIBUTING.md explains it. */

export const MAX_SUBJECT = 72;
const SUBJECT = /^(?<area>[a-z0-9-]+(?:\([a-z0-9-]+\))?): (?<summary>\S.*)$/;

/** The faults of a message (subject, empty line, body), as sentences; empty if it is right. */
export function faultsOf(message: string): string[] {
  const [subject = '', ...rest] = message.trimEnd().split('\n');
  const faults: string[] = [];
  if (subject.length > MAX_SUBJECT)
    faults.push(`the subject has ${subject.length} characters; ${MAX_SUBJECT} are the limit`);
  const summary = SUBJECT.exec(subject)?.groups?.['summary'];
  if (summary === undefined) faults.push('the subject is not `area: imperative summary`, with the area in lower case');
  else {
    if (/^[A-Z][a-z]/.test(summary)) faults.push('the summary begins in lower case');
    if (/[.;]$/.test(summary)) faults.push('the subject ends without a full stop');
    if (summary.includes(';')) faults.push('the subject names two concerns; make two commits');
  }
  if (rest.length > 0 && rest[0] !== '') faults.push('an empty line separates subject and body');
  if (rest.every((line) => line.trim() === '')) faults.push('the body is missing: say why');
  return faults;
}
