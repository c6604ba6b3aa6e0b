/** A trainee's own debrief: the team's two results, then this desk, in private. No ranking, no names. */
import '../../styles/debrief.css';
import { useEffect, useState } from 'preact/hooks';
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { readOwnDebrief } from '../../connection/api.ts';
import { readPass } from '../../state/seat-pass.ts';
import { clearDevice } from '../../state/keep-on-device.ts';
import { Button, Card, EmptyState, Notice, RoleTag, useKit, useT, Waiting } from '../kit/index.ts';
import { useSeat } from '../../context/seat.ts';
import { BetterWording } from './better-wording.tsx';
import { EvidenceDialog } from './evidence.tsx';
import type { EvidenceOf } from './evidence.tsx';
import { deskView } from './figures.ts';
import { RatingMark, SimulatedNote } from './rating.tsx';
import { InvestigationSlide, ReferralSlide } from './slide-results.tsx';
import { TaskLines } from './task-lines.tsx';
import { useNames } from '../../names/use-names.ts';
import { ScriptsContext, scriptsOf } from './use-sentence.ts';

export default function TraineeDebrief() {
  const t = useT('debrief');
  const { world } = useSeat();
  const [debrief, setDebrief] = useState<Debrief>();
  const [failed, setFailed] = useState(false);
  const ended = world.status === 'ended';
  useEffect(() => {
    if (!ended) return;
    void readOwnDebrief(readPass() ?? '').then((answer) => (answer.ok ? setDebrief(answer.value) : setFailed(true)));
  }, [ended]);
  if (!ended) return <EmptyState title={t('mine.notYet')} text={t('mine.notYetText')} />;
  if (failed) return <Notice tone="due" title={t('mine.failed')} />;
  if (!debrief) return <Waiting />;
  return (
    <ScriptsContext.Provider value={scriptsOf(debrief)}>
      <MyDebrief debrief={debrief} />
    </ScriptsContext.Provider>
  );
}

/** Removes this person's data from the device before the next person uses it. */
function leave(): void {
  clearDevice();
  globalThis.location.assign('/');
}

function MyDebrief({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { role } = useSeat();
  const [evidence, setEvidence] = useState<EvidenceOf>();
  const deskDebrief = deskView(debrief, role);
  return (
    <div class="stack wide my-debrief">
      <header class="stack tight">
        <h1>{t('nav.debrief')}</h1>
        <p class="dim measure">{t('mine.lead')}</p>
      </header>
      <Card level={2} title={t('mine.team')}>
        <h3>{t('slide.referral')}</h3>
        <ReferralSlide debrief={debrief} />
        <h3>{t('slide.investigation')}</h3>
        <InvestigationSlide debrief={debrief} maxLines={0} />
      </Card>
      <Card level={2} title={t('shared.yourDesk')} aside={<RoleTag role={role} />}>
        <h3>{t('mine.strengths')}</h3>
        {deskDebrief.strengths.length > 0 ? (
          <TaskLines tasks={deskDebrief.strengths} show={setEvidence} />
        ) : (
          <p>{t(deskDebrief.next.length > 0 ? 'mine.noneInTime' : 'mine.noStrengths')}</p>
        )}
        {deskDebrief.next.length > 0 && <h3>{t('mine.next')}</h3>}
        <TaskLines tasks={deskDebrief.next} show={setEvidence} />
      </Card>
      <DeskDiscussion deskDebrief={deskDebrief} />
      <Card level={2} title={t('slide.competencies')}>
        <ul class="plain competency-grid">
          {debrief.competencies.map((mark) => (
            <li key={mark.competency} class="spread">
              <span>{t(`competency.${mark.competency}`)}</span>
              <RatingMark rating={mark.rating} />
            </li>
          ))}
        </ul>
        <p class="dim small">{t('competencies.note')}</p>
        <SimulatedNote roles={debrief.simulated} />
      </Card>
      <Card level={2} tone="flat" title={t('mine.leave')}>
        <p class="measure">{t('mine.leaveText')}</p>
        <Button kind="quiet" onClick={leave}>
          {t('mine.leaveGo')}
        </Button>
      </Card>
      <EvidenceDialog of={evidence} debrief={debrief} onClose={() => setEvidence(undefined)} />
    </div>
  );
}

function DeskDiscussion({ deskDebrief }: { deskDebrief: ReturnType<typeof deskView> }) {
  const t = useT('debrief');
  const { card } = useKit();
  const { name } = useNames();
  return (
    <>
      {deskDebrief.redLines.map((line) => (
        <Card key={`${line.redLine} ${line.at}`} level={2} tone="due" title={name('red-line', line.redLine)}>
          <p>{card(`red-line:${line.redLine}`)?.text}</p>
          <p class="strong">{line.repairedAt === undefined ? t('redLine.open') : t('redLine.repaired')}</p>
        </Card>
      ))}
      {deskDebrief.coach
        .filter((coach) => coach.better.length > 0)
        .map((coach) => (
          <Card key={coach.interview} level={2} title={t('slide.coach', { person: name('person', coach.person) })}>
            <BetterWording coach={coach} />
          </Card>
        ))}
    </>
  );
}
