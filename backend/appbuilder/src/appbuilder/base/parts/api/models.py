"""What is sent and answered about <<plural_words>>; one line for each field."""

<<imports>>

<<choices>>
class <<Name>>Input(Input):
    """What adding <<a_words>> needs."""

    <<input_fields>>


@all_optional
class <<Name>>Changes(<<Name>>Input):
    """What changing <<a_words>> may hold."""


class <<Name>>Out(Stored):
    """<<A_words>> as it is answered. Entries from before a field was added lack its value."""

    <<out_fields>>


class <<Name>>List(BaseModel):
    """One page of <<plural_words>>, and how many match in all."""

    items: list[<<Name>>Out]
    total: int


class <<Name>>Query(ListQuery):
    """What a list can be narrowed to and sorted by."""

    <<filter_fields>>
    sort: Literal[
        <<sort_choices>>
    ] = "<<default_sort>>"
<<summary_class>>
