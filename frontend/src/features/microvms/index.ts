/** The door of microvms: the running app, shown and restarted. */
export { LivePreview } from "./components/LivePreview";
