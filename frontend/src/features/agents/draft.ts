/** A plan while somebody edits it: the draft, its history, and what the API says of it. Nothing is stored before Save. */
"use client";

import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { api, unwrap } from "@/lib/api";
import { ApiError, type FieldProblem, isStatus } from "@/lib/problem";
import type { Plan, PlanEdit } from "@/lib/types";
import { runKeys } from "./api";
import { type SpecJson, specProblems } from "./spec";

/** Earlier states come first, `at` is the one that is shown; states behind it were undone. */
export interface Draft {
  etag: string;
  specs: SpecJson[];
  at: number;
  /** Whether the last state was typed as JSON: the next one that is typed replaces it. */
  typed: boolean;
  /** Rises when the state comes from elsewhere than the JSON editor, which then shows it afresh. */
  round: number;
}

export function begin(plan: Plan): Draft {
  return { etag: plan.etag, specs: [plan.spec], at: 0, typed: false, round: 0 };
}

function shown(draft: Draft): SpecJson {
  return draft.specs[draft.at] ?? {};
}

export function push(draft: Draft, spec: SpecJson, typed = false): Draft {
  const kept = draft.specs.slice(0, typed && draft.typed && draft.at > 0 ? draft.at : draft.at + 1);
  return { ...draft, specs: [...kept, spec], at: kept.length, typed, round: draft.round + (typed ? 0 : 1) };
}

export function undo(draft: Draft): Draft {
  return { ...draft, at: Math.max(0, draft.at - 1), typed: false, round: draft.round + 1 };
}

/** An edit that the API refused: which thing it was about, and why. */
interface Refusal {
  target: string;
  error: ApiError;
}

/** What an edit is about: a field (`+` for a new one) or an entity by its id, or the whole app. */
function targetOf(edit: PlanEdit): string {
  const entity = "entity" in edit ? edit.entity : "";
  const field = edit.op === "add_field" ? "+" : "field" in edit && edit.field;
  return field ? `${entity}/${field}` : entity;
}

const CHECK_KEPT_MS = 30_000;

function put(plan: Plan, etag: string, body: { spec: SpecJson; edits?: PlanEdit[] }, dryRun: boolean) {
  return unwrap(
    api.PUT("/api/v1/runs/{run_id}/plan", {
      params: {
        path: { run_id: plan.run_id },
        query: { dry_run: dryRun },
        header: { "If-Match": `"${etag}"` },
      },
      body: { edits: [], ...body },
    }),
  );
}

/** The draft of a run's plan; it lives in the cache, so that it survives a change of the layout. */
export function useDraft(plan: Plan) {
  const queryClient = useQueryClient();
  const key = runKeys.draft(plan.run_id);
  const forever = Number.POSITIVE_INFINITY;
  const draft = useQuery<Draft | null>({
    queryKey: key,
    queryFn: skipToken,
    staleTime: forever,
    gcTime: forever,
  });
  const set = (next: Draft | null) => queryClient.setQueryData(key, next);
  return { draft: draft.data ?? null, start: () => set(begin(plan)), set };
}

/** What the API would make of a draft. Only the newest state counts; an answer for an older one is thrown away. */
function useCheck(plan: Plan, draft: Draft) {
  const spec = shown(draft);
  return useQuery({
    queryKey: runKeys.check(plan.run_id, draft.etag, spec),
    queryFn: () => put(plan, draft.etag, { spec }, true),
    placeholderData: keepPreviousData,
    staleTime: CHECK_KEPT_MS,
    gcTime: CHECK_KEPT_MS,
    retry: false,
  });
}

export interface Editing {
  spec: SpecJson;
  problems: FieldProblem[];
  /** The plan that the draft would give; of the last state that was right. */
  preview: Plan | null;
  refusal: Refusal | null;
  isDirty: boolean;
  isSaving: boolean;
  isChecking: boolean;
  saveError: Error | null;
  /** Somebody else saved another plan meanwhile. */
  isStale: boolean;
  edit: (edit: PlanEdit) => Promise<boolean>;
  change: (next: (spec: SpecJson) => SpecJson, typed?: boolean) => void;
  undo: () => void;
  save: () => void;
  discard: () => void;
  reload: (keepMine: boolean) => Promise<void>;
}

export function useEditing(plan: Plan, draft: Draft, set: (draft: Draft | null) => void): Editing {
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const check = useCheck(plan, draft);
  const spec = shown(draft);
  // answers and editors may be late: they count for the draft as it is then, and for none that was put away
  const newest = () => queryClient.getQueryData<Draft | null>(runKeys.draft(plan.run_id)) ?? null;
  const update = (next: (draft: Draft) => Draft) => {
    const now = newest();
    setRefusal(null);
    if (now !== null) {
      set(next(now));
    }
  };
  // one after the other: each edit is made on what the one before it gave
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    const turn = queue.current.then(work);
    queue.current = turn.catch(() => undefined);
    return turn;
  };
  const change = (next: (spec: SpecJson) => SpecJson, typed = false) =>
    void inTurn(() => update((now) => push(now, next(shown(now)), typed)));
  const apply = async (wish: PlanEdit) => {
    try {
      const base = newest() ?? draft;
      const made = await put(plan, base.etag, { spec: shown(base), edits: [wish] }, true);
      queryClient.setQueryData(runKeys.check(plan.run_id, base.etag, made.spec), made);
      update((now) => push(now, made.spec));
      return true;
    } catch (error) {
      setRefusal({ target: targetOf(wish), error: error as ApiError });
      return false;
    }
  };
  const save = useMutation({
    mutationFn: () =>
      inTurn(() => {
        const now = newest() ?? draft;
        return put(plan, now.etag, { spec: shown(now) }, false);
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(runKeys.plan(plan.run_id), saved);
      set(null);
    },
  });
  const reload = async (keepMine: boolean) => {
    await queryClient.invalidateQueries({ queryKey: runKeys.plan(plan.run_id) });
    const fresh = queryClient.getQueryData<Plan>(runKeys.plan(plan.run_id)) ?? plan;
    save.reset();
    if (keepMine) {
      update((now) => ({ ...now, etag: fresh.etag }));
    } else {
      set(null);
    }
  };
  const problems = useMemo(
    () => (check.error instanceof ApiError ? specProblems(check.error.fields) : []),
    [check.error],
  );
  const errors = [check.error, save.error, refusal?.error ?? null];
  return {
    spec,
    problems,
    preview: check.data ?? null,
    refusal,
    isDirty: draft.at > 0,
    isSaving: save.isPending,
    isChecking: check.isFetching,
    saveError: save.error,
    isStale: errors.some((error) => isStatus(error, 412)),
    edit: (wish) => inTurn(() => apply(wish)),
    change,
    undo: () => void inTurn(() => update(undo)),
    save: () => save.mutate(),
    discard: () => set(null),
    reload,
  };
}
