/** Accounts, as the API knows them. */

import { type List, request } from "../lib/http";

const PATH = "/api/account";

export interface Person {
  id: number;
  name: string;
  email: string;
  role: string;
  /** Whether it is one of the people of a preview, who have no password. */
  is_demo: boolean;
}

export interface Role {
  name: string;
  label: string;
  is_admin: boolean;
}

export interface Account {
  person: Person | null;
  registration_is_open: boolean;
  roles: Role[];
  /** Whom a preview can be tried out as; empty everywhere else. */
  demo_roles: Role[];
}

export interface Registration {
  name: string;
  email: string;
  password: string;
}

export function read(): Promise<Account> {
  return request("GET", PATH);
}

export function register(entered: Registration): Promise<Person> {
  return request("POST", `${PATH}/register`, entered);
}

export function signIn(entered: { email: string; password: string }): Promise<Person> {
  return request("POST", `${PATH}/sign-in`, entered);
}

export function tryOut(role: string): Promise<Person> {
  return request("POST", `${PATH}/demo`, { role });
}

export function signOut(): Promise<void> {
  return request("POST", `${PATH}/sign-out`);
}

export function changeName(entered: { name: string }): Promise<Person> {
  return request("PATCH", PATH, entered);
}

export function changePassword(entered: { current: string; password: string }): Promise<void> {
  return request("PUT", `${PATH}/password`, entered);
}

export function leave(entered: { password: string }): Promise<void> {
  return request("DELETE", PATH, entered);
}

export function people(): Promise<List<Person>> {
  return request("GET", `${PATH}/people`);
}

export function addPerson(entered: Registration & { role: string }): Promise<Person> {
  return request("POST", `${PATH}/people`, entered);
}

export function changeRole(id: number, role: string): Promise<Person> {
  return request("PATCH", `${PATH}/people/${id}`, { role });
}

export function removePerson(id: number): Promise<void> {
  return request("DELETE", `${PATH}/people/${id}`);
}
