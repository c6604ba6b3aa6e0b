import { useState } from 'preact/hooks';
import { RANKS, type Rank } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Card, CaseTime, Check, Chip, Dialog, Radios, TextArea } from '../../kit/index.ts';
import { isTakenForChild } from '../../../state/selectors.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';

/** Safety: risk, guardian, family. */
export function RiskSection({ person }: { person: string }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [open, setOpen] = useState<'risk' | 'family'>();
  const state = seat.world.people[person];
  const child = useIsChild(person);
  return (
    <Card level={2} title={t('risk.title')}>
      <RiskFacts person={person} />
      {!seat.readOnly && (
        <div class="row">
          {seat.can('assess-risk') && (
            <Button kind="quiet" onClick={() => setOpen('risk')}>
              {t('risk.assess')}
            </Button>
          )}
          {child && seat.can('notify-guardian') && state?.guardianNotified === undefined && (
            <Button kind="quiet" busy={busy} onClick={() => send({ type: 'notify-guardian', person })}>
              {t('risk.notify')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setOpen('family')}>
            {t('risk.callFamily')}
          </Button>
        </div>
      )}
      <RiskForm person={person} open={open === 'risk'} onClose={() => setOpen(undefined)} />
      <Dialog
        open={open === 'family'}
        title={t('risk.callFamily')}
        onClose={() => setOpen(undefined)}
        footer={
          <Button busy={busy} onClick={() => send({ type: 'contact-family', person }, () => setOpen(undefined))}>
            {t('risk.callNow')}
          </Button>
        }
      >
        <p>{t('risk.callWhy')}</p>
      </Dialog>
    </Card>
  );
}

/** True if this desk has to take the person for a child, who has a right to a guardian. */
function useIsChild(person: string): boolean {
  const { world, card } = useSeat();
  return isTakenForChild(world, person, card(`person:${person}`)?.facts);
}

function RiskForm({ person, open, onClose }: { person: string; open: boolean; onClose: () => void }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft<{ level: Rank | ''; family: boolean; text: string }>(`risk:${person}`, {
    level: '',
    family: false,
    text: '',
  });
  const submit = (): void => {
    if (form.level === '') return;
    send(
      {
        type: 'assess-risk',
        person,
        level: form.level,
        family: form.family,
        ...(form.text.trim() ? { text: form.text } : {}),
      },
      () => {
        clear();
        onClose();
      },
    );
  };
  return (
    <Dialog
      open={open}
      title={t('risk.assess')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.level === ''} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <Radios
        label={t('risk.level')}
        hint={t('risk.levelWhy')}
        value={form.level}
        onChange={(level) => set({ level: level as Rank })}
        options={RANKS.map((value) => ({ value, label: t(`rank.${value}`) }))}
      />
      <Check
        label={t('risk.familyCheck')}
        hint={t('risk.familyWhy')}
        checked={form.family}
        onChange={(family) => set({ family })}
      />
      <TextArea label={t('shared.reason')} hint={t('reasonWhy')} value={form.text} onChange={(text) => set({ text })} />
    </Dialog>
  );
}

function RiskFacts({ person }: { person: string }) {
  const t = useT('people');
  const seat = useSeat();
  const state = seat.world.people[person];
  const risk = state?.risk;
  return (
    <dl class="facts">
      <dt>{t('risk.level')}</dt>
      <dd>
        {risk ? (
          <>
            <Chip tone={risk.level === 'high' ? 'alert' : risk.level === 'medium' ? 'due' : 'good'}>
              {t(`rank.${risk.level}`)}
            </Chip>{' '}
            <span class="small dim">
              <CaseTime at={risk.at} />
            </span>
          </>
        ) : (
          t('risk.notAssessed')
        )}
      </dd>
      {risk && (
        <>
          <dt>{t('risk.family')}</dt>
          <dd>{risk.family ? t('risk.familyYes') : t('risk.familyNo')}</dd>
        </>
      )}
      {risk?.text && (
        <>
          <dt>{t('shared.reason')}</dt>
          <dd dir="auto">{seat.textOf(risk.text)}</dd>
        </>
      )}
      <Guardian person={person} />
    </dl>
  );
}

/** Of a child, and of everyone with a notified guardian. */
function Guardian({ person }: { person: string }) {
  const t = useT('people');
  const { world } = useSeat();
  const notified = world.people[person]?.guardianNotified;
  const child = useIsChild(person);
  if (notified === undefined && !child) return null;
  return (
    <>
      <dt>{t('shared.guardian')}</dt>
      <dd>
        {notified === undefined ? (
          t('risk.guardianNo')
        ) : (
          <>
            <span>{t('risk.guardianYes')}</span> <CaseTime at={notified} />
          </>
        )}
      </dd>
    </>
  );
}
