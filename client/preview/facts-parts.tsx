/** Controls of the start-facts form. */
import { useState } from 'preact/hooks';
import { Button, Field, type Option, Select, useT } from '../ui/kit/index.ts';

interface AddProps {
  label: string;
  fields: { label: string; options: readonly Option[] }[];
  onAdd: (values: string[]) => void;
}

/** Several selects and a button that adds their values to a list. */
export function AddRow({ label, fields, onAdd }: AddProps) {
  const t = useT('preview');
  const [values, setValues] = useState<readonly string[]>([]);
  const chosen = fields.map((_, index) => values[index] ?? '');
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="add-row">
        {fields.map((field, index) => (
          <Select
            key={field.label}
            label={field.label}
            empty="–"
            options={field.options}
            value={chosen[index] ?? ''}
            onChange={(value) => setValues(chosen.map((old, at) => (at === index ? value : old)))}
          />
        ))}
        <Button
          kind="quiet"
          size="small"
          disabled={chosen.includes('')}
          onClick={() => {
            onAdd(chosen);
            setValues([]);
          }}
        >
          {t('facts.add')}
        </Button>
      </div>
    </fieldset>
  );
}

export function Chosen({ lines, onRemove }: { lines: readonly string[]; onRemove: (index: number) => void }) {
  const t = useT('preview');
  if (lines.length === 0) return null;
  return (
    <ul class="plain row tight">
      {lines.map((line, index) => (
        <li key={line} class="chip">
          <bdi>{line}</bdi>
          <button type="button" aria-label={t('facts.removeOne', { what: line })} onClick={() => onRemove(index)}>
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A number from 0 to 10, the range of trust and stress. */
export function NumberField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <Field label={label}>
      {(wired) => (
        <input
          {...wired}
          class="input"
          type="number"
          min={0}
          max={10}
          value={value}
          onInput={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            onChange(Number.isNaN(typed) ? undefined : Math.min(10, Math.max(0, typed)));
          }}
        />
      )}
    </Field>
  );
}
