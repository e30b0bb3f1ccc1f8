/** The workbench: say it, watch it, see it. Conversation, code and preview of one project. */
"use client";

import { useCallback, useState } from "react";
import { LivePreview } from "@/features/microvms";
import { AppFrame, CodePane, projectFace, projectKeys, useProject } from "@/features/projects";
import { useTitle } from "@/lib/browser";
import { useRouteId } from "@/lib/route";
import type { Project, RunSummary } from "@/lib/types";
import { ErrorState, LinkButton, Loading, Status } from "@/ui";
import { isActive, useRuns } from "../api";
import { type Layout, useLayout } from "../layout";
import { useRunStream } from "../live";
import { Conversation } from "./Conversation";
import { PaneSwitch, Panes } from "./Panes";
import { PlanStage } from "./PlanStage";

export function Workbench() {
  const projectId = useRouteId("projects");
  if (projectId === null) {
    return <Loading className="min-h-dvh" label="Opening the project" />;
  }
  return <ProjectWorkbench key={projectId} projectId={projectId} />;
}

function ProjectWorkbench({ projectId }: { projectId: string }) {
  const project = useProject(projectId);
  const layout = useLayout();
  useTitle(project.data?.name ?? "");
  if (project.data === undefined) {
    return (
      <AppFrame title={<span className="text-muted text-ui">Project</span>}>
        {project.error === null ? (
          <Loading label="Opening the project" />
        ) : (
          <ErrorState
            action={<LinkButton href="/">All projects</LinkButton>}
            error={project.error}
            onRetry={() => void project.refetch()}
          />
        )}
      </AppFrame>
    );
  }
  return (
    <AppFrame actions={<PaneSwitch layout={layout} />} fill title={<Title project={project.data} />}>
      <Content layout={layout} project={project.data} />
    </AppFrame>
  );
}

function Title({ project }: { project: Project }) {
  const face = projectFace(project);
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <h1 className="truncate font-medium">{project.name}</h1>
      <Status className="hidden sm:inline-flex" tone={face.tone}>
        {face.label}
      </Status>
    </div>
  );
}

/** The run whose plan waits (or is being made) while there is no app yet: it gets the place of code and preview. */
function plannedFirstRun(project: Project, latest: RunSummary | undefined): string | null {
  const early = latest !== undefined && ["queued", "planning", "awaiting_approval"].includes(latest.status);
  return early && project.preview === null && !latest.auto_approve ? latest.id : null;
}

function Content({ project, layout }: { project: Project; layout: Layout }) {
  const runs = useRuns(project.id);
  const [versionId, setVersionId] = useState<string | null>(null);
  const [revision, setRevision] = useState(0);
  const latest = runs.data?.pages[0]?.data[0] ?? project.latest_run ?? undefined;
  const activeRun = latest !== undefined && isActive(latest) ? latest.id : null;
  const onPreview = useCallback(() => setRevision((value) => value + 1), []);
  const stream = useRunStream(project.id, activeRun, onPreview);
  const stageRun = layout.mode === "phone" ? null : plannedFirstRun(project, latest);
  const showVersion = (id: string | null) => {
    setVersionId(id);
    if (id !== null) {
      layout.show("code");
    }
  };
  return (
    <Panes
      code={
        <CodePane
          isRunning={activeRun !== null}
          onFileOpen={layout.setFileOpen}
          onVersion={showVersion}
          projectId={project.id}
          versionId={versionId}
        />
      }
      conversation={
        <Conversation
          onVersion={showVersion}
          planOnStage={stageRun !== null}
          projectId={project.id}
          runs={runs}
          stream={stream}
        />
      }
      layout={layout}
      preview={
        <LivePreview
          isBuilding={activeRun !== null}
          preview={project.preview}
          projectKey={projectKeys.one(project.id)}
          revision={revision}
        />
      }
      stage={stageRun === null ? null : <PlanStage projectId={project.id} runId={stageRun} />}
    />
  );
}
