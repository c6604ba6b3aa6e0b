/** A list of completed steps by title. */
import { Bdi } from '../../kit/index.ts';

interface StepsDoneProps {
  title: string;
  steps: readonly string[];
  labels: readonly { value: string; label: string }[];
  /** The text if no step was completed. */
  none: string;
}

export function StepsDone({ title, steps, labels, none }: StepsDoneProps) {
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
