/** A route's answer for a component: under way, failed with a code, or here; asked again on demand or at an interval. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiResult, ErrorCode } from '../../../connection/api.ts';

export interface Answer<T> {
  value: T | undefined;
  error: ErrorCode | undefined;
  again: () => void;
}

/** Asks when `key` changes, and every `every` milliseconds where given. What was known stays until something newer is. */
export function useAnswer<T>(key: string, ask: () => Promise<ApiResult<T>>, every?: number): Answer<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<ErrorCode>();
  const latest = useRef(ask);
  latest.current = ask;
  const run = useCallback(() => {
    let wanted = true;
    void latest.current().then((answer) => {
      if (!wanted) return;
      if (answer.ok) setValue(answer.value);
      setError(answer.ok ? undefined : answer.error);
    });
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(() => {
    const forget = run();
    const timer = every === undefined ? undefined : setInterval(run, every);
    return () => {
      forget();
      clearInterval(timer);
    };
  }, [key, every, run]);
  return { value, error, again: run };
}
