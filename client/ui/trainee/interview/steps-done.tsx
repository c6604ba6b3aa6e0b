/** A list of ticked steps, by their titles. */
import { Bdi } from '../../kit/index.ts';

interface Props {
  title: string;
  steps: readonly string[];
  labels: readonly { value: string; label: string }[];
  /** What to say where nothing was ticked. */
  none: string;
}

export function StepsDone({ title, steps, labels, none }: Props) {
  return (
    <>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p class="dim">{none}</p>
      ) : (
        <ul class="work-ticks">
          {steps.map((step) => (
            <li key={step}>
              <Bdi>{labels.find((entry) => entry.value === step)?.label ?? step}</Bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
