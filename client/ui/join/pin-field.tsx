import { useT } from '../../i18n/index.ts';
import { Field } from '../kit/fields.tsx';
import { readPin, formatPin, invalidLetters } from '../../state/pin.ts';

/** The input for a class code of six characters; it accepts any spelling. */
export function PinField({ pin, onChange }: { pin: string; onChange: (pin: string) => void }) {
  const t = useT('join');
  const invalid = invalidLetters(pin);
  return (
    <Field
      label={t('pin.label')}
      hint={t('pin.hint')}
      problem={invalid.length > 0 ? t('pin.stranger', { letters: invalid.join(', ') }) : undefined}
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
          value={formatPin(pin)}
          onInput={(event) => {
            const next = readPin(event.currentTarget.value);
            event.currentTarget.value = formatPin(next);
            onChange(next);
          }}
        />
      )}
    </Field>
  );
}
