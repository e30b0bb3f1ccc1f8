import type { ComponentProps } from "react";
// if accounts
import { useSession } from "../account/session";
// end if
import { type Workflow, reachable } from "../lib/workflow";
import type { Marked } from "./Badge";
import { Select } from "./Field";
import { StatusSelect, type StatusSelectProps } from "./StatusSelect";

/** A status that can only change to what is possible next. */
export function WorkflowSelect({ workflow, options, ...props }: StatusSelectProps & { workflow: Workflow }) {
  // if accounts
  const { person } = useSession();
  return <StatusSelect {...props} options={reachable(options, workflow, props.value, person)} />;
  // else
  return <StatusSelect {...props} options={reachable(options, workflow, props.value)} />;
  // end if
}

interface WorkflowInputProps extends Omit<ComponentProps<typeof Select>, "choices"> {
  workflow: Workflow;
  options: readonly Marked[];
  /** The status of the entry; a new one has none yet. */
  current: string | null | undefined;
}

/** The same in a form. */
export function WorkflowInput({ workflow, options, current, ...field }: WorkflowInputProps) {
  // if accounts
  const { person } = useSession();
  return <Select {...field} choices={reachable(options, workflow, current, person)} />;
  // else
  return <Select {...field} choices={reachable(options, workflow, current)} />;
  // end if
}
