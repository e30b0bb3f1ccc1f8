/** The parts every screen is made of. They know no feature and fetch nothing. */
export { Button, IconButton, LinkButton } from "./Button";
export { CopyButton } from "./CopyButton";
export { ConfirmDialog, Dialog } from "./Dialog";
export { ErrorNote, ErrorState } from "./ErrorState";
export { Field } from "./Field";
export { Kbd, useModifierKey } from "./Kbd";
export { Logo, Mark } from "./Logo";
export { PROMPT_LIMIT, PromptField, promptProblem } from "./PromptField";
export { RelativeTime } from "./RelativeTime";
export { type Choice, Segmented } from "./Segmented";
export { Shell } from "./Shell";
export { Status, Tag, type Tone, toneText } from "./Status";
export { EmptyState, Loading, Ring, Skeleton } from "./states";
export { ThemeToggle } from "./ThemeToggle";
export { announce, Toaster } from "./Toaster";
