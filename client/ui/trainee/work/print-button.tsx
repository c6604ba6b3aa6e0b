/** Prints the current screen. The print style omits navigation and forms and keeps the EXERCISE mark. */
import { Button, useT } from '../../kit/index.ts';

export function PrintButton() {
  const t = useT('work');
  return (
    <span class="no-print">
      <Button kind="quiet" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </span>
  );
}
