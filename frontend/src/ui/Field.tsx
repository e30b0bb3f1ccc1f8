/** A labelled text field with help and error text. */
"use client";

import { Description, FieldError, Input, Label, TextField } from "@heroui/react";
import type { HTMLInputTypeAttribute } from "react";

export function Field({
  label,
  value,
  onChange,
  type = "text",
  name,
  autoComplete,
  description,
  error,
  required = true,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  name: string;
  autoComplete: string;
  description?: string | undefined;
  error?: string | undefined;
  required?: boolean;
}) {
  return (
    <TextField
      className="flex flex-col gap-1.5"
      isInvalid={error !== undefined}
      isRequired={required}
      name={name}
      onChange={onChange}
      type={type}
      validationBehavior="aria"
      value={value}
    >
      <Label className="font-medium text-ui">{label}</Label>
      <Input autoComplete={autoComplete} className="h-9 w-full px-3" />
      {description === undefined || error !== undefined ? null : (
        <Description className="text-muted text-xs">{description}</Description>
      )}
      <FieldError className="text-critical text-xs">{error}</FieldError>
    </TextField>
  );
}
