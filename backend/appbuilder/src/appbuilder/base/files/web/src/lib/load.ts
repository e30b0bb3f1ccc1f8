/** Loading something from the API, and loading it again. */

import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "./http";

export interface Loaded<T> {
  data: T | undefined;
  problem: Problem | undefined;
  reload(): void;
}

/** Loads when `key` changes; what was there stays visible meanwhile, so that nothing flickers. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [data, setData] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });

  useEffect(() => {
    let current = true;
    loader.current().then(
      (loaded) => {
        if (!current) return;
        setData(loaded);
        setProblem(undefined);
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Problem ? error : new Problem(0, "Something went wrong."));
      },
    );
    return () => {
      current = false;
    };
  }, [key, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { data, problem, reload };
}
