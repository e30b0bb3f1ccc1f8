"""From the text of a request to every file of its app: the planner and the compiler, without the product.

Each request of the evaluation is built in this process, warm; the one that takes longest is then built once in each
of five fresh processes. A fixed loop measured in the same run tells how fast the machine was just then.
"""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from appbuilder.compiler import compile_app
from appbuilder.planner import RequestNotUnderstood, plan

REQUESTS = Path(__file__).resolve().parents[1] / "backend/platform/evals/requests"
ROUNDS = 3
FRESH_ROUNDS = 5
REFERENCE_ROUNDS = 5
REFERENCE_STEPS = 1_000_000


def prompt_of(name: str) -> str:
    """Return the text of a request of the evaluation."""
    return str(json.loads((REQUESTS / f"{name}.json").read_text(encoding="utf-8"))["prompt"])


def build(prompt: str) -> tuple[float, int]:
    """Plan and compile; return the seconds and the number of files (0: the planner refuses the request)."""
    started = time.perf_counter()
    try:
        files = len(compile_app(plan(prompt).spec))
    except RequestNotUnderstood:
        files = 0
    return time.perf_counter() - started, files


def reference() -> float:
    """Return the seconds of a fixed loop over numbers, text and a dict: what a builder spends its time on."""
    started = time.perf_counter()
    seen: dict[str, int] = {}
    for step in range(REFERENCE_STEPS):
        word = f"w{step * 7919 % 1009}"
        seen[word] = seen.get(word, 0) + 1
    return time.perf_counter() - started


def fresh(name: str) -> float:
    """Build one request in a process of its own; return its seconds, imports left out."""
    command = [sys.executable, __file__, name]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main(argv: list[str]) -> int:
    """Measure and print; with the name of a request, print only the seconds of building it once."""
    if argv:
        print(build(prompt_of(argv[0]))[0])
        return 0
    names = sorted(path.stem for path in REQUESTS.glob("*.json"))
    print("command: ./vibecaas bench builder")
    print(f"versions: Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"requests: {len(names)}\nrounds_warm: {ROUNDS}\n")
    build(prompt_of(names[0]))  # warms templates and caches
    medians: dict[str, float] = {}
    print("| request | files | seconds |\n|---|---|---|")
    for name in names:
        rounds = [build(prompt_of(name)) for _ in range(ROUNDS)]
        medians[name] = statistics.median(seconds for seconds, _ in rounds)
        print(f"| {name} | {rounds[0][1] or 'refused'} | {medians[name]:.3f} |")
    longest = max(medians, key=lambda name: medians[name])
    cold = statistics.median(fresh(longest) for _ in range(FRESH_ROUNDS))
    loop = statistics.median(reference() for _ in range(REFERENCE_ROUNDS))
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"\nwarm_seconds_median: {statistics.median(medians.values()):.3f}")
    print(f"longest_request: {longest}\nlongest_warm_seconds_median: {medians[longest]:.3f}")
    print(f"rounds_fresh_process: {FRESH_ROUNDS}\nlongest_fresh_process_seconds_median: {cold:.3f}")
    print(f"reference_loop_seconds_median: {loop:.3f}")
    print(f"ratio_longest_fresh_to_reference_loop: {cold / loop:.2f}")
    print(f"ratio_longest_warm_to_reference_loop: {medians[longest] / loop:.2f}")
    print(f"peak_memory_mib: {peaks[0] / 1024:.0f}\npeak_memory_fresh_process_mib: {peaks[1] / 1024:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
