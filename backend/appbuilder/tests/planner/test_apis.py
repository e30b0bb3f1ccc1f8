"""APIs: what is kept is planned as for any app, what is about pages is named as left out."""

import pytest

from appbuilder.planner import RequestNotUnderstood, plan, plan_follow_up
from appbuilder.planner.serving import NO_PAGES

TASKS = plan("An API for tasks with title, due date and status (to do, doing, done)", "api").spec


def test_pages_and_colours_are_named_as_left_out() -> None:
    planned = plan("An API for tickets with a title. It has a landing page. Use a dark theme.", "api")
    assert (planned.spec.template, planned.spec.pages) == ("api", ())
    assert [entity.name for entity in planned.spec.entities] == ["ticket"]
    left_out = [line.partition(": ") for line in planned.not_included]
    assert [phrase for phrase, _, _ in left_out] == ["landing page", "Use a dark theme"]
    assert {reason for _, _, reason in left_out} == {NO_PAGES}
    assert not [line for line in planned.included if "page" in line.element]


def test_what_is_kept_is_what_an_app_would_keep() -> None:
    request = "Members register. Tickets with a title and a status (open, done); only admins can delete tickets"
    api, app = plan(request, "api").spec, plan(request).spec
    assert (api.entities, api.access) == (app.entities, app.access)


@pytest.mark.parametrize(
    "request_text", ["add a rating from 1 to 5", "add a list of projects with a name", "rename tasks to jobs"]
)
def test_changes_leave_it_an_api(request_text: str) -> None:
    planned = plan_follow_up(TASKS, request_text)
    assert (planned.spec.template, planned.spec.pages) == ("api", ())
    assert planned.spec.entities != TASKS.entities
    assert "page" not in planned.summary


@pytest.mark.parametrize("request_text", ["use a dark theme", "show tasks as a board", "add an about page"])
def test_a_change_of_pages_alone_is_refused_with_the_reason(request_text: str) -> None:
    with pytest.raises(RequestNotUnderstood, match=NO_PAGES) as refused:
        plan_follow_up(TASKS, request_text)
    for suggestion in refused.value.suggestions:
        assert plan_follow_up(TASKS, suggestion).changes
