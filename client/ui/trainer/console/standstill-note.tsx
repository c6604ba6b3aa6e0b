/** Explains why the class is halted although nobody paused it, and what the trainer can do. */
import type { Standstill } from '../../../../shared/console/console.ts';
import { Notice, useT } from '../../kit/index.ts';

export function StandstillNote({ standstill }: { standstill: Standstill | undefined }) {
  const t = useT('trainer');
  if (!standstill) return null;
  const { reason, over } = standstill;
  if (over)
    return (
      <Notice tone="due" live="polite" title={t('standstill.over')}>
        <p>{t('standstill.goOn')}</p>
      </Notice>
    );
  return (
    <Notice tone="alert" live="polite" title={t(`standstill.${reason}.title`)}>
      <p>{t(`standstill.${reason}.text`)}</p>
    </Notice>
  );
}
