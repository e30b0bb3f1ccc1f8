/** The parts every screen is made of. They know no feature and fetch nothing. */
export { Button, IconButton, LinkButton } from "./Button";
export { Checkbox } from "./Checkbox";
export { ConfirmDialog, Dialog } from "./Dialog";
export { EditableText } from "./EditableText";
export { ErrorNote, ErrorState } from "./ErrorState";
export { Field } from "./Field";
export { Kbd, useModifierKey } from "./Kbd";
export { Mark } from "./Logo";
export { PromptField } from "./PromptField";
export { RelativeTime } from "./RelativeTime";
export { Segmented } from "./Segmented";
export { Select } from "./Select";
export { Shell } from "./Shell";
export { Status, Tag, type Tone, toneText } from "./Status";
export { EmptyState, Loading, Ring, Skeleton } from "./states";
export { ThemeToggle } from "./ThemeToggle";
export { announce, Toaster } from "./Toaster";
