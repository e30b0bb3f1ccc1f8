import { useState } from "react";
// if accounts
import { FormFor, Only } from "../account/Only";
// end if
import { formatAgo, formatDateTime } from "../lib/format";
import { reasonOf, request } from "../lib/http";
import { useLoad } from "../lib/load";
import { IconButton } from "../ui/Button";
import { Section } from "../ui/Layout";
import { LoadedBody } from "../ui/LoadedBody";
import { useToast } from "../ui/Toasts";
import { CommentForm } from "./CommentForm";

interface Answer {
  id: number;
  author: string | null;
  text: string | null;
  created_at: string;
  may_remove: boolean;
}

interface Comment extends Answer {
  answers: Answer[];
}

interface CommentList {
  items: Comment[];
  total: number;
}

/** What people say about an entry; `path` is where its comments are in the API. */
export function Comments({ path }: { path: string }) {
  const comments = useLoad(path, () => request<CommentList>("GET", path));
  return (
    <Section title="Comments" count={comments.data?.total} readable>
      <LoadedBody loaded={comments}>
        {({ items }) => (
          <ul className="space-y-3" aria-label="Comments">
            {items.map((comment) => (
              <Thread key={comment.id} comment={comment} path={path} onChange={comments.reload} />
            ))}
          </ul>
        )}
      </LoadedBody>
      <div className="mt-4">
        {/* if accounts */}
        <FormFor who={["signed_in"]} what="comment">
          <CommentForm path={path} onSent={comments.reload} />
        </FormFor>
        {/* else */}
        <CommentForm path={path} onSent={comments.reload} />
        {/* end if */}
      </div>
    </Section>
  );
}

interface ThreadProps {
  comment: Comment;
  path: string;
  onChange(): void;
}

function Thread({ comment, path, onChange }: ThreadProps) {
  const [answering, setAnswering] = useState(false);

  function answered() {
    setAnswering(false);
    onChange();
  }

  return (
    <li className="card px-5 py-4">
      <Said comment={comment} path={path} onChange={onChange} />
      {comment.answers.length > 0 && (
        <ul className="mt-4 space-y-4 border-l-2 border-line pl-4" aria-label="Answers">
          {comment.answers.map((answer) => (
            <li key={answer.id}>
              <Said comment={answer} path={path} onChange={onChange} />
            </li>
          ))}
        </ul>
      )}
      {answering ? (
        <div className="mt-4">
          <CommentForm path={path} answerTo={comment.id} onSent={answered} onCancel={() => setAnswering(false)} />
        </div>
      ) : (
        comment.text !== null && (
          // if accounts
          <Only who={["signed_in"]}>
            <AnswerButton author={comment.author} onClick={() => setAnswering(true)} />
          </Only>
          // else
          <AnswerButton author={comment.author} onClick={() => setAnswering(true)} />
          // end if
        )
      )}
    </li>
  );
}

function AnswerButton({ author, onClick }: { author: string | null; onClick(): void }) {
  return (
    <button
      type="button"
      aria-label={`Answer ${author}`}
      onClick={onClick}
      className="mt-2 min-h-9 rounded-control text-sm font-medium text-accent-ink hover:underline"
    >
      Answer
    </button>
  );
}

function Said({ comment, path, onChange }: { comment: Answer; path: string; onChange(): void }) {
  const toast = useToast();

  async function remove() {
    try {
      await request("DELETE", `${path}/${comment.id}`);
      toast("Deleted");
      onChange();
    } catch (error) {
      toast(reasonOf(error, "It could not be deleted."), { failed: true });
    }
  }

  if (comment.text === null) return <p className="text-sm text-muted italic">This comment was deleted.</p>;
  return (
    <article>
      <div className="flex items-start justify-between gap-3">
        <p className="text-sm">
          <span className="font-semibold">{comment.author}</span>{" "}
          <time dateTime={comment.created_at} title={formatDateTime(comment.created_at)} className="text-muted">
            {formatAgo(comment.created_at)}
          </time>
        </p>
        {comment.may_remove && (
          <div className="-mt-1.5 -mr-2">
            <IconButton icon="trash" label={`Delete the comment of ${comment.author}`} danger onClick={remove} />
          </div>
        )}
      </div>
      <p className="mt-1 break-words whitespace-pre-line">{comment.text}</p>
    </article>
  );
}
