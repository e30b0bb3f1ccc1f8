"""Data: what a field's name says about its type, and the words that are states, choices and money."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

from appbuilder.spec import FieldType

FIELD_TYPES: dict[FieldType, str] = {
    "email": "email; e-mail; email address; e-mail address; mail address",
    "phone": "phone; telephone; mobile; phone number; telephone number; mobile number; cell; fax; whatsapp number",
    "url": "url; link; website; web site; homepage; photo; picture; image; avatar; logo; cover; cover image; video; "
    "photo link; picture link; website address; web address; screenshot; file; attachment; document; pdf; resume; cv",
    "money": "price; amount; cost; fee; salary; wage; pay; budget; rent; balance; deposit; discount; tax; revenue; "
    "profit; fare; payment; income; expense; total; subtotal; tip; fine; bonus; value; net worth; turnover; spending; "
    "price per night; price per day; hourly rate; unit price; unit cost; target amount; cost price; sales price; sum; "
    "deal value; donation amount",
    "rating": "rating; stars; star rating; score out of 5; score out of 10; satisfaction; difficulty rating",
    "integer": "quantity; stock; count; pages; page count; year; age; seats; servings; portions; calories; reps; sets; "
    "repetitions; minutes; days; weeks; months; capacity; mileage; bedrooms; bathrooms; rooms; floors; floor; "
    "number of guests; guests; party size; duration; cooking time; prep time; preparation time; rank; "
    "position in list; order in list; steps; points; score; streak; number of people; people; season; episode; "
    "vintage; chapter; attempts; credits; level in percent; progress; percentage; percent; likes; views; votes; "
    "kids; children; adults; copies; units; reorder level; minimum stock; stock level; watering interval; tickets; "
    "attendees; participants; spots; players; employees; track; number of pages; number of seats; publication year; "
    "duration in minutes; cooking time in minutes; hours per week; experience; years of experience; release year; "
    "kilometres; kilometers; protein; fat; carbs; pain level; energy level; odometer; odometer reading",
    "decimal": "weight; height; width; depth; length; size; distance; hours; temperature; latitude; longitude; "
    "area; volume; percentage rate; interest rate; gpa; rate; litres; liters; blood pressure; body fat; pace; speed; "
    "square meters; square feet; water; hours worked; hours spent; hours slept; dose in mg; weight in kg",
    "date": "date; day; deadline; birthday; birth date; date of birth; due date; start date; end date; due; anniversary; "
    "issue date; expiry date; expiration date; expiry; purchase date; delivery date; release date; renewal date; "
    "published date; publication date; hire date; joined date; close date; target date; check-in date; check-out date; "
    "ship date; loan date; return date; visit date; event date; day of birth; arrival date; departure date; "
    "warranty end; move-in date; valid until; best before; next visit; last watered; follow-up date; service date; "
    "date read; date watched; acquired on; available from; pickup date; travel date; invoice date; payment date",
    "datetime": "date and time; datetime; start; end; starts at; ends at; timestamp; appointment time; date/time; "
    "meeting time; departure time; arrival time; pickup time; time and date",
    "long_text": "message; notes; note; description; content; body; text; details; instructions; directions; "
    "ingredients; comment; comments; review; bio; biography; summary; feedback; answer; explanation; remarks; "
    "address; abstract; agenda; cover letter; lyrics; lesson; plot; method; observations; minutes of meeting; "
    "medical history; history; symptoms; diagnosis; requirements; story; thoughts; reflection; joke; quote; meaning; "
    "definition; example; reason; question details; steps to reproduce; special requests; preparation; "
    "short description; long description; outcome; lessons learned; goals",
    "boolean": "done; completed; complete; finished; paid; active; available; published; archived; returned; bought; "
    "purchased; attended; vaccinated; approved; favorite; favourite; read; urgent; important; in stock; public; "
    "private; confirmed; checked; resolved; closed; delivered; shipped; received; sold; watched; played; owned; "
    "vegetarian; vegan; recurring; billable; remote; featured; verified; sent; packed; cooked; learned; visited; "
    "enabled; open; neutered; insured; signed; used; refundable; cancelled; canceled; reviewed; taken; watered; "
    "gluten free; gluten-free; spicy; reimbursed; tax deductible; pinned; answered; contacted; present",
    "text": "name; title; author; category; type; kind; status; genre; location; place; place name; city; country; company; "
    "subject; sku; isbn; code; color; colour; model; brand; make; breed; species; department; position; role; phone "
    "model; tag; tags; label; topic; source; reference; start time; end time; time; opening hours; number plate; "
    "license plate; license number; serial number; account number; order number; invoice number; part number; "
    "tracking number; room number; table number; flight number; id number; postal code; zip code; size label; "
    "payment method; currency; language; unit; mood; destination; recipient; doctor; teacher; host; venue; "
    "customer name; first name; last name; full name; nickname; username; person; assignee; owner name; number; "
    "house number; table; artist; album; director; publisher; platform; cuisine; shelf; supplier name",
}
"""Names by type, separated by semicolons. A name that ends in one of these has its type: "delivery address"."""

FIELD_NAMES: dict[str, FieldType] = {
    name.strip(): kind for kind, names in FIELD_TYPES.items() for name in names.split(";") if name.strip()
}
"""The same by name. The longest ending wins: "start date" before "date"."""

KNOWN_CHOICES: dict[str, tuple[str, ...]] = {
    "priority": ("low", "medium", "high"),
    "severity": ("low", "medium", "high"),
    "urgency": ("low", "medium", "high"),
    "difficulty": ("easy", "medium", "hard"),
    "mood": ("great", "good", "okay", "bad"),
    "condition": ("new", "good", "fair", "poor"),
    "frequency": ("daily", "weekly", "monthly"),
    "level": ("beginner", "intermediate", "advanced"),
    "skill level": ("beginner", "intermediate", "advanced"),
    "size": ("small", "medium", "large"),
    "gender": ("female", "male", "other"),
    "fuel type": ("petrol", "diesel", "hybrid", "electric"),
}

KNOWN_STATES: dict[str, tuple[str, ...]] = {
    # The usual states of a record when a request wants a status and names none; the first is the start.
    "task": ("to do", "in progress", "done"),
    "chore": ("to do", "done"),
    "goal": ("planned", "in progress", "reached"),
    "milestone": ("planned", "in progress", "reached"),
    "project": ("planned", "active", "done"),
    "ticket": ("open", "in progress", "closed"),
    "issue": ("open", "in progress", "closed"),
    "bug": ("open", "in progress", "fixed"),
    "request": ("new", "approved", "rejected"),
    "incident": ("open", "in progress", "resolved"),
    "lead": ("new", "contacted", "qualified", "lost"),
    "deal": ("open", "won", "lost"),
    "order": ("new", "paid", "shipped", "delivered"),
    "invoice": ("draft", "sent", "paid"),
    "bill": ("open", "paid"),
    "booking": ("requested", "confirmed", "cancelled"),
    "reservation": ("requested", "confirmed", "cancelled"),
    "appointment": ("planned", "confirmed", "done", "cancelled"),
    "event": ("planned", "confirmed", "done"),
    "application": ("submitted", "in review", "accepted", "rejected"),
    "candidate": ("applied", "interview", "offer", "rejected"),
    "applicant": ("applied", "interview", "offer", "rejected"),
    "job": ("open", "closed"),
    "job posting": ("open", "closed"),
    "vacancy": ("open", "closed"),
    "book": ("to read", "reading", "read"),
    "movie": ("to watch", "watched"),
    "film": ("to watch", "watched"),
    "show": ("to watch", "watching", "watched"),
    "game": ("to play", "playing", "finished"),
    "course": ("planned", "active", "finished"),
    "post": ("draft", "published"),
    "article": ("draft", "published"),
    "shipment": ("preparing", "in transit", "delivered"),
    "delivery": ("open", "on the way", "delivered"),
    "loan": ("lent", "returned"),
    "rental": ("reserved", "out", "returned"),
    "repair": ("open", "in progress", "done"),
    "property": ("available", "under offer", "sold"),
    "listing": ("available", "sold"),
    "car": ("available", "reserved", "sold"),
    "idea": ("new", "planned", "done"),
    "quotation": ("draft", "sent", "accepted", "rejected"),
}
USUAL_STATES = ("open", "in progress", "done")

DONE_WORDS: dict[str, tuple[str, str]] = {
    # "mark as ...": the state meant and the one before it.
    "done": ("to do", "done"),
    "complete": ("open", "completed"),
    "completed": ("open", "completed"),
    "finished": ("open", "finished"),
    "paid": ("unpaid", "paid"),
    "read": ("unread", "read"),
    "sold": ("available", "sold"),
    "returned": ("lent", "returned"),
    "bought": ("to buy", "bought"),
    "closed": ("open", "closed"),
    "resolved": ("open", "resolved"),
    "approved": ("pending", "approved"),
    "shipped": ("open", "shipped"),
    "delivered": ("open", "delivered"),
    "watched": ("to watch", "watched"),
    "attended": ("missed", "attended"),
    "answered": ("open", "answered"),
    "cancelled": ("confirmed", "cancelled"),
}

STATUS_WORDS = ("status", "state", "stage", "phase", "progress status")

CURRENCIES: dict[str, str] = {
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "€": "EUR",
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "$": "USD",
    "pound": "GBP",
    "pounds": "GBP",
    "gbp": "GBP",
    "£": "GBP",
    "yen": "JPY",
    "francs": "CHF",
    "swiss francs": "CHF",
    "chf": "CHF",
    "rupees": "INR",
}

UPLOADS = frozenset(
    [
        "photo",
        "picture",
        "image",
        "avatar",
        "logo",
        "cover",
        "screenshot",
        "file",
        "attachment",
        "document",
        "pdf",
        "resume",
        "cv",
        "video",
    ],
)
"""Fields that would need an upload; a link takes their place and the plan says so."""

SECRETS = frozenset({"password", "passwords", "passcode", "credit card", "card number", "credit card number", "cvv"})
"""Never kept as a field."""
