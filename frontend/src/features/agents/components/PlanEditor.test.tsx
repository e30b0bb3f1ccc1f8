import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/query";
import type { Plan } from "@/lib/types";
import { begin, push, undo } from "../draft";
import { type SpecJson, withValue } from "../spec";
import { settingsOf } from "./AddField";
import { parseSpec } from "./PlanJson";
import { PlanReview } from "./PlanReview";

const FIELDS = [
  { id: "f_title", label: "Title", type: "text", required: true, options: [] },
  {
    id: "f_state",
    label: "State",
    type: "enum",
    required: false,
    options: [
      { value: "open", label: "Open" },
      { value: "done", label: "Done" },
    ],
  },
];

const SPEC: SpecJson = {
  app: { name: "Tickets" },
  theme: { mode: "auto", accent: "teal" },
  access: { mode: "open" },
  entities: [
    {
      id: "e_ticket",
      name: "ticket",
      plural: "tickets",
      behaviours: { create: true, comments: false, votes: "off" },
      fields: FIELDS,
    },
  ],
};

const PLAN: Plan = {
  object: "plan",
  run_id: "run_1",
  etag: "plan-1",
  status: "proposed",
  summary: "Tickets with a state.",
  spec: SPEC,
  outline: {
    entities: [],
    pages: [],
    theme: { mode: "auto", accent: "teal", background: "", surface: "", text: "" },
  },
  included: [],
  not_included: [],
  changes: [],
  diff: { proposed: [], current: null },
  checks: [],
  estimate: { seconds: 20, amount_minor: 0, currency: "USD" },
};

interface Put {
  etag: string | null;
  isDry: boolean;
  spec: SpecJson;
  edits: Record<string, unknown>[];
}

/** An API that stores what it is given, and says what the test tells it to say. */
class PlanServer {
  puts: Put[] = [];
  stored: Plan = PLAN;
  /** No edit is answered before this. */
  gate: Promise<void> = Promise.resolve();
  /** What an edit makes of the spec. */
  apply: (spec: SpecJson, edit: Record<string, unknown>) => SpecJson = (spec) => spec;
  /** What is wrong with a spec, by its pointer. */
  judge: (put: Put) => Record<string, string> = () => ({});

  answer = async (input: Request | string): Promise<Response> => {
    const request = new Request(input);
    if (request.method !== "PUT") {
      return Response.json(this.stored);
    }
    const { spec, edits } = await request.json();
    const isDry = new URL(request.url).searchParams.get("dry_run") === "true";
    const put: Put = { etag: request.headers.get("If-Match"), isDry, spec, edits };
    this.puts.push(put);
    if (edits.length > 0) {
      await this.gate;
    }
    if (put.etag !== `"${this.stored.etag}"`) {
      return problem(412, "precondition_failed", {});
    }
    const wrong = this.judge(put);
    if (Object.keys(wrong).length > 0) {
      return problem(422, "spec_invalid", wrong);
    }
    const made = edits.reduce(this.apply, spec);
    const changes: Plan["diff"]["proposed"] =
      JSON.stringify(made) === JSON.stringify(SPEC)
        ? []
        : [
            {
              kind: "changed",
              what: "name of field Title of Ticket",
              from: "Title",
              to: "Subject",
              pointer: "",
            },
          ];
    const plan = { ...this.stored, spec: made, diff: { proposed: changes, current: null } };
    if (!isDry) {
      this.stored = { ...plan, etag: "plan-2" };
    }
    return Response.json(isDry ? plan : this.stored);
  };
}

function problem(status: number, code: string, wrong: Record<string, string>): Response {
  const errors = Object.entries(wrong).map(([pointer, detail]) => ({ pointer, code: "bad_format", detail }));
  return Response.json({ status, code, detail: errors[0]?.detail ?? "It has changed.", errors }, { status });
}

const rename = (spec: SpecJson) => withValue(spec, ["entities", 0, "fields", 0, "label"], "Subject");

