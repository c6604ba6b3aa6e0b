import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import { knownItems } from '../../../state/selectors.ts';
import { Button, Card, Chip, Dialog, Select } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

/** The indicators this desk noted for a person, each with its source. */
export function IndicatorsSection({ person }: { person: string }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const { busy, send } = useSend();
  const [open, setOpen] = useState(false);
  const noted = Object.entries(seat.world.people[person]?.indicators ?? {});
  return (
    <Card
      level={2}
      title={t('shared.indicators')}
      aside={
        !seat.readOnly && (
          <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
            {t('indicators.add')}
          </Button>
        )
      }
    >
      {noted.length === 0 && <p class="dim">{t('indicators.none')}</p>}
      <ul class="plain stack tight">
        {noted.map(([id, indicator]) => (
          <li key={id} class="spread">
            <span>
              {names.indicator(id)}
              {indicator.item && (
                <span class="small dim">
                  {' '}
                  · <bdi>{names.item(indicator.item)}</bdi>
                </span>
              )}
            </span>
            {!seat.readOnly && (
              <Button
                kind="quiet"
                size="small"
                busy={busy}
                onClick={() => send({ type: 'untag-indicator', person, indicator: id })}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <IndicatorForm person={person} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

function IndicatorForm({ person, open, onClose }: { person: string; open: boolean; onClose: () => void }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const { busy, send } = useSend();
  const [form, set] = seat.draft(`indicator:${person}`, { indicator: '', item: '' });
  const noted = Object.entries(seat.world.people[person]?.indicators ?? {});
  const all = Object.entries(seat.law?.indicators ?? {});
  const submit = (): void =>
    send({ type: 'tag-indicator', person, indicator: form.indicator, ...(form.item ? { item: form.item } : {}) }, () =>
      set({ indicator: '', item: '' }),
    );
  return (
    <Dialog
      open={open}
      title={t('indicators.add')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.indicator === ''} onClick={submit}>
          {t('indicators.note')}
        </Button>
      }
    >
      <p>{t('indicators.lead')}</p>
      <Select
        label={t('indicators.which')}
        value={form.indicator}
        empty={t('choose')}
        onChange={(indicator) => set({ indicator })}
        options={all
          .filter(([id]) => !noted.some(([other]) => other === id))
          .map(([value, { title, family }]) => ({ value, label: `${family}: ${title}` }))}
      />
      <Select
        label={t('indicators.from')}
        hint={t('indicators.fromWhy')}
        value={form.item}
        empty={t('indicators.seen')}
        onChange={(item) => set({ item })}
        options={knownItems(seat.world, seat.role).map((value) => ({ value, label: names.item(value) }))}
      />
      <p class="row tight" aria-live="polite">
        {noted.map(([id]) => (
          <Chip key={id}>{names.indicator(id)}</Chip>
        ))}
      </p>
    </Dialog>
  );
}
