import { useT } from '../../i18n/index.ts';
import { Field } from '../kit/fields.tsx';
import { readPin, showPin, strangersIn } from './pin.ts';

/** Six characters, typed any way people type them. */
export function PinField({ pin, onChange }: { pin: string; onChange: (pin: string) => void }) {
  const t = useT('join');
  const strangers = strangersIn(pin);
  return (
    <Field
      label={t('pin.label')}
      hint={t('pin.hint')}
      problem={strangers.length > 0 ? t('pin.stranger', { letters: strangers.join(', ') }) : undefined}
    >
      {(wired) => (
        <input
          {...wired}
          class="input pin num"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          inputMode="text"
          value={showPin(pin)}
          onInput={(event) => {
            const next = readPin(event.currentTarget.value);
            event.currentTarget.value = showPin(next);
            onChange(next);
          }}
        />
      )}
    </Field>
  );
}