describe("editing a plan", () => {
  let server: PlanServer;
  beforeEach(() => {
    server = new PlanServer();
    vi.stubGlobal("fetch", server.answer);
  });
  afterEach(() => vi.unstubAllGlobals());

  async function open() {
    const queryClient = makeQueryClient();
    const page = () => (
      <QueryClientProvider client={queryClient}>
        <PlanReview canDecide plan={server.stored} projectId="prj_1" />
      </QueryClientProvider>
    );
    const { rerender } = render(page());
    const user = userEvent.setup({ delay: null });
    await user.click(screen.getByRole("button", { name: "Edit" }));
    return { user, refresh: () => rerender(page()) };
  }

  async function renameTitle(user: ReturnType<typeof userEvent.setup>) {
    const name = screen.getByRole("textbox", { name: "Name of Title of Ticket" });
    await user.clear(name);
    await user.type(name, "Subject{Enter}");
  }

  it("renames a field through the API, lists the change, and stores it with Save only", async () => {
    server.apply = rename;
    const { user, refresh } = await open();
    expect(screen.queryByRole("button", { name: "Approve and build" })).toBeNull();
    await renameTitle(user);
    await screen.findByRole("textbox", { name: "Name of Subject of Ticket" });
    await screen.findByText(/Name of field Title of Ticket/);
    expect(server.puts.find(({ edits }) => edits.length > 0)).toMatchObject({
      isDry: true,
      etag: '"plan-1"',
      edits: [{ op: "rename_field", entity: "e_ticket", field: "f_title", label: "Subject" }],
    });
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(server.stored.etag).toBe("plan-2"));
    refresh();
    await screen.findByRole("button", { name: "Approve and build" });
    expect(screen.getByRole("heading", { name: "Edited by hand" })).toBeDefined();
  });

  it("tells what does not fit beside the field, and saves only what fits", async () => {
    server.judge = ({ spec, isDry }) =>
      isDry && JSON.stringify(spec).includes("blurple")
        ? { "/spec/theme/accent": "Accent in theme: “blurple” is not a colour." }
        : {};
    const { user } = await open();
    const accent = screen.getByRole("textbox", { name: "Accent" });
    await user.clear(accent);
    await user.type(accent, "blurple{Enter}");
    await screen.findByRole("alert");
    expect(accent.getAttribute("aria-invalid")).toBe("true");
    const described = document.getElementById(accent.getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toContain("“blurple” is not a colour");
    expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", true);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(screen.getByRole("textbox", { name: "Accent" })).toHaveProperty("value", "teal");
  });

  it("says why an edit was refused, where it was made, and brings the old name back", async () => {
    server.judge = ({ edits }) => (edits.length > 0 ? { "/edits/0": "Two fields are called “State”." } : {});
    const { user } = await open();
    await renameTitle(user);
    const row = screen.getByRole("textbox", { name: "Name of Title of Ticket" }).closest("li");
    await within(row as HTMLElement).findByText("Two fields are called “State”.");
    expect(screen.getByRole("textbox", { name: "Name of Title of Ticket" })).toHaveProperty("value", "Title");
  });

  it("switches what is yes or no in the spec, whatever it is called, and adds choices", async () => {
    const { user } = await open();
    expect(screen.queryByRole("button", { name: "Votes" })).toBeNull();
    expect(screen.getByRole("button", { name: "Add" }).getAttribute("aria-pressed")).toBe("true");
    await user.click(screen.getByRole("button", { name: "Comment" }));
    await user.click(screen.getByRole("button", { name: "Add a choice to State of Ticket" }));
    await user.keyboard("Waits for parts{Enter}");
    await user.click(screen.getByRole("checkbox", { name: "State of Ticket is required" }));
    await waitFor(() => expect(server.puts.flatMap(({ edits }) => edits)).toHaveLength(3));
    const done = server.puts.flatMap(({ edits }) => edits);
    expect(done[0]).toEqual({ op: "set_behaviour", entity: "e_ticket", name: "comments", value: true });
    expect(done[1]).toMatchObject({
      op: "change_field",
      settings: { options: [{ value: "open" }, { value: "done" }, "Waits for parts"] },
    });
    expect(done[2]).toMatchObject({ op: "change_field", field: "f_state", settings: { required: true } });
  });

  it("makes edits one after the other, however fast they come, and saves after the last", async () => {
    server.apply = (spec, edit) =>
      withValue(spec, ["entities", 0, "behaviours", String(edit.name)], edit.value);
    let release: () => void = () => undefined;
    server.gate = new Promise((resolve) => {
      release = resolve;
    });
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Comment" }));
    await user.click(screen.getByRole("button", { name: "Add" }));
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    release();
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", false),
    );
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(server.stored.etag).toBe("plan-2"));
    expect(server.stored.spec).toMatchObject({
      theme: { mode: "dark" },
      entities: [{ behaviours: { create: false, comments: true } }],
    });
  });

  it("goes to the neighbour when a field is removed, so that the keyboard is not lost", async () => {
    server.apply = (spec) => withValue(spec, ["entities", 0, "fields"], FIELDS.slice(1));
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Remove Title of Ticket" }));
    await waitFor(() =>
      expect(screen.queryByRole("textbox", { name: "Name of Title of Ticket" })).toBeNull(),
    );
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name of State of Ticket" })),
    );
  });

  it("adds a field of a type with what the type needs", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Add a field to Ticket" }));
    await user.type(screen.getByRole("textbox", { name: "Name of the new field of Ticket" }), "Priority");
    const types = screen.getByRole("combobox", { name: "Type of the new field" });
    expect(within(types).queryByRole("option", { name: "Person" })).toBeNull();
    await user.selectOptions(types, "Choice");
    await user.type(screen.getByRole("textbox", { name: "Choices, separated by commas" }), "Low, High");
    await user.click(screen.getByRole("button", { name: "Add field" }));
    await waitFor(() =>
      expect(server.puts.flatMap(({ edits }) => edits)).toEqual([
        {
          op: "add_field",
          entity: "e_ticket",
          label: "Priority",
          type: "enum",
          settings: { required: false, options: ["Low", "High"] },
        },
      ]),
    );
  });

  it("does not overwrite what somebody else saved, and can go on with either plan", async () => {
    server.apply = rename;
    const { user, refresh } = await open();
    await renameTitle(user);
    await screen.findByRole("textbox", { name: "Name of Subject of Ticket" });
    server.stored = { ...PLAN, etag: "plan-9" };
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText(/Somebody else changed this plan/);
    expect(server.stored.etag).toBe("plan-9");
    refresh();
    await user.click(screen.getByRole("button", { name: "Show their plan" }));
    await screen.findByRole("button", { name: "Approve and build" });
  });
});

