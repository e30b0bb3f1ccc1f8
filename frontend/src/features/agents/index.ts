/** The door of agents: the workbench, where a request becomes an app. */
export { Workbench } from "./components/Workbench";
