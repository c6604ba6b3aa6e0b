/** One number, big enough for the back row, and what it counts. */
export function Big({
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
