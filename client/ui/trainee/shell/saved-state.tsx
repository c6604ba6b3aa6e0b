import { useT } from '../../../i18n/index.ts';
import { Chip } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

/** Shows “saved”, or the number of commands that wait for the server. */
export function SavedState() {
  const t = useT('desk');
  const { state, readOnly } = useSeat();
  if (readOnly) return null;
  const waiting = state.pending.length;
  return (
    <span role="status" class="saved-state">
      {waiting === 0 ? (
        <Chip tone="good">{t('saved')}</Chip>
      ) : (
        <Chip tone="due">{t('waitingCommands', { count: waiting })}</Chip>
      )}
    </span>
  );
}
