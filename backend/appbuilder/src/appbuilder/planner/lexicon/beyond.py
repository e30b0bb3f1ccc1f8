"""Data: what people ask for that this planner cannot build yet; each with the phrases that name it and a plain reason."""
# ruff: noqa: E501, ISC004 - a pattern or a row of words reads best on one line

BEYOND: dict[str, tuple[str, str]] = {
    "accounts": (
        r"log[ -]?in|logins?|log(?:ging)? (?:in|out)|sign(?:ing)?[ -]?(?:in|up|out|on)\b(?! for)|accounts?\b(?! (?:balance|number|name))|"
        r"passwords?|authenticat\w+|(?:user )?registration(?= and (?:login|profile|log))|user registration|"
        r"register (?:and|to) (?:create|log|use)\w*|oauth|sso|single sign-on|two-factor|2fa|personal cent(?:er|re)|"
        r"profile management|(?:their|his|her|my) own (?:personal )?(?:account|profile)s?|"
        r"(?:user|personal) profiles?|member area|registered (?:users|members)",
        "accounts and sign-in come later; for now everyone with the address sees the same data",
    ),
    "roles": (
        r"(?:only|just) (?:the )?\w+(?: \w+)? (?:can|may|should|are allowed)|admin(?:istrator)?s?\b(?: panels?| areas?| dashboards?)?|"
        r"roles?\b(?= and permission)|permissions?|access control|access rights?|moderat(?:e|or|ors|ion)|super ?users?|"
        r"role[- ]based|user roles?|different roles|approv(?:e|es|ed|al|als) (?:by|workflows?|process\w*)",
        "roles and permissions come with accounts, later",
    ),
    "payments": (
        r"payments? (?:gateway|processing|online|by card|integration|system)|pay(?:ing)? (?:online|by card|with)|stripe|paypal|"
        r"check ?outs?\b(?! date)|shopping carts?|carts?\b|credit cards?|online payments?|billing\b|"
        r"(?:accept|take|process|collect|make|handle) (?:\w+ )?payments?|in-app purchases?|subscription feature|buy online",
        "payments are not part of generated apps yet",
    ),
    "e-mail and messages": (
        r"(?:send|sends|sending|sent|receive|receives|receiving|get|gets)\b[^,.;]{0,40}\b(?:e-?mails?|sms|texts?|whatsapp|"
        r"notifications?|reminders?|newsletters?|alerts?|messages?)\b|"
        r"(?:e-?mail|sms|push|whatsapp|text|automatic|automated) (?:notification|reminder|alert|message|confirmation|sending)s?|"
        r"automated message sending|notif(?:y|ies|ied|ication|ications)\b|newsletters?|alerts?\b|"
        r"(?:e-?mail|text|remind)s? (?:me|us|them|people|customers|clients|users|everyone)|"
        r"(?:automatic|daily|weekly) reminders?",
        "the app sends no e-mail, texts or notifications yet",
    ),
    "charts": (
        r"charts?|graphs?|diagrams?|visuali[sz]\w+|histograms?|heat ?maps?|plots?\b|trend lines?|infographics?",
        "charts come later; totals are shown as numbers",
    ),
    "reports": (
        r"(?:generat\w+|creat\w+|view|export\w*|produc\w+|print\w*|detailed|monthly|weekly|annual|yearly|sales|creating)(?: \w+){0,2} reports?|"
        r"\breporting|analytics?|statistics (?:home)?page|dashboards? with",
        "reports for print or download come later; totals stand above the lists",
    ),
    "uploads": (
        r"upload(?:s|ed|ing)?\b(?:[^,.;]{0,30}?\b(?:photos?|files?|images?|pictures?|documents?|videos?|receipts?|attachments?))?|"
        r"file sharing|drag[- ]and[- ]drop|attach(?:ing|ed)?\b(?: \w+){0,2}|download(?:s|ing|able)?\b(?: \w+)?|image gallery|"
        r"(?:showcas|display|shar)\w+ (?:\w+ )?(?:photos?|images?|pictures?|videos?)",
        "files cannot be uploaded or downloaded yet; a field with a link can point to them",
    ),
    "import and export": (
        r"(?:export|import)(?:s|ed|ing)?\b(?:[^,.;]{0,30}?\b(?:csv|excel|pdf|spreadsheets?|json))?|\bcsv\b|excel|\bpdf (?:files?|invoices?|export)|"
        r"print(?:able|ing|out)?\b(?: view| version)?|sync(?:s|ing|hroni[sz]\w*)?\b[^,.;]{0,30}|back ?ups?",
        "import, export and print come later",
    ),
    "artificial intelligence": (
        r"\bai\b(?:[- ]\w+)?|artificial intelligence|chat ?bots?(?: integration)?|\bgpt\b|machine learning|"
        r"(?:summari[sz]e|classif(?:y|ies)|predict|recommend|translate)(?:s|d)?\b|recommendations?|recommendation engine|"
        r"(?:advanced )?matching algorithms?[^,.;]*|smart suggestions?|auto-?populat\w+[^,.;]*|"
        r"automatically (?:fill|generate|suggest|match|classify|calculate|detect)\w*[^,.;]*|sentiment analysis",
        "features with artificial intelligence need a model and come later",
    ),
    "votes and likes": (
        r"(?:up|down)?vot(?:e|es|ed|ing)\b(?: (?:on|for)(?: \w+)?)?|likes?\b(?= (?:and|or|button|posts?|each|other|,)|\s*$)|"
        r"(?:and|,) likes?\b|thumbs up|reactions?|follow(?:ing)? (?:specific |other )?(?:\w+ )?(?:topics?|users?|people|each other)[^,.;]*|"
        r"followers?|friend requests?",
        "votes, likes and follows need accounts and come later",
    ),
    "chat": (
        r"\bchats?\b|instant messag\w+|direct messag\w+|private messag\w+|real[- ]time (?:messag\w+|chat|updates?|collaboration|editing)|"
        r"video calls?|live streams?|communication tools?|communicate with[^,.;]*|direct communication[^,.;]*|"
        r"participat\w+ in (?:project )?discussions?|collaborat\w+ on \w+",
        "chat and live collaboration come later",
    ),
    "calendar and map views": (
        r"calendar (?:view|page|sync|display|integration)s?|(?:on|in) (?:a|the) calendar|gantt[^,.;]*|timeline view|"
        r"drag(?:ging)?\b(?: \w+){0,3}|kanban (?:view|columns?)|(?:on|with|show\w*) (?:a|an|the)? ?(?:\w+ )?maps?\b|"
        r"google maps?|geolocation|gps|nearby\b(?: \w+)?|barcodes?|qr[- ]codes?|map view",
        "calendar, board and map views come later; lists and pages are built",
    ),
    "connections to other services": (
        r"integrat(?:e|es|ed|ing|ion|ions) (?:with )?[^,.;]*|\bwebhooks?|third[- ]party[^,.;]*|slack|zapier|google (?:calendar|sheets|drive|docs)|"
        r"social media(?: \w+)?|share (?:on|via|to) [^,.;]*|rss(?: feeds?)?|weather\b(?: \w+)?|\bapi keys?|blockchain|bitcoin|crypto\w*",
        "connections to other services come later",
    ),
    "schedules and automation": (
        r"repeat(?:s|ing)? (?:every|daily|weekly|monthly)[^,.;]*|recurring (?:tasks?|events?|payments?|invoices?|bookings?|appointments?)|"
        r"(?:every|each) (?:day|night|morning|week|month) at[^,.;]*|automatically (?!dark|light)[^,.;]*|countdowns?|timers?\b|stopwatch|"
        r"pomodoro|background jobs?|cron\b",
        "recurring work and automation come later",
    ),
    "rules between entries": (
        r"(?:prevent|avoid|no|without) (?:double[- ]?bookings?|overlap\w*|conflicts?|duplicates?)[^,.;]*|double[- ]?book\w+|"
        r"overlap(?:s|ping)?\b[^,.;]*|(?:check|show)\w* availability|quotas?|streaks?|undo\b|version history|audit (?:log|trail)s?",
        "rules that compare entries with each other come later",
    ),
    "other languages": (
        r"multi[- ]?lingual|multi[- ]?language|multiple languages|translations?|in (?:german|french|spanish|italian|chinese|japanese|portuguese)\b|"
        r"internationali[sz]ation|localization",
        "the interface is in English for now",
    ),
    "mobile app": (
        r"(?:native |mobile |ios |android |iphone )(?:ios |android )?apps?|for (?:ios|android|iphone)|app store|play store|offline mode|push to phone|"
        r"desktop apps?|mini-programs?",
        "it is a web app that also fits small screens, not one for an app store",
    ),
    "text pages": (
        r"about(?: us)? pages?|about us\b|(?:home|landing|welcome) ?pages?\b|static pages?|introductions?(?: to| of)? [^,.;]*|"
        r"(?:privacy policy|terms of service|imprint)|learn about [^,.;]*|promot(?:e|ing) (?!code)[^,.;]*|"
        r"(?:best practice|integration advice)[^,.;]*|pages such as[^.;]*|latest news section|banners?|carousels?|hero section",
        "pages of text or marketing are not built; the app has lists, details and forms",
    ),
    "games and media": (
        r"multiplayer|3d\b(?: \w+)?|animations?|sound effects?|play(?:s|ing)? (?:music|videos?|audio|sounds?)|augmented reality|\bvr\b|"
        r"audio player|video player|streaming",
        "games, sound and video are not built",
    ),
    "privacy and safety": (
        r"(?:ensure|protect|guarantee)\w* [^,.;]*(?:privacy|security|personal information|data)[^,.;]*|encrypt\w+|gdpr|captcha|"
        r"spam (?:filter|protection)|anonym(?:ous|ously|ity)\b",
        "no names are asked for unless a field does; special protection of data comes later",
    ),
}
"""Name of the group -> (pattern over the cleaned request, reason)."""
