/** The door of auth: who is here, arriving, leaving. */
export { useMe, useSignOut } from "./api";
export { AccountMenu } from "./components/AccountMenu";
export { Register } from "./components/Register";
export { SessionGate } from "./components/SessionGate";
export { SignIn } from "./components/SignIn";
export { Welcome } from "./components/Welcome";
