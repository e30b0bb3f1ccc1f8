/** The app's spec as the plan view edits it: only what the form knows; everything else stays as it is. */
import type { FieldProblem } from "@/lib/problem";
import type { PlanEdit } from "@/lib/types";

export type FieldType = Extract<PlanEdit, { op: "add_field" }>["type"];

interface OptionSpec {
  value: string;
  label: string;
}

export interface FieldSpec {
  id: string;
  label: string;
  type: FieldType;
  required: boolean;
  options: OptionSpec[];
}

export interface EntitySpec {
  id: string;
  name: string;
  plural: string;
  fields: FieldSpec[];
  behaviours: Record<string, unknown>;
}

export interface Spec {
  app: { name: string };
  theme: Record<string, string | null>;
  access?: { mode?: string };
  entities: EntitySpec[];
}

/** A spec as JSON: whatever the person or the API made of it. */
export type SpecJson = Record<string, unknown>;

export const FIELD_TYPES: Record<FieldType, string> = {
  text: "Short text",
  long_text: "Long text",
  integer: "Whole number",
  decimal: "Number",
  money: "Money",
  boolean: "Yes or no",
  date: "Date",
  datetime: "Date and time",
  duration: "Duration",
  email: "E-mail",
  url: "Link",
  phone: "Phone",
  enum: "Choice",
  reference: "Entry of another kind",
  person: "Person",
  rating: "Rating",
  image: "Image",
  file: "File",
  computed: "Worked out",
};

/** What the API fills in by itself when a field of these types is added: nobody may require it. */
export const NEVER_REQUIRED: readonly FieldType[] = ["computed"];

const isObject = (value: unknown): value is SpecJson =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isField = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.id === "string" &&
  typeof value.label === "string" &&
  typeof value.type === "string" &&
  Array.isArray(value.options ?? []);

const isEntity = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.id === "string" &&
  typeof value.name === "string" &&
  isObject(value.behaviours) &&
  Array.isArray(value.fields) &&
  value.fields.every(isField);

/** The spec as a form can show it; null while the JSON lacks what the form stands on. */
export function asForm(spec: SpecJson): Spec | null {
  const isWhole =
    isObject(spec.app) &&
    isObject(spec.theme) &&
    Array.isArray(spec.entities) &&
    spec.entities.every(isEntity);
  return isWhole ? (spec as unknown as Spec) : null;
}

/** "order_item" is "Order item". */
export function inWords(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

type Step = string | number;

/** A copy with another value at a place; what lies beside it is shared. */
export function withValue(spec: SpecJson, path: readonly Step[], value: unknown): SpecJson {
  const put = (here: unknown, [step, ...rest]: readonly Step[]): unknown => {
    if (step === undefined) {
      return value;
    }
    if (Array.isArray(here)) {
      return here.map((one, index) => (index === step ? put(one, rest) : one));
    }
    const object = isObject(here) ? here : {};
    return { ...object, [step]: put(object[step], rest) };
  };
  return put(spec, path) as SpecJson;
}

/** The steps of a JSON pointer. */
export function steps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

const SPEC_ROOT = "/spec";

/** The problems of an answer, with pointers into the spec; those of an edit are told where it was made. */
export function specProblems(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems
    .filter(({ pointer }) => pointer === SPEC_ROOT || pointer.startsWith(`${SPEC_ROOT}/`))
    .map((problem) => ({ ...problem, pointer: problem.pointer.slice(SPEC_ROOT.length) }));
}

/** The problems at a place and below it, without those that a smaller place tells. */
export function problemsAt(
  problems: readonly FieldProblem[],
  place: string,
  smaller: readonly string[] = [],
): FieldProblem[] {
  const lies = (pointer: string, within: string) => pointer === within || pointer.startsWith(`${within}/`);
  return problems.filter(
    ({ pointer }) => lies(pointer, place) && !smaller.some((each) => lies(pointer, each)),
  );
}
