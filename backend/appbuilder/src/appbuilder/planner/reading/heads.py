"""Patterns of what stands before a list that describes a record: "each boat has", "for every find I note", "a wine:"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.lexicon.telling import ADDS, TELLS, WRITES
from appbuilder.planner.reading.words import PHRASE

_EACH = r"(?:each|every|an?|the|one|all|any|single)"
_AUX = r"(?:(?:can|should|must|may|will|also|always|simply|just|then|only|usually) )*"
_DOERS = r"(?:(?:i|we|they|you|he|she|people|somebody|someone|everybody|everyone|one|it|(?:the |an? |our |my )?[a-z]+s?) (?:then |also |always |would like to |want to |need to |have to |like to |can |must |should |will |may )*)"
_AT = r"(?: (?:in|at|of) (?:our|my|the) [a-z]+)?"
_ASKED = r"(?:who|when|where|which|what|how|whether|if|with how)"
_PERIOD = r"(?P<period>every day|each day|daily|every week|each week|every month|each month|once a week|once a month|once a day),?"
_END_OF_LIST = r"(?::\s*|\s+(?:down |in )?(?:the following(?: \w+)?:? )?)"
_OWNER = rf"(?P<owner>{PHRASE}?)"
_OF = rf"(?: (?:of|for|on) (?:an?|the|each|every|one) (?P<parent>{PHRASE}?))?"
HEADS = tuple(
    re.compile(pattern)
    for pattern in (
        # Under a trip you enter single expenses: date, kind ...; on each invoice there are several lines with ...
        rf"(?:under|on|in|to|within|for|below|at) {_EACH} (?P<parent>{PHRASE}?) (?:{_DOERS}?(?:{WRITES}|adds?)|there (?:is|are)|we have|you find) (?:(?:several|single|many|some|one or more|any number of|an?|the|its) )*(?P<owner>{PHRASE}?)(?::| with| each with|, each with) ",
        # A quote consists of positions with ...; every batch gets measurements: date, ...
        rf"{_EACH} (?P<parent>{PHRASE}?) {_AUX}(?:has|have|gets?|needs?|contains?|holds?|consists? of|is made (?:up )?of|comes? with|includes?|lists?) (?:(?:several|single|many|some|one or more|any number of|multiple|its|a list of|a number of) )*(?P<owner>[a-z]+(?: [a-z]+)?s)(?::| with| each with|, each with|, each of which has|, which have)(?= (?!at (?:most|least)))\s*",
        # After a lesson the pupil writes a review with ...
        rf"(?:after|for|on|at|in) {_EACH} (?P<parent>{PHRASE}?),? (?:an? |the |each |every )?[a-z]+ {_AUX}(?:writes?|leaves?|gives?|adds?|submits?|fills? in|makes?|enters?|records?) (?:an?|one|the) (?P<owner>{PHRASE}?) with (?=\w)",
        # A sponsor supports a runner with an amount per lap; a transfer moves an item from ... with ...
        rf"(?:an?|each|every) (?P<owner>{PHRASE}?) (?P<does>[a-z]+s) (?:an?|one|exactly one) (?P<parent>{PHRASE}?) with (?=\w)",
        r"(?:an?|the|our|my) (?:[a-z]+ ){1,3}?(?:has|have|rents? out|offers?|sells?|lends? out|owns?|keeps?|manages?|with) (?:(?:several|many|some|two|three|four|five|six|ten|its|our|\\d+) )*(?P<many>[a-z]+s) with ",
        rf"(?:{_PERIOD} )?{_DOERS}(?:{WRITES}) for {_EACH} (?P<daily>{PHRASE}?),? (?={_ASKED}\b)",
        rf"(?:for|at|on|in|of|per|after|with|during|about|from) {_EACH} {_OWNER}{_OF}{_AT},? (?:{_DOERS}(?:{WRITES})|there (?:is|are)|we have|it has){_END_OF_LIST}",
        rf"{_EACH} {_OWNER}{_OF}{_AT} {_AUX}(?:{TELLS}|(?:is|are|gets) (?:noted|recorded|entered|logged|written|listed|described|registered|kept)(?: down| in)? with){_END_OF_LIST}",
        rf"(?P<start>){_OWNER} {_AUX}(?:have|need|come with|must have|should have|will have|contain|consist of){_END_OF_LIST}",
        rf"(?P<again>it|they|this|each one|each of them|every one|each) (?:also |always |then )?(?:{TELLS}){_END_OF_LIST}",
        rf"(?:{_DOERS}(?:{WRITES}|{ADDS}|put|puts|suggest|suggests|propose|proposes)|keep|list|note|record|log|track) (?:(?:every|each|all|the|our|my|an?|new) )*(?P<object>{PHRASE}?)(?: (?:on|in|to) (?:an?|the|our|my) [a-z]+(?: [a-z]+)?)?,? with (?=(?:the |an? |its |their )?\w)",
        rf"(?:all |the )?{_OWNER} (?:is|are|get|gets) (?:recorded|logged|listed|stored|kept|registered|entered|saved|tracked)(?: each)? with (?=(?:the |an? |its |their )?\w)",
        r"(?:.{0,40} )?form (?:for|to) (?P<form>[^:.,]{3,40}):\s*",
        rf"(?:(?:every|each|once an?) [a-z]+,? )?(?:{_DOERS})?(?:{ADDS}) (?:(?:each|every|an?|the|several|new|single|one|our|my|some) )*(?P<object>{PHRASE}?)(?: (?:each|every|per|once an?) \w+)?:\s*",
        rf"(?P<bare>)(?:for (?:this|that|it|each|them),? )?{_DOERS}(?:{WRITES}) (?=(?:{_ASKED}|the|an?|their|its)\b)",
        rf"(?P<start>)(?:(?:each|every|an?|the|my|our|all) )?{_OWNER}{_OF}(?: (?:between|among) [a-z ]{{2,20}}?)?(?: \([^()]*\))?:\s*",
        rf"(?P<start>).{{0,60}}?\b(?:{WRITES}) (?:(?:the|our|my|all) )*(?P<object>[a-z]+s)(?: (?:we|i|that|which|you|of|in|from) [a-z' ]{{2,40}}?)?:\s*",
        rf"(?:(?:an? |the |each |every |our |all )?(?P<speaker>[a-z]+(?: [a-z]+)?)) (?:say|says|tell|tells|answer|answers|enter|enters|mark|marks|choose|chooses|state|note) (?:for|on|to|at) {_EACH} (?P<parent>{PHRASE}?),? (?=(?:whether|how|when|if|what|which|who)\b)",
        r"(?P<deed>)(?:an? |the |each |every )?(?P<who>[a-z]+) (?:then |also |must |can |should |has to )*(?P<verb>books?|registers?|signs? up|apply|applies|reserves?|joins?)(?: (?:for|to) (?:it|them|one))? with (?=(?:the|an?|their|his|her|its|name|how) ?)",
        rf"(?P<actor>)(?:an? |the |each |every )?(?P<who>[a-z]+) (?:then |also |must |can |should |has to )*(?:gives?|tells?|enters?|leaves?|fills? in|provides?|states?|says?)(?: in)?(?: us| me)? (?=(?:the|an?|their|his|her|its|{_ASKED}) )",
        r"(?P<nested>)(?:(?:several|many|some|its|one or more) )*(?P<owner>[a-z]+(?: [a-z]+)?s) with (?=\w)",
        r"(?P<plain>)(?=\w)",
    )
)
"""Named groups: `owner` or `object` is the record, `parent` what it belongs to, `who` acts; `start` ones begin a sentence."""
