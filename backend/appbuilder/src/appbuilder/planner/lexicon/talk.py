"""Data: how people say that they write to each other, are told something, or subscribe."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

WRITES = r"(?:(?:send|sends|sending|exchange|exchanges|exchanging|write|writes|reply to|replying to|read and send|send and (?:receive|read)|receive and send) (?:(?:private|direct|personal|instant|internal|the|a) )*messages?(?: (?:to|with|from|between))?|(?:privately )?messag(?:e|es|ing)(?! to\b| with\b)|communicat(?:e|es|ing) with|chat(?:s|ting)? with|talk(?:s|ing)? (?:to|with)|correspond(?:s|ing)? with|negotiat(?:e|es|ing) (?:[a-z]+ )?with)"
"""People write to others and read what others wrote to them."""

CONTACTS = r"contact(?:s|ing)?(?! (?:persons?|people|details|data|info|information|numbers?|names?|emails?|address)\b)|get in touch with|reach out to|reach"
"""People write to whoever stands behind an entry."""

EACH_OTHER = r"each other|one another|others|other people"

BOXES = r"(?:(?:in-?app|internal|private|direct|instant|user|personal|member|built-in|secure|online) )*(?:messaging|message (?:exchange|cent(?:er|re)|inbox|function|functionality|feature|system|sending)|inbox|(?<!live )(?<!real-time )(?<!video )(?<!ai )chat(?:ting)?(?! bot)(?: (?:rooms?|windows?|boxes|box))?)(?: (?:system|function|functions|functionality|feature|features|platform|module|page|service|with (?:the |other )?[a-z]+))?|(?:private|direct|instant) messages"
"""Names of the part of an app where messages are."""

BETWEEN = r"(?:communications?|messages|messaging|conversations?) (?:between|among) (?:the )?[a-z]+(?: and (?:the )?[a-z]+)?|via messages|through messages|by message|(?P<kind>[a-z]+) communication(?! (?:skills|app|tool))"

US = frozenset(
    """
    us me the our club school company shop store business organization organisation team studio restaurant hotel
    museum gym clinic hospital agency office center centre firm charity association community website site support
    customer-service customer service staff library church garden farm practice gallery committee administration
    """.split()
)
"""Who is meant by contacting the firm itself."""

NEWSLETTERS = r"(?:(?:e-?mail |online )?newsletters? (?:subscriptions?|sign-?ups?|registrations?)(?: (?:form|box|feature|function|functionality))?|(?:subscribe|sign up|subscribing|signing up) (?:to|for) (?:the |our |a |your |its |weekly |monthly )*(?:newsletters?|mailing list|e-?mail updates|updates|news)|(?:e-?mail|mailing list) subscriptions?|(?<=\ba )(?:monthly |weekly )?newsletter(?=\s*(?:[,.;]|$|and\b)))"
"""Leaving an address for a newsletter."""

RECEIVED = r"(?:receive|receives|receiving|get|see) (?:the |important |latest |school |new |and \w+ )*(?P<what>announcements|notices|news)"
REMINDED = r"(?:receive|receives|receiving|get|gets|getting) (?:[a-z]+ )?(?:reminders|alerts|notifications)"
