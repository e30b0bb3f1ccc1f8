/** The project cards with every face of a list: loading, empty, error, stale, more. */
"use client";

import { Button, EmptyState, ErrorNote, ErrorState, Skeleton } from "@/ui";
import type { useProjects } from "../api";
import { ProjectCard } from "./ProjectCard";

const GRID = "grid gap-3 sm:grid-cols-2 lg:grid-cols-3";

export function ProjectGrid({
  projects,
  query,
  onClear,
}: {
  projects: ReturnType<typeof useProjects>;
  query: string;
  onClear: () => void;
}) {
  if (projects.data === undefined) {
    return projects.error === null ? (
      <LoadingCards />
    ) : (
      <ErrorState
        className="rounded-xl border hairline border-dashed"
        error={projects.error}
        onRetry={() => void projects.refetch()}
      />
    );
  }
  const found = projects.data.pages.flatMap((page) => page.data);
  return (
    <div aria-busy={projects.isFetching}>
      {projects.error === null ? null : (
        <Stale error={projects.error} onRetry={() => void projects.refetch()} />
      )}
      {found.length === 0 ? (
        <EmptyState
          action={
            <Button onPress={onClear} size="sm" variant="outline">
              Clear the search
            </Button>
          }
          className="rounded-xl border hairline border-dashed"
          title={`No project matches “${query}”`}
        >
          The search looks at names and descriptions.
        </EmptyState>
      ) : (
        <ul className={GRID}>
          {found.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </ul>
      )}
      {projects.hasNextPage ? (
        <div className="mt-5 flex justify-center">
          <Button
            isPending={projects.isFetchingNextPage}
            onPress={() => void projects.fetchNextPage()}
            size="sm"
            variant="outline"
          >
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function LoadingCards() {
  return (
    <div aria-label="Loading projects" className={GRID} role="status">
      {["one", "two", "three"].map((key) => (
        <div className="h-34 rounded-xl border hairline bg-surface p-4" key={key}>
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="mt-3 h-3 w-full" />
          <Skeleton className="mt-2 h-3 w-3/5" />
        </div>
      ))}
    </div>
  );
}

/** What is shown is what was last known: say so, and why. */
function Stale({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="mb-3 flex items-center gap-3">
      <ErrorNote className="flex-1" error={error} />
      <Button onPress={onRetry} size="sm" variant="outline">
        Refresh
      </Button>
    </div>
  );
}
