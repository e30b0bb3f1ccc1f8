def new_<<name>>(**changes: Any) -> dict[str, Any]:
    <<number>>
    <<missing>>
    return {
        <<values>>
        **changes,
    }


def given_<<name>>(**changes: Any) -> dict[str, Any]:
    return given(<<plural>>.TABLE, new_<<name>>(**changes))
