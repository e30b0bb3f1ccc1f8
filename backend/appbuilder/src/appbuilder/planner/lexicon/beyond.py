"""Data: what people ask for that an app of ours cannot do; each with the phrases that name it and a plain reason."""
# ruff: noqa: E501, ISC004 - a pattern or a row of words reads best on one line

BEYOND: dict[str, tuple[str, str]] = {
    "sign-in elsewhere": (
        r"oauth|sso|single sign-on|two-factor(?: authentication)?|2fa|(?:google|facebook|social|apple|github)(?: media)? (?:log-?in|sign-?in|accounts?|authentication)|"
        r"(?:log|sign) ?in (?:with|via|using|by|through) (?:google|facebook|apple|github|linkedin|phone|wechat|social)[^,.;]*|e-?mail verification|verification codes?",
        "people sign in with e-mail and password; other ways of signing in are not built",
    ),
    "payments": (
        r"(?:secure |online |electronic )?payments? (?:gateways?|processing|online|by card|integration|systems?|functionality|functions?|methods?|options?)|pay(?:ing|s)?(?: for (?:their )?\w+)? (?:online|by card|with|via|through)(?: \w+)?|(?:make|making|complete|completing|secure|online|accept|take|process|collect|handle|processing|accepting|support) (?:\w+ )?payments?|"
        r"stripe|paypal|check ?outs?\b(?! date| process of)|shopping carts?|(?:add|adding) (?:\w+ ){0,3}to (?:the |a |their )?(?:shopping )?(?:carts?|baskets?)|carts?\b|credit cards?|online payments?|in-app purchases?|buy online|online banking|transfers? money|money transfers?",
        "money is not moved; orders, invoices and payments can be recorded, not paid",
    ),
    "e-mail and texts": (
        r"(?:send|sends|sending|sent|receive|receives|receiving|get|gets)\b[^,.;]{0,30}\b(?:e-?mails?|sms|text messages?|whatsapp(?: messages?)?|newsletters?|push (?:notifications?|messages?))\b(?: (?:to|from) (?:the |all |their )?\w+)?|"
        r"(?:e-?mail|sms|push|whatsapp|text)(?: and (?:e-?mail|sms|push))? (?:notification|reminder|alert|message|confirmation|sending|verification|marketing)s?|automated message sending|"
        r"(?:e-?mail|text)s? (?:me|us|them|customers|clients|users|everyone)|(?:by|via|through|per) (?:e-?mail|sms|text message|whatsapp)(?: (?:and|or) (?:e-?mail|sms|text message|whatsapp))?|newsletter (?:subscriptions?|sending)|mailing campaigns?",
        "nothing is sent outside the app: no e-mail, texts or push messages",
    ),
    "artificial intelligence": (
        r"\bai\b(?:[- ](?:powered|driven|based|generated))?(?: \w+)?|artificial intelligence|chat ?bots?(?: integration)?|\bgpt\b|machine learning|"
        r"(?:automatically |auto-?)?(?:summari[sz](?:e|es|ed|ing)|classif(?:y|ies|ied|ying)|predict(?:s|ed|ing)?|recommend(?:s|ing)|translat(?:e|es|ed|ing))\b(?: [a-z]+){0,2}?(?= ?(?:[,.;]|$|and\b|based\b|to\b|for\b|with\b|by\b))|(?:personali[sz]ed |smart |intelligent |product |automatic )?recommendations?(?: engines?| systems?| algorithms?)?|"
        r"(?:advanced )?matching algorithms?[^,.;]*|smart (?:suggestions?|matching|scheduling|search)|auto-?populat\w+[^,.;]*|predictive \w+|predictions?|"
        r"automatically (?:fill|generate|suggest|match|classify|detect|recogni[sz]e|translate)\w*[^,.;]*|sentiment analysis|(?:face|image|voice|speech) recognition|(?<!weather )forecast(?:s|ing)?\b",
        "features with artificial intelligence need a model, and this app was planned without one",
    ),
    "live talk": (
        r"(?:live |real[- ]time |online |group |private |video |instant |in-app )*chat(?:s|ting|rooms?| rooms?| windows?| functions?| support| systems?)?(?: (?:with|between) [^,.;]*)?|instant messag\w+|direct messag\w+|private messag\w+|"
        r"real[- ]time (?:messag\w+|communication|updates?|collaboration|editing|data|information|monitoring|tracking|notifications?)|(?:video|voice|audio|conference)[- ](?:calls?|conferenc\w+|chats?|meetings?|consultations?)|(?:live|online) (?:streams?|streaming|broadcasts?)|live ?stream\w*|"
        r"online (?:customer service|consultation (?:chat|by video))",
        "nobody talks live in the app; comments and messages can be left",
    ),
    "maps": (
        r"(?:interactive |google |city |on the |on a |location )*maps?\b(?: (?:view|integration|display|navigation|search|showing [^,.;]*))?|map[- ]based \w+|geolocation|gps(?: tracking)?|(?:live |real[- ]time )?location tracking|nearby\b(?: \w+)?|navigation directions|street view|directions to [^,.;]*|barcodes? scan\w+|qr[- ]?codes?(?: scan\w+)?|scan(?:ning)? (?:of )?(?:codes|barcodes|documents)",
        "there are no maps, positions or scanners; an address is kept as text",
    ),
    "connections to other services": (
        r"integrat(?:e|es|ed|ing|ion|ions) (?:with|into|of) (?:third|external|google|other|popular|social|existing|slack|payment|crm|erp|api|shopify|outlook|zoom|youtube|instagram|facebook|twitter)[^,.;]*|third[- ]party[^,.;]*|"
        r"\b(?:to|with|from|via|in) (?:slack|zapier|google (?:calendar|sheets|drive|docs)|outlook|zoom|dropbox)\b|sync(?:s|ing|hroni[sz]\w*)?\b[^,.;]{0,30}|social media(?: (?:sharing|integration|feeds?|links|platforms|buttons))?|(?:share|sharing) (?:\w+ ){0,3}(?:on|via|to|through|over) (?:social|facebook|twitter|instagram|whatsapp|linkedin)[^,.;]*|"
        r"rss(?: feeds?)?|weather (?:forecasts?|information|data|widget)|\bapi keys?|public api|blockchain|(?:live|real-time|current) (?:stock|market|exchange) (?:prices|data|rates)|exchange rates|web scraping|crawl\w*",
        "the app is connected to no other service; webhooks can tell another system of changes",
    ),
    "repetition and time": (
        r"repeat(?:s|ing)? (?:every|daily|weekly|monthly)[^,.;]*|recurring (?:tasks?|events?|payments?|invoices?|bookings?|appointments?|expenses?)|countdowns?|streaks?|(?:countdown |work |exam )?timers?\b|stopwatch|pomodoro|background jobs?|cron\b|auto-?save",
        "entries are not repeated by themselves, and there are no running clocks",
    ),
    "documents": (
        r"\bpdfs?\b(?: (?:files?|invoices?|export|reports?|generation|documents?))?|(?:export|download|print)(?:s|ed|ing)? (?:\w+ ){0,3}(?:as|to|in|into) (?:a )?(?:pdf|word|powerpoint)[^,.;]*|back ?ups?|e-?signatures?|digital signatures?|spreadsheet formulas",
        "no PDF or Word files are made; reports print from the browser and lists export as CSV",
    ),
    "history": (
        r"undo (?:button|function|feature)|version history|audit (?:log|trail)s?|revision history|track(?:ing)? changes|offline (?:mode|access|use)",
        "earlier versions of entries are not kept",
    ),
    "other languages": (
        r"multi[- ]?lingual(?: \w+)?|multi[- ]?language(?: \w+)?|(?:multiple|several|different) languages|language (?:switch\w*|selection)|translations?\b(?: of)?|in (?:german|french|spanish|italian|chinese|japanese|portuguese)\b|"
        r"internationali[sz]ation|locali[sz]ation|(?:multiple|several|different) currencies|currency conver\w+",
        "the interface is in English, with one currency",
    ),
    "mobile app": (
        r"(?:native |mobile |ios |android |iphone )(?:ios |android )?apps?|for (?:ios|android|iphone)|app store|play store|push to phone|desktop apps?|mini-programs?|wearables?|smart ?watch",
        "it is a web app that also fits small screens, not one for an app store",
    ),
    "games and media": (
        r"multiplayer|3d\b(?: \w+)?|animations?|sound effects?|play(?:s|ing|back)? (?:of )?(?:music|videos?|audio|sounds?|songs?)|(?:audio|video|music) (?:player|playback|playing|streaming|editing)s?|augmented reality|virtual (?:reality|tours?|fitting)|\bvr\b|"
        r"streaming|playable|(?:photo|image|video|code) (?:editor|editing)|carousels?|slide ?shows?|background music|(?:online )?code (?:execution|compiler)|whiteboards?|virtual (?:tours?|try-on)",
        "games, players, editors and moving pictures are not built",
    ),
    "advertising": (
        r"(?:display|show|place|sell)\w* (?:google )?(?:ads|adverts|advertising)\b|ad banners?|google ads|adsense|search engine optimi[sz]ation|\bseo\b(?: \w+)?|affiliate \w+",
        "advertising and search engines are not handled",
    ),
    "privacy and safety": (
        r"(?:ensure|protect|guarantee|secure)\w* [^,.;]*(?:privacy|security|personal information|data|confidential\w*)[^,.;]*|(?:data )?encrypt\w+|gdpr(?: complian\w+)?|captcha|spam (?:filter|protection)|(?:data|information) (?:security|protection)|background checks?|identity verification",
        "what the app does is safe by default; anything beyond needs people who look after it",
    ),
}
"""Name of the group -> (pattern over the cleaned request, reason)."""
