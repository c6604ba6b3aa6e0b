/** The stage before the person comes in: the interpreter is checked, briefed or changed. */
import { useState } from 'preact/hooks';
import { Bdi, Button, Card, Chip, Deadline, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useHelpers } from '../work/directory.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { ChangeInterpreter } from './change-interpreter.tsx';

interface PrepareProps {
  id: string;
  interview: Interview;
  /** True for this desk's interview. Every seat of the desk may check and brief the interpreter. */
  ours: boolean;
  leads: boolean;
}

export function Prepare({ id, interview, ours, leads }: PrepareProps) {
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const [changing, setChanging] = useState(false);
  const { vetting, interpreter } = interview;
  const found = useHelpers('interpreter').find((helper) => helper.id === interpreter)?.found;
  const running = vetting?.due !== undefined && vetting.result === undefined;
  return (
    <Card level={2} title={t('interview.prepare.title')}>
      {interpreter === undefined ? (
        <p class="dim">{t('interview.prepare.none')}</p>
      ) : (
        <>
          <p class="iv-helper">
            <strong>
              <Bdi>{names.helper(interpreter)}</Bdi>
            </strong>
            {!running && <VettingChip interview={interview} />}
            <Chip tone={interview.briefed ? 'good' : 'plain'}>
              {t(interview.briefed ? 'interview.prepare.briefed' : 'interview.prepare.unbriefed')}
            </Chip>
          </p>
          {found !== undefined && (
            <p>
              <Bdi>{found}</Bdi>
            </p>
          )}
          {running && vetting?.due !== undefined && (
            <p>
              {t('interview.prepare.vetting')} <Deadline due={vetting.due} />
            </p>
          )}
        </>
      )}
      {ours && (
        <div class="row">
          {interpreter !== undefined && vetting?.result === undefined && !running && (
            <Button kind="quiet" busy={busy} onClick={() => send({ type: 'vet-interpreter', interview: id })}>
              {t('interview.prepare.vet')}
            </Button>
          )}
          {interpreter !== undefined && !interview.briefed && (
            <Button kind="quiet" busy={busy} onClick={() => send({ type: 'brief-interpreter', interview: id })}>
              {t('interview.prepare.brief')}
            </Button>
          )}
          {leads && (
            <Button kind="quiet" onClick={() => setChanging(true)}>
              {t('interview.prepare.change')}
            </Button>
          )}
        </div>
      )}
      <ChangeInterpreter id={id} interview={interview} open={changing} onClose={() => setChanging(false)} />
    </Card>
  );
}

/** The result of the interpreter check. Only a conflict is an alert. */
export function VettingChip({ interview }: { interview: Interview }) {
  const t = useT('work');
  const result = interview.vetting?.result;
  if (result === 'clear') return <Chip tone="good">{t('interview.prepare.clear')}</Chip>;
  if (result === 'conflict') return <Chip tone="alert">{t('interview.prepare.conflict')}</Chip>;
  return (
    <Chip>{t(interview.vetting?.due === undefined ? 'interview.prepare.unvetted' : 'interview.prepare.vetting')}</Chip>
  );
}
