"""The app's reports."""

<<imports>>
from app.extras.insights.figures import Report

REPORTS = (
    <<reports>>
)
