# if vite
"""The app: its API under /api and, once it is built, the web client everywhere else."""
# end if
# if nextjs
"""The API under /api; the web client is a server of its own, which passes on what is asked of the API."""
# end if
# if api
"""The API under /api; /api/docs says what it can do."""
# end if

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

# if api
from app.core import docs
# end if
from app.core.database import writing
from app.core.events import listen
from app.core.problems import PROBLEMS, DescribedApi, handle_problems
from app.core.reconcile import reconcile
from app.core.security import Protection
from app.core.settings import WEB_DIR, build_id
# if automation
from app.extras.automation import doing
# end if
# if samples
from app.extras.sample_entries import SAMPLES
# end if
# if automation
from app.extras.planned import TASKS
# end if
# if samples
from app.extras.samples import fill_in_at_start
# end if
# if undo
from app.extras.undo import forget_old
# end if
# if uploads
from app.extras.uploads import sweep
# end if
from app.wiring import LISTENERS, NAME, ROUTERS, TABLES


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    with writing() as db:
        reconcile(db, TABLES)
        # if uploads
        sweep(db)
        # end if
        # if undo
        forget_old(db, TABLES)
        # end if
        # if samples
        fill_in_at_start(db, SAMPLES)
        # end if
    # if automation
    with doing(TASKS):
        yield
    # else
    yield
    # end if


app = DescribedApi(
    title=NAME,
    lifespan=lifespan,
    openapi_url="/api/openapi.json",
    docs_url=None,
    redoc_url=None,
    responses=PROBLEMS,
)
handle_problems(app)
app.add_middleware(Protection)
listen(LISTENERS)
BUILD = build_id()


@app.get("/api/health", tags=["health"])
def health() -> dict[str, str]:
    return {"status": "ok", "build": BUILD}


for router in ROUTERS:
    app.include_router(router)
# if api
app.include_router(docs.router)
# end if


@app.api_route("/api/{path:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
def unknown_endpoint(path: str) -> None:
    raise HTTPException(404, f"There is no /api/{path}.")
# if vite


if WEB_DIR.is_dir():
    app.mount("/assets", StaticFiles(directory=WEB_DIR / "assets"), name="assets")

    @app.get("/{path:path}", include_in_schema=False)
    def web_client(path: str) -> FileResponse:
        """Files of the web client; every other address is one of its pages."""
        file = (WEB_DIR / path).resolve()
        is_file = file.is_relative_to(WEB_DIR.resolve()) and file.is_file()
        return FileResponse(file if is_file else WEB_DIR / "index.html", headers={"Cache-Control": "no-cache"})
# end if
