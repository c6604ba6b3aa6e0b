/** A large number with its label, legible from the back row. */
export function BigFigure({
  value,
  label,
  tone,
}: {
  value: number | string;
  label: string;
  tone?: 'due' | 'good' | undefined;
}) {
  return (
    <div class={tone ? `card figure ${tone}` : 'card figure'}>
      <p class="figure-value num">{value}</p>
      <p>{label}</p>
    </div>
  );
}
