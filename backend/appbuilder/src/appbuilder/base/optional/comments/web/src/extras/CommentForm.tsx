import { useForm } from "../lib/form";
import { request } from "../lib/http";
import { text } from "../lib/rules";
import { Button } from "../ui/Button";
// if open
import { TextArea, TextInput } from "../ui/Field";
import { FormProblem } from "../ui/FormFrame";
// else
import { TextArea } from "../ui/Field";
import { FormProblem } from "../ui/FormFrame";
// end if

const rules = {
  // if open
  author: text({ required: true, max: 80 }),
  // end if
  text: text({ required: true, max: 5000 }),
};

interface CommentFormProps {
  path: string;
  /** The comment that is answered. */
  answerTo?: number;
  onSent(): void;
  onCancel?(): void;
}

// if open
/** Writes a comment; the name is remembered for the next one. */
// else
/** Writes a comment. */
// end if
export function CommentForm({ path, answerTo, onSent, onCancel }: CommentFormProps) {
  // if open
  const form = useForm(rules, { author: rememberedName() }, async (values) => {
    await request("POST", path, { ...values, answer_to: answerTo });
    rememberName(values.author);
  // else
  const form = useForm(rules, {}, async (values) => {
    await request("POST", path, { ...values, answer_to: answerTo });
  // end if
    onSent();
  });
  const what = answerTo === undefined ? "comment" : "answer";

  return (
    <form aria-label={`New ${what}`} noValidate onSubmit={form.submit} className="space-y-4">
      <FormProblem text={form.problem} />
      {/* if open */}
      <TextInput label="Your name" required autoComplete="name" {...form.bind("author")} />
      {/* end if */}
      <TextArea label={`Your ${what}`} required rows={3} {...form.bind("text")} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="secondary" busy={form.busy}>
          {`Send ${what}`}
        </Button>
        {onCancel && (
          <Button look="secondary" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
// if open

const NAME = "comments.name";

function rememberedName(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null; // A browser may forbid storing; then the name is typed each time.
  }
}

function rememberName(name: string) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // See above.
  }
}
// end if
