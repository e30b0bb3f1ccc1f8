/** The API's objects under short names; all come from the generated types. */
import type { components } from "@/generated/openapi";

type Schemas = components["schemas"];

export type Check = Schemas["Check"];
export type FileChange = Schemas["FileChange"];
export type FileEntry = Schemas["FileEntry"];
export type Plan = Schemas["Plan"];
export type PlanChange = Schemas["PlanChange"];
export type PlanEdit = NonNullable<Schemas["PlanUpdate"]["edits"]>[number];
export type Preview = Schemas["Preview"];
export type Project = Schemas["Project"];
export type Run = Schemas["Run"];
export type RunSummary = Schemas["RunSummary"];
export type Step = Schemas["Step"];
export type Version = Schemas["Version"];
