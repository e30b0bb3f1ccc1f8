/** Files of entries: chosen in forms, shown as pictures or as links. */

import { type ChangeEvent, type ReactNode, useId, useState } from "react";
import type { Bound } from "../lib/form";
import { NOTHING } from "../lib/format";
import { reasonOf, request, send } from "../lib/http";
import { useLoad } from "../lib/load";
import { REQUIRED, type Rule } from "../lib/rules";
import { Optional } from "../ui/Field";
import { FileDrop } from "../ui/FileDrop";
import { Icon } from "../ui/Icon";

/** Where files are in the API, unless they come with something that is shared. */
const PATH = "/api/uploads";

export interface Upload {
  id: string;
  name: string;
  size_bytes: number;
  content_type: string;
}

/** Sends a file as it is. */
export function sendFile(path: string, file: File): Promise<Upload> {
  const headers = { "Content-Type": file.type || "application/octet-stream" };
  return send(`${path}?name=${encodeURIComponent(file.name)}`, { method: "POST", headers, body: file });
}

export function fileSize(bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const size = isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000);
  return new Intl.NumberFormat(undefined, { style: "unit", unit, maximumFractionDigits: isLarge ? 1 : 0 }).format(size);
}

export function upload<const O extends { required?: boolean }>(options: O) {
  type Value = O extends { required: true } ? string : string | null;
  const rule: Rule<Value> = {
    show: (value) => value ?? "",
    read: (entered) => {
      if (entered === "" && options.required) return { message: REQUIRED };
      return { value: (entered || null) as Value };
    },
  };
  return rule;
}

interface UploadInputProps extends Bound {
  label: string;
  required?: boolean;
  image?: boolean;
}

/** Uploads a file as soon as it is chosen; the form keeps its id. */
export function UploadInput({ label, required, image, ...field }: UploadInputProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const message = field.error ?? problem;
  const value = String(field.value);

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setBusy(true);
    setProblem("");
    try {
      field.onChange((await sendFile(PATH, file)).id);
    } catch (error) {
      setProblem(reasonOf(error, "It could not be uploaded."));
    } finally {
      target.value = "";
      setBusy(false);
    }
  }

  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {!required && <Optional />}
      </div>
      <FileDrop
        text={`Choose ${value ? "another" : "a"} ${image ? "picture" : "file"}, or drop it here`}
        id={id}
        name={field.name}
        accept={image ? "image/png,image/jpeg,image/gif,image/webp" : undefined}
        disabled={busy}
        onChange={choose}
        aria-invalid={message ? true : undefined}
        aria-describedby={`${id}-note`}
        aria-required={required || undefined}
      />
      <p id={`${id}-note`} className={`mt-1.5 text-sm ${message ? "text-danger-ink" : "text-muted"}`}>
        {message || (busy ? "Uploading…" : "At most 10 MB.")}
      </p>
      {value && (
        <div className="mt-2 flex items-center gap-4">
          {image ? <UploadedImage id={value} alt={label} small /> : <ChosenFile id={value} />}
          <button type="button" onClick={() => field.onChange("")} className="min-h-9 text-sm text-muted underline">
            Remove<span className="sr-only"> {label}</span>
          </button>
        </div>
      )}
    </div>
  );
}

interface PictureProps {
  id: string | null;
  alt: string;
  small?: boolean;
  from?: string;
}

/** An uploaded image; a click opens it as it is. */
export function UploadedImage({ id, alt, small, from = PATH }: PictureProps) {
  if (!id) return NOTHING;
  return (
    <a href={`${from}/${id}`} target="_blank" rel="noreferrer" className="inline-block">
      <img
        src={`${from}/${id}`}
        alt={alt}
        loading="lazy"
        className={`rounded-control border border-line bg-sunken object-cover ${small ? "size-14 max-w-none" : "max-h-80 max-w-full"}`}
      />
    </a>
  );
}

interface WithPictureProps extends PictureProps {
  children: ReactNode;
}

/** What is told about an entry, beside its picture; below it on a narrow screen. */
export function WithPicture({ children, ...picture }: WithPictureProps) {
  if (!picture.id) return children;
  return (
    <div className="flex flex-col items-start gap-6 lg:flex-row-reverse">
      <div className="shrink-0 lg:w-96">
        <UploadedImage {...picture} />
      </div>
      <div className="w-full min-w-0 flex-1">{children}</div>
    </div>
  );
}

interface FileLinkProps {
  id: string | null;
  name: string | null;
  from?: string;
}

/** An uploaded file that is not shown but saved. */
export function FileLink({ id, name, from = PATH }: FileLinkProps) {
  if (!id) return NOTHING;
  return (
    <a href={`${from}/${id}`} download className="inline-flex items-center gap-1.5 text-accent-ink hover:underline">
      <Icon name="file" className="size-4 shrink-0" />
      <span className="break-all">{name ?? "File"}</span>
    </a>
  );
}

/** The same in a form, which knows only the file's id. */
function ChosenFile({ id }: { id: string }) {
  const { data } = useLoad(id, () => request<Upload>("GET", `${PATH}/${id}/about`));
  return <FileLink id={id} name={data?.name ?? null} />;
}
