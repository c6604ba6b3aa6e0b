/** Form fields. Each has a label, an optional hint and its own error text. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}

interface FieldProps {
  label: string;
  /** Why this is asked, or how to answer. */
  hint?: string | undefined;
  problem?: string | undefined;
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** A labelled field for one control, which receives the id and the ARIA descriptions. */
export function Field({
  label,
  hint,
  problem,
  children,
}: FieldProps & { children: (wired: ControlProps) => ComponentChildren }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': problem ? true : undefined })}
      {problem && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  required?: boolean | undefined;
}

/** A single-line text field. */
export function TextField({
  label,
  hint,
  problem,
  value,
  onChange,
  type = 'text',
  ...rest
}: TextProps & { type?: 'text' | 'search' | 'password'; autocomplete?: string }) {
  const input = (event: { currentTarget: HTMLInputElement }): void => onChange(event.currentTarget.value);
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(wired) => {
        const common = { ...wired, ...rest, class: 'input', dir: 'auto', value, onInput: input } as const;
        if (type === 'password') return <input type="password" {...common} />;
        return type === 'search' ? <input type="search" {...common} /> : <input type="text" {...common} />;
      }}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  problem,
  value,
  onChange,
  rows = 3,
  maxLength = 4000,
  ...rest
}: TextProps & { rows?: number }) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(wired) => (
        <textarea
          {...wired}
          {...rest}
          maxLength={maxLength}
          class="input"
          rows={rows}
          dir="auto"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  /** The label of the first option, which has an empty value. */
  empty?: string | undefined;
}

export function Select({ label, hint, problem, options, value, onChange, empty }: SelectProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Field label={label} hint={hint ?? chosen?.hint} problem={problem}>
      {(wired) => (
        <select {...wired} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface GroupProps extends FieldProps {
  options: readonly Option[];
  /** Two columns if there is space. */
  columns?: boolean | undefined;
}

function Group({
  label,
  hint,
  problem,
  options,
  columns,
  renderControl,
}: GroupProps & { renderControl: (option: Option, id: string) => ComponentChildren }) {
  const id = useId();
  return (
    <fieldset class="field" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class={columns ? 'choices columns-2' : 'choices'}>
        {options.map((option) => (
          <label key={option.value} class="choice">
            {renderControl(option, id)}
            <span>
              <span>{option.label}</span>
              {option.hint && <span class="small dim">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** A group of checkboxes. */
export function Checks({
  values,
  onChange,
  ...group
}: GroupProps & { values: readonly string[]; onChange: (values: string[]) => void }) {
  const toggle = (value: string, on: boolean): void =>
    onChange(on ? [...values, value] : values.filter((other) => other !== value));
  return (
    <Group
      {...group}
      renderControl={(option) => (
        <input
          type="checkbox"
          checked={values.includes(option.value)}
          onChange={(event) => toggle(option.value, event.currentTarget.checked)}
        />
      )}
    />
  );
}

/** A group of radio buttons. */
export function Radios({
  value,
  onChange,
  ...group
}: GroupProps & { value: string; onChange: (value: string) => void }) {
  return (
    <Group
      {...group}
      renderControl={(option, id) => (
        <input
          type="radio"
          name={id}
          value={option.value}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
        />
      )}
    />
  );
}

/** A single checkbox. */
export function Check({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        <span>{label}</span>
        {hint && <span class="small dim">{hint}</span>}
      </span>
    </label>
  );
}
