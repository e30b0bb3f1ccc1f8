"""Read reports, charts, leaderboards and views: "a chart of sales per month", "top 10 players", "kanban board"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from typing import Any

from appbuilder.planner.inflect import is_plural
from appbuilder.planner.lexicon.actions import GROUPING
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.reports import CHARTS, DISPLAYS, PERIODS, PROGRESS, RANKINGS, REPORTS, VIEWS, WIZARDS
from appbuilder.planner.lexicon.speech import STOPS
from appbuilder.planner.reading.before import noun_before
from appbuilder.planner.reading.behaviours import OBJECT_END, object_noun
from appbuilder.planner.reading.facts import Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import OwnFact, ReportFact, ViewFact, WizardFact
from appbuilder.planner.reading.words import PHRASE, bare, is_verb, known_noun
from appbuilder.planner.text import Span

_LEAD = (
    r"(?:(?:show|shows|showing|display|displays|displaying|see|view|viewing|generate|generates|generating|generation of|create|creating|provide|provides|with|get|print|"
    r"produce|produces|draw|draws|plot|render|and|also|it|should|can|could|users?|admins?|managers?|customers?|the|a|an|to|want|i|we|need|add|include|includes|have|has|interactive|simple|detailed|"
    r"customized|custom|customizable|visual|automated|automatic|comprehensive|real-time|able|be|allow|allows|me) )*"
)
_KIND = r"(?:(?P<display>pie|donut|doughnut|bar|column|line|trend|table|tabular|summary|statistical|dashboard|data) )?"
_PERIOD = r"(?P<period>daily|weekly|monthly|yearly|annual|quarterly)"
_OF = rf"(?:(?: that| which)?(?: shows?| showing| displays?| displaying| of| on| about| for| with| comparing) (?:(?:the|all|our|my|how many|number of|count of|amount of) )*(?P<what>{PHRASE}?))?"
_BY = rf"(?:,? (?:per|by|for each|for every|grouped by|split by|broken down by|according to|over) (?P<by>(?:each )?{PHRASE}?))?"
_WORDS = r"(?:(?!and\b|or\b|with\b|to\b|of\b|for\b|in\b|the\b|an?\b)[a-z][a-z'-]*)(?: (?!and\b|or\b|with\b|to\b|of\b|for\b|in\b)[a-z][a-z'-]*){0,2}"
_REPORT = re.compile(
    rf"(?<![\w-]){_LEAD}(?:{_PERIOD} )?{_KIND}(?P<head>{CHARTS}|{REPORTS})(?: (?:and|or) (?:charts?|graphs?|reports?|statistics|analytics|analysis|summaries))?(?: (?:page|generation|feature|functionality|section|view|tools?|module)s?)?{_OF}{_BY}{OBJECT_END}"
)
_NAMED = re.compile(
    rf"(?<![\w-]){_LEAD}(?:{_PERIOD} )?(?P<what>(?!(?:show|data) ){_WORDS}?) (?:{_PERIOD.replace('period', 'period2')} )?{_KIND}(?P<head>{CHARTS}|{REPORTS})(?: (?:generation|feature|functionality|section|view|page|tools?))?{_BY}{OBJECT_END}"
)
_BY_CHART = re.compile(
    rf"(?<![\w-]){_LEAD}(?P<what>{PHRASE}?) (?:per|by) (?P<by>{PHRASE}?) (?:as|in|on) (?:a |an )?{_KIND}(?P<head>{CHARTS}){OBJECT_END}"
)
_VISUAL = re.compile(
    rf"(?<![\w-]){_LEAD}(?P<head>visuali[sz](?:e|es|ing)|analy[sz](?:e|es|ing)) (?:the |their |my |our )?(?P<what>{PHRASE}?){_BY}{OBJECT_END}"
)
_RANKING = re.compile(
    rf"(?<![\w-]){_LEAD}(?:(?P<before>{_WORDS}?) )??(?P<head>{RANKINGS})(?: (?:of|for|with|by|showing|page|feature|list))*(?: (?:the |all |best )?(?P<what>{PHRASE}?)(?: by (?P<by>{PHRASE}?))?)?{OBJECT_END}"
)
_PROGRESS = re.compile(
    rf"(?<![\w-])(?:track|monitor|view|see|visuali[sz]e|follow|show)(?:s|ing)? (?:(?:the|their|my|his|her|own|overall) )*(?P<what>{PROGRESS})(?: over time| of (?:the |each |every |their )?(?P<of>{PHRASE}?))?{OBJECT_END}"
)
_MORE_SPLITS = re.compile(r"(?:,? and|,|,? or) (?:(?:per|by|for each) )?(?P<by>[a-z]+)(?=\s*(?:[,.;:]|$|and\b|or\b))")
_WRITTEN = re.compile(
    r"\b(?:submit|file|write|post|upload|publish|record|log|each|every|manage|edit|delete|lab|crime|expense|bug|incident|stock|weather|test|inspection|damage|medical|accident)(?:ting|ing|s)? (?:a |an |the |new |their )?(?:\w+ )?reports?\b"
)
_MADE = re.compile(r"\b(?:generat|produc|export|print|show|provid)\w* (?:[a-z]+ ){0,3}$")
_DASHBOARD = re.compile(
    rf"(?<![\w-]){_LEAD}(?:(?:summary|overview|analytics|statistics|management|main|data|personal|admin|sales|real-time) )*dashboards?(?: page)?(?: (?:with|showing|that shows|to (?:see|view|show|monitor)|for|of|displaying) (?P<what>[^.;\n]{{0,80}}))?"
)
_SPLIT = re.compile(
    rf"(?:(?:the|a|an|of) )*(?P<what>{PHRASE}?) (?:by|per|for each|over) (?P<by>{PHRASE}?)(?P<head>){OBJECT_END}"
)
_VAGUE = frozenset({"insights", "summaries", "summary", "overview", "overviews", "metrics", "analysis", "trends"})
_VAGUER = frozenset({"insights", "overview", "overviews", "metrics"})
"""Words that mean a report only with what it is about, or only with what it is split by."""
_VIEWS = [
    (
        layout,
        re.compile(
            rf"(?<![\w-])(?:(?:with|and|show\w*|display\w*|view\w*|see|in|on|as|add|include|also|a|an|the|to|it|them|use|have|has) )*(?P<act>{pattern})(?![\w-])(?: (?:of|for|with|showing) (?:the |all |our |my )?(?P<what>{PHRASE}?){OBJECT_END})?"
        ),
    )
    for layout, pattern in VIEWS
]
_WIZARD = re.compile(
    rf"(?<![\w-])(?:(?:with|a|an|the|in|as|use|through) )*(?:{WIZARDS})(?: (?:for|to) (?:the |a |an |adding |creating |new )*(?P<what>{PHRASE}?))?{OBJECT_END}"
)


def read_reports(reading: Reading) -> None:
    """Take dashboards, rankings, charts and reports; "each report has a title" is a record and stays."""
    for match in list(_DASHBOARD.finditer(reading.open)):
        end = match.start("what") if match["what"] else match.end()
        reading.take(ReportFact(Span(match.start(), end), None, None, None, None, None))
        for part in _SPLIT.finditer(reading.open, end, match.end()):
            _take(reading, part)
    for match in list(_RANKING.finditer(reading.open)):
        _take_ranking(reading, match)
    for match in list(_PROGRESS.finditer(reading.open)):
        what = _bare(match["of"]) or match["what"].removesuffix("progress").strip()
        reading.take(ReportFact(_span(match), None, object_noun(what) or what or None, None, None, None))
    for pattern in (_BY_CHART, _NAMED, _REPORT, _VISUAL):
        for match in list(pattern.finditer(reading.open)):
            if not _is_record(reading, match):
                _take(reading, match)


def _is_record(reading: Reading, match: re.Match[str]) -> bool:
    """Tell "users submit reports" or "reports have a title" from reports about the entries."""
    behind = re.match(
        r"\s+(?:has|have|with an?|contains?|belongs?|should (?:have|contain|include))\b",
        reading.open[match.end() : match.end() + 30],
    )
    before = reading.open[max(0, match.start() - 40) : match.end()]
    is_written = _WRITTEN.search(before) and not _MADE.search(before[: before.rfind(match["head"])])
    head = match["head"]
    groups = match.groupdict()
    is_bare = not groups.get("what") and not groups.get("period")
    vague = head in _VAGUE and not groups.get("by") and (is_bare or head in _VAGUER)
    return (
        (behind is not None and head.startswith("report")) or (bool(is_written) and head.startswith("report")) or vague
    )


def _take(reading: Reading, match: re.Match[str]) -> None:
    groups = match.groupdict()
    what, by = _bare(groups.get("what")), _bare(groups.get("by")).removeprefix("each ")
    period = (
        PERIODS.get(by)
        or PERIODS.get(groups.get("period") or groups.get("period2") or "")
        or (PERIODS.get(what) if what == "trends" else None)
    )
    is_chart = re.fullmatch(CHARTS, match["head"]) is not None or match["head"].startswith("visuali")
    display: Any = DISPLAYS.get(groups.get("display") or "") or ("bar" if is_chart else None)
    kind, what = _kind_of(what)
    if period and display in {None, "bar"} and groups.get("display") is None:
        display = "line"
    if what and (what.split()[0] in STOPS or is_verb(what.split()[-1])):
        return
    grouped = None if by in PERIODS else by or None
    noun = known_noun(what) if is_plural(what) or re.fullmatch(REPORTS, match["head"]) else None
    if noun is not None and not is_people(what):
        reading.note(ThingFact(_span(match), noun))
    more, end = _more_splits(reading, match.end()) if by else ([], match.end())
    span = Span(match.start(), end)
    for extra in more:
        by_time = PERIODS.get(extra)
        reading.note(ReportFact(span, kind, what or None, None if by_time else extra, by_time, display))
    reading.take(ReportFact(span, kind, what or None, grouped, period, display))


def _more_splits(reading: Reading, place: int) -> tuple[list[str], int]:
    """Return what else a report is split by, and where that ends: "by building and month"."""
    found: list[str] = []
    while match := _MORE_SPLITS.match(reading.open, place):
        by = match["by"]
        if by not in PERIODS and (is_plural(by) or by not in GROUPING | NOUNS.keys() | {"status", "type", "priority"}):
            break
        found.append(by)
        place = match.end()
    return found, place


def _kind_of(words: str) -> tuple[Any, str]:
    for start, kind in (
        ("total ", "sum"),
        ("sum of ", "sum"),
        ("average ", "average"),
        ("mean ", "average"),
        ("number of ", "count"),
        ("how many ", "count"),
        ("count of ", "count"),
    ):
        if words.startswith(start):
            return kind, words.removeprefix(start)
    return None, words


def _take_ranking(reading: Reading, match: re.Match[str]) -> None:
    what = _bare(match["what"]) or _bare(match["before"])
    number = re.search(r"\d+", match["head"])
    limit = min(100, max(1, int(number.group()))) if number else 10
    if match["head"].startswith("most ") and not what:
        return
    is_scored = what in {"point", "points", "score", "scores", "reward points"}
    if not what or is_scored or (is_people(what.split()[-1]) and known_noun(what) not in reading.nouns()):
        reading.note(OwnFact(_span(match), None))
    reading.take(ReportFact(_span(match), None, what or None, _bare(match["by"]) or None, None, "table", limit))


def read_views(reading: Reading) -> None:
    """Take boards, calendars, galleries, tables and forms in steps."""
    for layout, pattern in _VIEWS:
        for match in list(pattern.finditer(reading.open)):
            owner = object_noun(_bare(match["what"]))
            if owner is None:
                before = noun_before(reading.open, reading.sentence_at(match.start()).start, match.start())
                owner = object_noun(before[0]) if before else None
            reading.take(ViewFact(_span(match), layout, owner))  # type: ignore[arg-type]
    for match in list(_WIZARD.finditer(reading.open)):
        reading.take(WizardFact(_span(match), object_noun(_bare(match["what"]))))


def _bare(words: str | None) -> str:
    return " ".join(bare((words or "").split()))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
