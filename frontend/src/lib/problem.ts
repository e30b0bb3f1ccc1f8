/** Errors of the API as one class: what happened, why, what to do, and the request id to quote. */

export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

interface ProblemBody {
  status?: unknown;
  code?: unknown;
  title?: unknown;
  detail?: unknown;
  request_id?: unknown;
  errors?: unknown;
  retryable?: unknown;
}

/** `status` 0 means that no answer came (network, server stopped). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly fields: FieldProblem[];
  readonly retryable: boolean;

  constructor(init: {
    status: number;
    code: string;
    message: string;
    requestId?: string | null;
    fields?: FieldProblem[];
    retryable?: boolean;
  }) {
    super(init.message);
    this.name = "ApiError";
    this.status = init.status;
    this.code = init.code;
    this.requestId = init.requestId ?? null;
    this.fields = init.fields ?? [];
    this.retryable = init.retryable ?? false;
  }
}

/** An ApiError from a problem+json body; a body of another form still gives a readable error. */
export function toApiError(body: unknown, response: Response): ApiError {
  const problem: ProblemBody = typeof body === "object" && body !== null ? body : {};
  const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
  return new ApiError({
    status: response.status,
    code: text(problem.code) ?? `http_${response.status}`,
    message:
      text(problem.detail) ?? text(problem.title) ?? `The server answered with status ${response.status}.`,
    requestId: text(problem.request_id) ?? response.headers.get("X-Request-Id"),
    fields: Array.isArray(problem.errors) ? problem.errors.filter(isFieldProblem) : [],
    retryable: problem.retryable === true,
  });
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === "object" && value !== null && "pointer" in value && "detail" in value;
}

export function networkError(): ApiError {
  return new ApiError({
    status: 0,
    code: "network",
    message: "VibeCaaS does not answer. It may be stopped or restarting.",
    retryable: true,
  });
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}
