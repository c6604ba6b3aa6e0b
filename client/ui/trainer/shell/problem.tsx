/** An error message: what happened, what is saved, what to do. */
import type { ErrorCode } from '../../../connection/api.ts';
import { hasText } from '../../../i18n/index.ts';
import { Button, Notice, useT } from '../../kit/index.ts';

export function Problem({ error, onRetry, page = false }: { error: ErrorCode; onRetry?: () => void; page?: boolean }) {
  const t = useT('trainer');
  const text = hasText('trainer', `error.${error}`) ? t(`error.${error}`) : t('error.internal');
  const notice = (
    <Notice tone="due" live="polite" title={text}>
      {onRetry && (
        <Button kind="quiet" size="small" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Notice>
  );
  return page ? <main class="center-page">{notice}</main> : notice;
}
