/** Planning an interview: kind, place, interpreter, support, guardian, recording. Nothing is forbidden here; all of it is judged. */
import { useId } from 'preact/hooks';
import { Bdi, Button, Card, Radios, Select, useT } from '../../kit/index.ts';
import { INTERVIEW_KINDS, type InterviewKind } from '../../../../shared/scenario/schema/basics.ts';
import { useSeat } from '../../seat.ts';
import { factText } from '../work/facts.ts';
import { useNames } from '../work/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { HelperSelect } from './helper-select.tsx';
import { kindsFor } from './selectors.ts';

const asKind = (value: string): InterviewKind | undefined => INTERVIEW_KINDS.find((kind) => kind === value);

const EMPTY = { kind: '', place: '', interpreter: '', support: '', guardian: '', recorded: '' };

export function PlanForm({ person, onCancel }: { person: string; onCancel(): void }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const heading = useId();
  const kinds = kindsFor(seat.can);
  const [plan, setPlan, clear] = seat.draft(`interview-plan:${person}`, EMPTY);
  const kind = asKind(plan.kind) ?? kinds[0];
  const place = plan.place || seat.world.people[person]?.place || seat.world.seats[seat.seat]?.at || '';
  const language = factText(seat.card(`person:${person}`), 'language');

  const submit = (event: Event): void => {
    event.preventDefault();
    if (!kind || place === '' || plan.recorded === '') return;
    const optional = (value: string): string | undefined => (value === '' ? undefined : value);
    send(
      {
        type: 'plan-interview',
        person,
        kind,
        place,
        recorded: plan.recorded === 'yes',
        interpreter: optional(plan.interpreter),
        support: optional(plan.support),
        guardian: optional(plan.guardian),
      },
      clear,
    );
  };

  return (
    <form class="stack measure" onSubmit={submit} aria-labelledby={heading}>
      <h1 id={heading}>
        <Bdi>{t('interview.form.title', { person: names.person(person) })}</Bdi>
      </h1>
      {language !== undefined && (
        <p class="dim">{t('interview.form.speaks', { person: names.person(person), language })}</p>
      )}
      <Card>
        <div class="stack">
          <Radios
            label={t('interview.form.purpose')}
            options={kinds.map((value) => ({
              value,
              label: t(`interview.kind.${value}`),
              hint: t(`interview.kindHint.${value}`),
            }))}
            value={kind ?? ''}
            onChange={(value) => setPlan({ kind: value })}
          />
          <Select
            label={t('interview.form.place')}
            hint={t('interview.form.placeHint')}
            options={Object.keys(seat.world.places).map((value) => ({ value, label: names.place(value) }))}
            value={place}
            onChange={(value) => setPlan({ place: value })}
          />
          <HelperSelect
            kind="interpreter"
            value={plan.interpreter}
            onChange={(value) => setPlan({ interpreter: value })}
          />
          <HelperSelect kind="support-person" value={plan.support} onChange={(value) => setPlan({ support: value })} />
          <HelperSelect kind="guardian" value={plan.guardian} onChange={(value) => setPlan({ guardian: value })} />
          <Radios
            label={t('interview.form.recorded')}
            options={[
              { value: 'yes', label: t('interview.form.recordedYes') },
              { value: 'no', label: t('interview.form.recordedNo') },
            ]}
            value={plan.recorded}
            onChange={(value) => setPlan({ recorded: value })}
          />
        </div>
      </Card>
      <div class="row">
        <Button kind="primary" type="submit" busy={busy} disabled={!kind || place === '' || plan.recorded === ''}>
          {t('interview.form.submit')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <p class="dim small">{t('draftKept')}</p>
      </div>
    </form>
  );
}