describe("the draft of a plan", () => {
  it("keeps its history; what is typed as JSON counts as one step", () => {
    let draft = begin(PLAN);
    draft = push(draft, { a: 1 });
    draft = push(draft, { a: 2 }, true);
    draft = push(draft, { a: 3 }, true);
    expect(draft.specs).toEqual([SPEC, { a: 1 }, { a: 3 }]);
    draft = undo(draft);
    expect(draft.at).toBe(1);
    draft = push(draft, { a: 4 }, true);
    expect(draft.specs).toEqual([SPEC, { a: 1 }, { a: 4 }]);
    expect(undo(undo(undo(draft))).at).toBe(0);
  });

  it("reads what is typed as JSON, or says why not", () => {
    expect(parseSpec('{"a": 1}')).toEqual({ a: 1 });
    expect(parseSpec("[1]")).toContain("begins with {");
    expect(parseSpec('{"a": ')).toContain("This is no JSON yet");
  });

  it("gives a new field only the settings of its type", () => {
    const field = {
      label: "X",
      required: true,
      options: "a, b\n c,,",
      reference: "e_x",
      expression: " 1 + 2 ",
    };
    expect(settingsOf({ ...field, type: "text" })).toEqual({ required: true });
    expect(settingsOf({ ...field, type: "enum" })).toEqual({ required: true, options: ["a", "b", "c"] });
    expect(settingsOf({ ...field, type: "reference" })).toEqual({ required: true, reference: "e_x" });
    expect(settingsOf({ ...field, type: "computed" })).toEqual({ expression: "1 + 2" });
  });
});
