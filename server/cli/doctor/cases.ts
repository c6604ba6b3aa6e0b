/** Checks whether the cases can be played; reads them like the server. */
import { createLibrary, loadFolder } from '../../cases/scenario-library.ts';
import { count } from '../backup/figures.ts';
import { fail, type Finding, ok, type Subject, warn } from './finding.ts';

export async function checkCases({ scenarios }: Subject): Promise<Finding[]> {
  const library = await createLibrary(() => loadFolder(scenarios, () => undefined));
  const cases = library.list();
  const broken = cases.filter((one) => !one.compiled).map(({ id }) => id);
  const says = `${cases.length - broken.length} of ${count(cases.length, 'case')} can be played`;
  if (cases.length === 0)
    return [
      fail('cases', `there is no case in ${scenarios}`, 'set BARAZA_SCENARIOS to a folder of cases, or unset it'),
    ];
  if (broken.length === cases.length) return [fail('cases', says, 'npx baraza check shows the errors')];
  if (broken.length > 0)
    return [warn('cases', `${says}, not ${broken.join(', ')}`, 'npx baraza check shows the errors')];
  return [ok('cases', says)];
}
