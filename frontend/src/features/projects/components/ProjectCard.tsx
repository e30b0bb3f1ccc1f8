/** One project: what it is, how it is, when something last happened. */
"use client";

import { Dropdown } from "@heroui/react";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { Project } from "@/lib/types";
import { announce, ConfirmDialog, RelativeTime, Status } from "@/ui";
import { useDeleteProject } from "../api";
import { projectFace } from "../faces";

export function ProjectCard({ project }: { project: Project }) {
  const [confirming, setConfirming] = useState(false);
  const face = projectFace(project);
  return (
    <li className="group relative flex min-h-34 flex-col rounded-xl border hairline bg-surface p-4 shadow-surface transition-[border-color,box-shadow] focus-within:border-brand hover:border-border-tertiary hover:shadow-md">
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 truncate font-medium">
          <Link
            className="outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-focus"
            href={`/projects/${project.id}/`}
          >
            {project.name}
          </Link>
        </h3>
        <CardMenu onDelete={() => setConfirming(true)} project={project} />
      </div>
      <p className="mt-1 line-clamp-2 text-muted text-ui">{project.description}</p>
      <div className="mt-auto flex items-center justify-between gap-2 pt-3">
        <Status tone={face.tone}>{face.label}</Status>
        <RelativeTime className="text-muted text-xs" iso={project.updated_at} />
      </div>
      {confirming ? <DeleteProject onClose={() => setConfirming(false)} project={project} /> : null}
    </li>
  );
}

function CardMenu({ project, onDelete }: { project: Project; onDelete: () => void }) {
  const preview = project.preview;
  const act = (key: string | number) => {
    if (key === "delete") {
      onDelete();
    } else if (preview !== null) {
      window.open(preview.url, "_blank", "noreferrer");
    }
  };
  return (
    <Dropdown>
      <Dropdown.Trigger
        aria-label={`Actions for ${project.name}`}
        className="relative z-10 -mt-1 -mr-1.5 flex size-7 items-center justify-center rounded-md text-muted opacity-100 transition-opacity hover:bg-default hover:text-foreground focus-visible:opacity-100 group-hover:opacity-100 data-[pressed]:opacity-100 sm:opacity-0"
      >
        <Ellipsis className="size-4" />
      </Dropdown.Trigger>
      <Dropdown.Popover className="min-w-44" placement="bottom end">
        <Dropdown.Menu
          aria-label={`Actions for ${project.name}`}
          disabledKeys={preview?.status === "ready" ? [] : ["preview"]}
          onAction={act}
        >
          <Dropdown.Item id="preview" textValue="Open the app">
            Open the app
          </Dropdown.Item>
          <Dropdown.Item className="text-critical" id="delete" textValue="Delete">
            Delete
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}

function DeleteProject({ project, onClose }: { project: Project; onClose: () => void }) {
  const remove = useDeleteProject();
  const action = async () => {
    await remove.mutateAsync(project.id);
    announce.done(`${project.name} was deleted`);
  };
  return (
    <ConfirmDialog
      action={action}
      confirm="Delete project"
      danger
      isOpen
      onClose={onClose}
      title={`Delete ${project.name}?`}
    >
      Its app stops, and its code, versions and data go with it. A run that is going on is stopped first.
    </ConfirmDialog>
  );
}
