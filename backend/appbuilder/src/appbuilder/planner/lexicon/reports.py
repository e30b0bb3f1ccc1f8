"""Data: how people speak of reports, charts and views."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

from typing import Literal

Period = Literal["day", "week", "month", "year"]

PERIODS: dict[str, Period] = {
    "day": "day", "daily": "day", "days": "day", "week": "week", "weekly": "week", "weeks": "week",
    "month": "month", "monthly": "month", "months": "month", "year": "year", "yearly": "year", "annual": "year",
    "annually": "year", "years": "year", "over time": "month", "time": "month", "date": "month", "trend": "month",
    "trends": "month", "quarter": "month", "quarterly": "month",
}  # fmt: skip

DISPLAYS: dict[str, str] = {
    "pie": "pie", "donut": "pie", "doughnut": "pie", "bar": "bar", "column": "bar", "line": "line", "trend": "line",
    "table": "table", "tabular": "table",
}  # fmt: skip

RANKINGS = r"leader ?boards?|rankings?|top \d+|high ?scores?(?: lists?)?|score ?boards?|hall of fame|league tables?|most (?:popular|active)"
CHARTS = r"charts?|graphs?|diagrams?|(?:scatter|line|box) ?plots?|histograms?|visuali[sz]ations?|infographics?"
REPORTS = r"reports?|statistics|stats|analytics|analysis|reporting|insights|summaries|summary|key figures|kpis?|metrics|overviews?|trends"
PROGRESS = r"(?:(?:learning|training|fitness|study|reading|workout|practice|project|donation|fundraising|recovery|weight|goal|funding) )?progress"

VIEWS: tuple[tuple[str, str], ...] = (
    ("board", r"(?:an? )?boards? (?:grouped |sorted |split |ordered )?by (?:the )?(?:status|state|stage)|kanban(?:[- ]style)?(?: boards?| views?| columns?)?|(?:task|project|status|scrum|agile|trello[- ]like) boards?(?: views?)?|(?:sales |deal )?pipeline(?: (?:boards?|views?))|(?:in|as|on) a board(?: view)?|board (?:view|layout)|boards? (?:with|of) columns|(?<=add a )board|(?<=want a )board|(?<=need a )board|swim ?lanes?|columns by status"),
    ("calendar", r"(?:monthly |weekly |event |booking |shared |interactive |team )*calendars?(?: (?:views?|pages?|display|overview|layout))?"),
    ("gallery", r"(?:photo |image |picture |product |art )?(?:galler(?:y|ies)|grid)(?: (?:views?|pages?|layout|display))|thumbnails?(?: view| grid)?|masonry(?: layout| grid)?|(?:photo|image|picture) galler(?:y|ies)"),
    ("cards", r"(?:as|in|with|use) (?:a )?(?:cards?|tiles)(?: (?:view|layout|grid))?|card (?:view|layout|grid)"),
    ("table", r"(?:as|in) (?:a )?(?:sortable )?(?:table|spreadsheet)(?: (?:view|layout))?|(?:table|list) view|data ?tables?|data grid"),
)  # fmt: skip
"""Layout -> what people say for it."""

WIZARDS = r"(?:step[- ]by[- ]step|multi[- ]?step|in (?:several |two |three |four |\d )?steps|wizard(?:[- ]style)?)(?: (?:forms?|wizards?|process|registration|booking|checkout|application|order(?:ing)?))?|(?:form |booking |registration |application )?wizards?"

FIGURES: dict[str, str] = {
    "total": "sum", "totals": "sum", "total amount": "sum", "overall": "sum", "sum": "sum", "average": "average",
    "mean": "average", "number": "count", "total number": "count", "count": "count", "many": "count",
}  # fmt: skip
"""How a figure begins -> how it is worked out."""

SPOKEN_OF: dict[str, tuple[str, ...]] = {
    "sales": ("sale", "order", "invoice", "booking"),
    "revenue": ("invoice", "payment", "sale", "order", "booking"),
    "turnover": ("invoice", "payment", "sale", "order", "booking"),
    "sold": ("sale", "order", "ticket"),
    "income": ("income", "transaction", "payment", "invoice"),
    "earned": ("income", "payment", "invoice", "job"),
    "spending": ("expense", "transaction", "purchase"),
    "spent": ("expense", "transaction", "purchase"),
    "expenses": ("expense", "transaction"),
    "raised": ("donation", "pledge"),
    "donated": ("donation",),
    "collected": ("donation", "payment"),
    "paid": ("payment", "invoice"),
    "consumption": ("reading", "meter reading", "power reading", "consumption record"),
    "usage": ("reading", "meter reading", "usage record"),
    "inventory": ("product", "inventory item", "stock item"),
    "stock": ("product", "inventory item", "stock item"),
    "attendance": ("attendance record", "registration"),
    "progress": ("task", "goal", "enrollment"),
    "best sellers": ("product", "item", "dish", "book"),
    "studied": ("study session",),
    "worked": ("time entry", "shift", "work log"),
}
"""What a report is said to be about -> the records that are meant, the nearest first."""

SUMMED = frozenset(
    """
    sales revenue turnover expense expenses income spending spent cost raised donated collected earned paid consumption
    usage
    """.split()
)
"""Words of reports that add up a number rather than count entries."""

BEST = r"best[- ]?sellers?|best[- ]selling|most (?:sold|ordered|booked|borrowed|rented|visited|used|popular)|top[- ]selling"

UNITS = frozenset(
    {"minute", "hour", "day", "kilometre", "kilometer", "mile", "litre", "liter", "gram", "calorie", "point"}
)
"""What is counted of something, and is no record."""
