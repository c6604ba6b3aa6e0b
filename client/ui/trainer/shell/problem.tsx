/** What happened, what is kept, what to do next. */
import type { ErrorCode } from '../../../connection/api.ts';
import { hasText } from '../../../i18n/index.ts';
import { Button, Notice, useT } from '../../kit/index.ts';

export function Problem({ error, again, page = false }: { error: ErrorCode; again?: () => void; page?: boolean }) {
  const t = useT('trainer');
  const text = hasText('trainer', `error.${error}`) ? t(`error.${error}`) : t('error.internal');
  const notice = (
    <Notice tone="due" live="polite" title={text}>
      {again && (
        <Button kind="quiet" size="small" onClick={again}>
          {t('tryAgain')}
        </Button>
      )}
    </Notice>
  );
  return page ? <main class="center-page">{notice}</main> : notice;
}
