/** The door of projects: dashboard, frame of the screens, code and versions. */
export { projectKeys, refreshCode, useProject } from "./api";
export { AppFrame } from "./components/AppFrame";
export { CodePane } from "./components/CodePane";
export { CodeEditor } from "./components/LazyCodeEditor";
export { VibeCaaSDashboard } from "./components/VibeCaaSDashboard";
export { projectFace, runFace } from "./faces";
