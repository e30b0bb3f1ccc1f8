/** The dashboard: say what to build, then the projects that are there. */
"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useStored, useTitle } from "@/lib/browser";
import type { Project } from "@/lib/types";
import { ErrorNote, PromptField, Select } from "@/ui";
import { useCreateProject, useProjects, useTemplates } from "../api";
import { AppFrame } from "./AppFrame";
import { ExampleRequests } from "./ExampleRequests";
import { ProjectGrid } from "./ProjectGrid";

const USUAL_KIND: { value: Project["template"]; label: string } = {
  value: "fullstack",
  label: "Full-stack app",
};

export function VibeCaaSDashboard() {
  useTitle("");
  const [query, setQuery] = useState("");
  const [prompt, setPrompt] = useState("");
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const projects = useProjects(useDeferredValue(query.trim()));
  const isNewcomer = query === "" && projects.data?.pages[0]?.data.length === 0;
  const takeExample = (text: string) => {
    setPrompt(text);
    inputRef.current?.focus();
  };
  useEffect(() => {
    const focus = () => window.location.hash === "#new" && inputRef.current?.focus();
    focus();
    window.addEventListener("hashchange", focus);
    return () => window.removeEventListener("hashchange", focus);
  }, []);
  return (
    <AppFrame>
      <div className="mx-auto w-full max-w-5xl px-4 pb-24 sm:px-6">
        <section aria-labelledby="new-app" className="mx-auto max-w-2xl pt-10 pb-12 sm:pt-20 sm:pb-16">
          <h1 className="text-center font-semibold text-[1.625rem] tracking-tight sm:text-3xl" id="new-app">
            What should be built?
          </h1>
          <p className="mt-2 mb-6 text-center text-muted">
            Describe an app in a sentence or two. You see the plan, the build and the running app.
          </p>
          <NewApp inputRef={inputRef} prompt={prompt} setPrompt={setPrompt} />
          {isNewcomer ? <ExampleRequests onTake={takeExample} /> : null}
        </section>
        {isNewcomer ? null : (
          <section aria-labelledby="projects">
            <div className="mb-3 flex items-center justify-between gap-3">
              <h2 className="font-semibold" id="projects">
                Projects
              </h2>
              <SearchBox onChange={setQuery} value={query} />
            </div>
            <ProjectGrid onClear={() => setQuery("")} projects={projects} query={query.trim()} />
          </section>
        )}
      </div>
    </AppFrame>
  );
}

function NewApp({
  prompt,
  setPrompt,
  inputRef,
}: {
  prompt: string;
  setPrompt: (text: string) => void;
  inputRef: React.RefObject<HTMLTextAreaElement | null>;
}) {
  const router = useRouter();
  const create = useCreateProject();
  const [planFirst, setPlanFirst] = useStored("vibecaas.plan-first", true);
  const [template, setTemplate] = useState<Project["template"]>("fullstack");
  const templates = useTemplates();
  const kinds = templates.data?.data.map(({ id, title }) => ({ value: id, label: title })) ?? [USUAL_KIND];
  const send = () =>
    create.mutate(
      { prompt: prompt.trim(), template, auto_approve: !planFirst },
      { onSuccess: (project) => router.push(`/projects/${project.id}/`) },
    );
  return (
    <>
      <PromptField
        inputRef={inputRef}
        label="Describe the app"
        onChange={setPrompt}
        onSend={send}
        options={
          <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-2">
            <Select choices={kinds} label="Kind of app" onChange={setTemplate} value={template} />
            <PlanFirst onChange={setPlanFirst} value={planFirst} />
          </span>
        }
        pending={create.isPending || create.isSuccess}
        placeholder="A guestbook where visitors leave a name and a message, newest first, with search"
        sendLabel={planFirst ? "Plan it" : "Build it"}
        value={prompt}
      />
      {create.error === null ? null : <ErrorNote className="mt-3" error={create.error} />}
    </>
  );
}

function PlanFirst({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="inline-flex cursor-pointer select-none items-center gap-2 rounded-md text-muted text-ui hover:text-foreground">
      <input
        checked={value}
        className="size-3.5 accent-(--brand)"
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      Review the plan first
    </label>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <div className="relative w-full max-w-56">
      <Search aria-hidden="true" className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted" />
      <input
        aria-label="Search projects"
        className="h-8 w-full rounded-lg border border-field-border bg-field pr-2.5 pl-8 text-ui outline-none placeholder:text-muted focus-visible:border-brand focus-visible:ring-3 focus-visible:ring-brand/15"
        onChange={(event) => onChange(event.target.value)}
        placeholder="Search"
        type="search"
        value={value}
      />
    </div>
  );
}
