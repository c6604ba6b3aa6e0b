/** How far the help for a person has come. Only presumed victims, and people who are being helped, have it. */
import { useT } from '../../../i18n/index.ts';
import { HELP_PATH, currentReferral, isBeingHelped, stagesReached } from '../../../state/selectors.ts';
import { Track } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

export function HelpTrack({ person, labelled = false }: { person: string; labelled?: boolean }) {
  const t = useT('people');
  const { world } = useSeat();
  if (!isBeingHelped(world, person)) return null;
  const reached = stagesReached(world, person);
  const stages = HELP_PATH.map((stage) => ({ name: t(`referralState.${stage}`), reached: reached.includes(stage) }));
  const refused = currentReferral(world, person)?.state === 'refused';
  return <Track stages={stages} at={refused ? t('referralState.refused') : undefined} labelled={labelled} />;
}
