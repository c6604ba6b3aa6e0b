import { useState } from 'preact/hooks';
import { ARREST_SAFEGUARDS } from '../../../../shared/exercise/standard-steps.ts';
import { BASES, type Basis } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Card, Checks, Dialog, Select } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

/** Moving, arresting and releasing a person, for desks with the power. */
export function CustodySection({ person, here }: { person: string; here: boolean }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [open, setOpen] = useState<'move' | 'arrest'>();
  const state = seat.world.people[person];
  if (seat.readOnly || (!seat.can('move-person') && !seat.can('arrest'))) return null;
  return (
    <Card level={2} title={t('custody.title')}>
      {!here && <p class="small dim">{t('custody.beThere')}</p>}
      <div class="row">
        {seat.can('move-person') && here && (
          <Button kind="quiet" onClick={() => setOpen('move')}>
            {t('custody.move')}
          </Button>
        )}
        {seat.can('arrest') && here && state?.custody !== 'arrested' && (
          <Button kind="danger" onClick={() => setOpen('arrest')}>
            {t('custody.arrest')}
          </Button>
        )}
        {seat.can('arrest') && state?.custody !== undefined && (
          <Button kind="quiet" busy={busy} onClick={() => send({ type: 'release', person })}>
            {t('custody.release')}
          </Button>
        )}
      </div>
      <MoveForm person={person} open={open === 'move'} onClose={() => setOpen(undefined)} />
      <ArrestForm person={person} open={open === 'arrest'} onClose={() => setOpen(undefined)} />
    </Card>
  );
}

interface FormProps {
  person: string;
  open: boolean;
  onClose: () => void;
}

/** Known places as options. `detention` limits them to places with or without cells. */
function usePlaces(open: boolean, detention: boolean | undefined) {
  const seat = useSeat();
  const names = useNames();
  return ((open ? seat.card('places') : undefined)?.facts?.ids ?? [])
    .filter((place) => detention === undefined || (seat.card(`place:${place}`)?.facts?.custody === true) === detention)
    .map((value) => ({ value, label: names.place(value) }));
}

function MoveForm({ person, open, onClose }: FormProps) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft(`move:${person}`, { place: '' });
  const places = usePlaces(open, undefined).filter(({ value }) => value !== seat.world.people[person]?.place);
  const submit = (): void =>
    send({ type: 'move-person', person, place: form.place }, () => {
      clear();
      onClose();
    });
  return (
    <Dialog
      open={open}
      title={t('custody.move')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.place === ''} onClick={submit}>
          {t('custody.moveNow')}
        </Button>
      }
    >
      <Select
        label={t('custody.where')}
        hint={t('custody.whereWhy')}
        value={form.place}
        empty={t('choose')}
        onChange={(place) => set({ place })}
        options={places}
      />
    </Dialog>
  );
}

function ArrestForm({ person, open, onClose }: FormProps) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft<{ place: string; basis: Basis | ''; safeguards: string[] }>(
    `arrest:${person}`,
    {
      place: '',
      basis: '',
      safeguards: [] as string[],
    },
  );
  const places = usePlaces(open, true);
  const submit = (): void => {
    if (form.basis === '') return;
    send({ type: 'arrest', person, place: form.place, basis: form.basis, safeguards: form.safeguards }, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('custody.arrest')}
      onClose={onClose}
      footer={
        <Button kind="danger" busy={busy} disabled={form.place === '' || form.basis === ''} onClick={submit}>
          {t('custody.arrestNow')}
        </Button>
      }
    >
      <p>{t('custody.arrestLead')}</p>
      <Select
        label={t('custody.cells')}
        value={form.place}
        empty={t('choose')}
        onChange={(place) => set({ place })}
        options={places}
      />
      <Select
        label={t('shared.whichBasis')}
        hint={t('basisWhy')}
        value={form.basis}
        empty={t('choose')}
        onChange={(basis) => set({ basis: basis as Basis })}
        options={BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
      <Checks
        label={t('custody.safeguards')}
        hint={t('custody.safeguardsWhy')}
        columns
        values={form.safeguards}
        onChange={(safeguards) => set({ safeguards })}
        options={ARREST_SAFEGUARDS.map((value) => ({ value, label: t(`safeguard.${value}`) }))}
      />
    </Dialog>
  );
}
