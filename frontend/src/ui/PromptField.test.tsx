import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { PROMPT_LIMIT, PromptField, promptProblem } from "./PromptField";

function Box({ onSend, first = "" }: { onSend: () => void; first?: string }) {
  const [value, setValue] = useState(first);
  return (
    <PromptField
      label="Describe the app"
      onChange={setValue}
      onSend={onSend}
      pending={false}
      placeholder="A guestbook"
      sendLabel="Build it"
      value={value}
    />
  );
}

it("sends with Ctrl-Enter once there is something to send", async () => {
  const onSend = vi.fn();
  render(<Box onSend={onSend} />);
  const box = screen.getByLabelText("Describe the app");
  await userEvent.type(box, "{Control>}{Enter}{/Control}");
  expect(onSend).not.toHaveBeenCalled();
  await userEvent.type(box, "A guestbook{Control>}{Enter}{/Control}");
  expect(onSend).toHaveBeenCalledTimes(1);
});

it("says how much too long a request is, and does not send it", async () => {
  const onSend = vi.fn();
  render(<Box first={"x".repeat(PROMPT_LIMIT + 1)} onSend={onSend} />);
  expect(screen.getByRole("alert").textContent).toContain("1 characters too many");
  await userEvent.type(screen.getByLabelText("Describe the app"), "{Control>}{Enter}{/Control}");
  expect(onSend).not.toHaveBeenCalled();
  expect(promptProblem("x".repeat(PROMPT_LIMIT))).toBeNull();
});

it("has no accessibility fault", async () => {
  const { container } = render(<Box onSend={() => undefined} />);
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations).toEqual([]);
});
