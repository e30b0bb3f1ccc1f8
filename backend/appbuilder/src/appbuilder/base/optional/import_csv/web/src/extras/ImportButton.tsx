import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { count } from "../lib/format";
import { reasonOf, send } from "../lib/http";
import { Button } from "../ui/Button";
import { FileDrop } from "../ui/FileDrop";
import { useToast } from "../ui/Toasts";

interface Imported {
  added: number;
  problems: { line: number; message: string }[];
}

interface ImportButtonProps {
  /** Where the import is in the API. */
  path: string;
  /** What the header of the file may name. */
  fields: readonly string[];
  onDone(): void;
}

/** Brings entries in from a CSV file, after a look at what the file must hold. */
export function ImportButton(props: ImportButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="secondary" icon="up" onClick={() => setOpen(true)}>
        Import CSV
      </Button>
      {open && <ImportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ImportDialog({ path, fields, onDone, onClose }: ImportButtonProps & { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [strict, setStrict] = useState(true);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Imported>();
  const toast = useToast();
  useEffect(() => dialog.current?.showModal(), []);

  async function upload({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setBusy(true);
    setResult(undefined);
    try {
      const init = { method: "POST", headers: { "Content-Type": "text/csv" }, body: file };
      const imported = await send<Imported>(`${path}?all_or_nothing=${strict}`, init);
      if (imported.added > 0) onDone();
      if (imported.problems.length > 0) setResult(imported);
      else {
        toast(`${count(imported.added, "entry", "entries")} added`);
        dialog.current?.close();
      }
    } catch (error) {
      setResult({ added: 0, problems: [{ line: 0, message: reasonOf(error, "The file could not be read.") }] });
    } finally {
      target.value = "";
      setBusy(false);
    }
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      className="card animate-appear m-auto max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] p-0 text-ink shadow-raised"
    >
      <div className="p-6">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          Import from CSV
        </h2>
        <p className="mt-2 text-sm text-muted">The first line names the fields: {fields.join(", ")}.</p>
        <label className="mt-4 flex min-h-10 items-center gap-3 text-sm">
          <input type="checkbox" checked={strict} onChange={(event) => setStrict(event.target.checked)} className="size-4.5 accent-accent" />
          Add nothing when a line is wrong
        </label>
        <div className="mt-3">
          <label htmlFor={`${id}-file`} className="mb-1.5 block text-sm font-medium">
            CSV file
          </label>
          <FileDrop text="Choose a file, or drop it here" id={`${id}-file`} accept=".csv,text/csv" disabled={busy} onChange={upload} />
        </div>
        {result && <Problems result={result} />}
        <div className="mt-6 flex justify-end">
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
      </div>
    </dialog>
  );
}

function Problems({ result }: { result: Imported }) {
  return (
    <div role="alert" className="mt-4 rounded-control bg-danger-soft px-4 py-3 text-sm text-danger-ink">
      <p className="font-medium">{result.added > 0 ? `${count(result.added, "entry", "entries")} added, but not these:` : "Nothing was added."}</p>
      <ul className="mt-2 space-y-1">
        {result.problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {line > 0 && `Line ${line}: `}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
