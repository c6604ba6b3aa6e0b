import { useState } from 'preact/hooks';
import { ELEMENTS, type Element } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { knownPeople } from '../../../state/selectors.ts';
import { Button, Checks, Chip, Dialog, Select } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

/** The elements of crime that this desk assesses the item to prove, per person. */
export function AssessSection({ item }: { item: string }) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const [open, setOpen] = useState(false);
  const assessed = Object.entries(seat.world.items[item]?.assessed[seat.role] ?? {}).filter(
    ([, elements]) => elements.length > 0,
  );
  return (
    <section class="stack tight">
      <div class="spread">
        <h3>{t('item.proves')}</h3>
        {!seat.readOnly && (
          <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
            {t('item.assess')}
          </Button>
        )}
      </div>
      {assessed.length === 0 && <p class="small dim">{t('item.notAssessed')}</p>}
      {assessed.map(([person, elements]) => (
        <p key={person} class="row tight">
          <bdi class="strong">{names.person(person)}</bdi>
          {elements.map((element) => (
            <Chip key={element}>{t(`element.${element}`)}</Chip>
          ))}
        </p>
      ))}
      <AssessForm item={item} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}

function AssessForm({ item, open, onClose }: { item: string; open: boolean; onClose: () => void }) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const { busy, send } = useSend();
  const [person, setPerson] = useState('');
  const [chosen, setChosen] = useState<string[]>();
  const before = seat.world.items[item]?.assessed[seat.role]?.[person] ?? [];
  const values: readonly string[] = chosen ?? before;
  const pick = (next: string): void => {
    setPerson(next);
    setChosen(undefined);
  };
  const elements = ELEMENTS.filter((element): element is Element => values.includes(element));
  return (
    <Dialog
      open={open}
      wide
      title={t('item.assess')}
      onClose={onClose}
      footer={
        <Button
          busy={busy}
          disabled={person === ''}
          onClick={() => send({ type: 'assess-item', item, person, elements }, onClose)}
        >
          {t('save')}
        </Button>
      }
    >
      <Select
        label={t('item.assessWho')}
        hint={t('item.assessWhy')}
        value={person}
        empty={t('choose')}
        onChange={pick}
        options={knownPeople(seat.world, seat.role).map((value) => ({ value, label: names.person(value) }))}
      />
      {person !== '' && (
        <Checks
          label={t('item.assessWhat')}
          columns
          values={values}
          onChange={setChosen}
          options={ELEMENTS.map((value) => ({ value, label: t(`element.${value}`) }))}
        />
      )}
    </Dialog>
  );
}
