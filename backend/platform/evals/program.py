"""The evaluation's command line."""

import argparse
import os
import platform
from functools import partial

from evals.direct import evaluate_directly, leave_root, template
from evals.harness import evaluate, render
from evals.loading import load_requests

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.session import load_session


def main(argv: list[str]) -> int:
    """Run as a program; 0 if every app starts."""
    words = argparse.ArgumentParser(description="Build apps from requests; print pass rates.")
    words.add_argument("--mode", choices=["offline"], default="offline")
    words.add_argument("--direct", action="store_true", help="the app builder alone; APP_TEMPLATE_DIR has the packages")
    words.add_argument("--only", metavar="ID", action="append", help="this request; may be repeated")
    options = words.parse_args(argv)
    requests = [one for one in load_requests() if options.only is None or one.id in options.only]
    if options.direct:
        template()
        leave_root()
        judged = evaluate_directly
    else:
        judged = partial(evaluate, ApiClient(load_session()))
    print(f"command: {'backend/platform/evals --direct' if options.direct else './vibecaas evals --mode offline'}")
    print(f"versions: Python {platform.python_version()}, {os.cpu_count()} cores\n")
    reports = []
    for request in requests:
        reports.append(judged(request))
        print(f"<!-- {request.id}: {reports[-1].status} -->", flush=True)
    print(render(reports))
    return 0 if all(report.starts for report in reports) else 1
