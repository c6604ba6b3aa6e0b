import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import { knownItems } from '../../../state/selectors.ts';
import { Button, Dialog, Select, TextField } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

/** Links between items, each with an optional reason. */
export function LinksSection({ item }: { item: string }) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const { busy, send } = useSend();
  const [open, setOpen] = useState(false);
  const links = seat.world.links.filter(
    (link) => link.role === seat.role && (link.item === item || link.with === item),
  );
  const choices = knownItems(seat.world, seat.role).filter((id) => id !== item);
  return (
    <section class="stack tight">
      <div class="spread">
        <h3>{t('item.links')}</h3>
        {!seat.readOnly && choices.length > 0 && (
          <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
            {t('item.link')}
          </Button>
        )}
      </div>
      {links.length === 0 && <p class="small dim">{t('item.noLinks')}</p>}
      <ul class="plain stack tight">
        {links.map((link) => {
          const end = link.item === item ? link.with : link.item;
          return (
            <li key={`${link.item} ${link.with}`} class="spread">
              <span>
                <a href={`/play/board/${end}`}>
                  <bdi>{names.item(end)}</bdi>
                </a>
                {link.label && (
                  <span class="small dim">
                    {' '}
                    · <bdi>{seat.textOf(link.label)}</bdi>
                  </span>
                )}
              </span>
              {!seat.readOnly && (
                <Button
                  kind="quiet"
                  size="small"
                  busy={busy}
                  onClick={() => send({ type: 'unlink-items', item: link.item, with: link.with })}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <LinkForm item={item} choices={choices} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}

interface LinkFormProps {
  item: string;
  choices: readonly string[];
  open: boolean;
  onClose: () => void;
}

function LinkForm({ item, choices, open, onClose }: LinkFormProps) {
  const t = useT('desk');
  const names = useNames();
  const { busy, send } = useSend();
  const [other, setOther] = useState('');
  const [label, setLabel] = useState('');
  const submit = (): void =>
    send({ type: 'link-items', item, with: other, ...(label.trim() ? { label } : {}) }, () => {
      setOther('');
      setLabel('');
      onClose();
    });
  return (
    <Dialog
      open={open}
      title={t('item.link')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={other === ''} onClick={submit}>
          {t('item.linkNow')}
        </Button>
      }
    >
      <Select
        label={t('item.linkWith')}
        value={other}
        empty={t('choose')}
        onChange={setOther}
        options={choices.map((value) => ({ value, label: names.item(value) }))}
      />
      <TextField
        label={t('item.linkLabel')}
        hint={t('item.linkWhy')}
        value={label}
        onChange={setLabel}
        maxLength={200}
      />
    </Dialog>
  );
}
