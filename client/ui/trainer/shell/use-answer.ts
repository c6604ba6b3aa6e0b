/** The answer of an API route for a component: loading, error or value. It can be reloaded on demand or at an interval. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiResult, ErrorCode } from '../../../connection/api.ts';

export interface Answer<T> {
  value: T | undefined;
  error: ErrorCode | undefined;
  reload: () => void;
}

/** Loads when `key` changes, and every `every` milliseconds if given. The old value stays until a new one arrives. */
export function useAnswer<T>(key: string, load: () => Promise<ApiResult<T>>, every?: number): Answer<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<ErrorCode>();
  const latest = useRef(load);
  latest.current = load;
  const run = useCallback(() => {
    let isCurrent = true;
    void latest.current().then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setValue(answer.value);
      setError(answer.ok ? undefined : answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  useEffect(() => {
    const cancel = run();
    const timer = every === undefined ? undefined : setInterval(run, every);
    return () => {
      cancel();
      clearInterval(timer);
    };
  }, [key, every, run]);
  return { value, error, reload: run };
}
