/** What can start without a class: a demo that plays itself, and practice for one person. */
import { useState } from 'preact/hooks';
import type { ScenarioCard } from '../../../../shared/protocol/api.ts';
import type { ErrorCode } from '../../../connection/api.ts';
import { startDemo } from '../../../connection/api.ts';
import { Button, go, useT } from '../../kit/index.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { PracticeDialog } from './practice-dialog.tsx';
import { Problem } from '../shell/problem.tsx';
import { classPath } from '../shell/trainer-route.ts';

export function WithoutClass({ cases }: { cases: readonly ScenarioCard[] }) {
  const t = useT('trainer');
  const [practising, setPractising] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const playable = cases.filter((each) => each.findings.every(({ severity }) => severity !== 'error'));
  const show = async (): Promise<void> => {
    setBusy(true);
    const answer = await startDemo(cardLanguage());
    setBusy(false);
    if (answer.ok) go(classPath(answer.value.exercise, 'console'));
    else setError(answer.error);
  };
  if (playable.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="without-class">
      <h2 id="without-class">{t('home.withoutClass')}</h2>
      <div class="without-class">
        <div class="card flat">
          <h3>{t('demo.title')}</h3>
          <p>{t('demo.text')}</p>
          <Button kind="quiet" busy={busy} onClick={() => void show()}>
            {t('demo.go')}
          </Button>
        </div>
        <div class="card flat">
          <h3>{t('practice.title')}</h3>
          <p>{t('practice.short')}</p>
          <Button kind="quiet" onClick={() => setPractising(true)}>
            {t('practice.choose')}
          </Button>
        </div>
      </div>
      {error && <Problem error={error} />}
      {practising && <PracticeDialog cases={playable} close={() => setPractising(false)} />}
    </section>
  );
}
