

class <<Name>>Summary(BaseModel):
    """Totals of all <<plural_words>>."""

    <<summary_fields>>
