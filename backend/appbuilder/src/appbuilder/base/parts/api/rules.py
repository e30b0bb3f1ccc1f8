"""What <<plural_words>> must obey; a change that breaks a rule is refused."""

<<imports>>

RULES = (
    <<rules>>
)
