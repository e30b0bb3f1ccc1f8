"""Data: what a field's name says about its type, and the words that are states, choices and money."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

from appbuilder.spec import FieldType

FIELD_TYPES: dict[FieldType, str] = {
    "email": "email; e-mail; email address; e-mail address; mail address",
    "phone": "phone; telephone; mobile; phone number; telephone number; mobile number; cell; fax; whatsapp number",
    "url": "url; link; website; web site; homepage; video; photo link; picture link; website address; web address; image "
    "link; video link; portfolio link; tutorial link",
    "image": "photo; picture; image; avatar; logo; cover; cover image; cover photo; screenshot; thumbnail; poster; profile "
    "picture; profile photo; banner; photograph; photos; images; pictures",
    "file": "data sheet; safety data sheet; datasheet; file; attachment; document; pdf; resume; cv; receipt; scan; manuscript; curriculum vitae; certificate file",
    "money": "price; amount; cost; fee; salary; wage; pay; budget; rent; balance; deposit; discount; tax; revenue; profit; "
    "fare; payment; income; expense; total; subtotal; tip; fine; bonus; value; net worth; turnover; spending; price "
    "per night; price per day; hourly rate; unit price; unit cost; target amount; cost price; sales price; sum; "
    "deal value; donation amount; monthly rent; price per person; price per hour; price per month; price per unit; "
    "ticket price; entry fee; registration fee; market value; estimated cost; total cost; total price; total "
    "amount; hourly wage; insurance premium; starting price; current price; sale price; list price; asking price; "
    "daily rate; annual salary; monthly salary; gross; net; fees; tuition; tuition fee; entrance fee; donated "
    "amount; expected salary; shipping cost; repair cost",
    "rating": "rating; stars; star rating; score out of 5; score out of 10; satisfaction; difficulty rating",
    "duration": "duration; cooking time; prep time; preparation time; baking time; running time; time spent; time needed; "
    "travel time; playing time; estimated time; waiting time; length in minutes; duration in minutes; cooking time "
    "in minutes; minutes; estimated effort; effort; lead time",
    "integer": "places; spots; quantity; stock; count; pages; page count; year; age; seats; servings; portions; calories; reps; sets; "
    "repetitions; days; weeks; months; capacity; mileage; bedrooms; bathrooms; rooms; floors; floor; number of "
    "guests; guests; party size; rank; position in list; order in list; steps; points; score; streak; number of "
    "people; people; season; episode; vintage; chapter; attempts; credits; level in percent; progress; percentage; "
    "percent; likes; views; votes; kids; children; adults; copies; units; reorder level; minimum stock; stock "
    "level; watering interval; tickets; attendees; participants; spots; players; employees; track; number of pages; "
    "number of seats; publication year; hours per week; experience; years of experience; release year; kilometres; "
    "kilometers; protein; fat; carbs; pain level; energy level; odometer; odometer reading; beds; number of rooms; "
    "number of participants; duration in days; duration in weeks; duration in months; duration in years; duration "
    "in hours; max participants; maximum participants; available seats; available spots; places; number of places; "
    "graduation year; goals scored; played; wins; losses; draws; items in stock; stock quantity; quantity in stock; "
    "number of units; number of items; headcount; goals for; goals against; followers; subscribers; max players; age limit; class size; group "
    "size; doses; production year; build year; model year; number of employees",
    "decimal": "weight; height; width; depth; length; size; distance; hours; temperature; latitude; longitude; area; volume; "
    "percentage rate; interest rate; gpa; rate; litres; liters; blood pressure; body fat; pace; speed; square "
    "meters; square feet; water; hours worked; hours spent; hours slept; dose in mg; weight in kg; average score; "
    "score in percent; discount rate; tax rate; exchange rate; humidity; yield; power; voltage; pressure; land "
    "area; floor area; living area",
    "date": "check-in; check-out; date; day; deadline; birthday; birth date; date of birth; due date; start date; end date; due; anniversary; "
    "issue date; expiry date; expiration date; expiry; purchase date; delivery date; release date; renewal date; "
    "published date; publication date; hire date; joined date; close date; target date; check-in date; check-out "
    "date; ship date; loan date; return date; visit date; event date; day of birth; arrival date; departure date; "
    "warranty end; move-in date; valid until; best before; next visit; last watered; follow-up date; service date; "
    "date read; date watched; acquired on; available from; pickup date; travel date; invoice date; payment date; "
    "application deadline; closing date; opening date; posted date; date posted; publish date; admission date; "
    "enrollment date; registration date; order date; donation date; harvest date; planting date; production date; "
    "effective date; review date; inspection date; maintenance date; next maintenance; last maintenance; next "
    "service; last service; valid from; check in date; check out date; arrival; departure; due on; completion date; "
    "sale date; match date; exam date; launch date; graduation date; rental date; submission date; from date; to "
    "date; begin date; finish date; expected delivery; manufacturing date; vaccination date",
    "datetime": "date and time; day and time; datetime; start; end; starts at; ends at; timestamp; appointment time; date/time; meeting time; "
    "departure time; arrival time; pickup time; time and date; scheduled time; scheduled at; scheduled for; "
    "appointment date and time; date and hour; reservation time; booking time; interview time; interview date; "
    "appointment date; event time; kickoff; kick-off",
    "long_text": "show notes; preparation steps; cooking steps; work steps; message; notes; note; description; content; body; text; details; instructions; directions; ingredients; "
    "comment; comments; review; bio; biography; summary; feedback; answer; explanation; remarks; address; abstract; "
    "agenda; cover letter; lyrics; lesson; plot; method; observations; minutes of meeting; medical history; "
    "history; symptoms; diagnosis; requirements; story; thoughts; reflection; joke; quote; meaning; definition; "
    "example; reason; question details; steps to reproduce; special requests; preparation; short description; long "
    "description; outcome; lessons learned; goals; about; overview; background; qualifications; responsibilities; "
    "job description; project description; product description; work experience; education; skills; allergies; "
    "treatment plan; care instructions; additional information; additional notes; storage instructions; terms; "
    "conditions; message text; article text; post content; features; specifications; key features; itinerary "
    "details; benefits; course content; syllabus; learning objectives; objectives; announcement text; rules; "
    "tasting notes; suggestions; needs; findings",
    "boolean": "done; completed; complete; finished; paid; active; available; published; archived; returned; bought; "
    "purchased; attended; seen; watched; visited; tried; cooked; vaccinated; approved; favorite; favourite; read; urgent; important; in stock; public; "
    "private; confirmed; checked; resolved; closed; delivered; shipped; received; sold; watched; played; owned; "
    "vegetarian; vegan; recurring; billable; remote; featured; verified; sent; packed; cooked; learned; visited; "
    "enabled; open; neutered; insured; signed; used; refundable; cancelled; canceled; reviewed; taken; watered; "
    "gluten free; gluten-free; spicy; reimbursed; tax deductible; pinned; answered; contacted; present; in person; "
    "all day; pets allowed; furnished; wifi; breakfast included; smoking allowed; organic; sold out; on sale; "
    "subscribed; flagged; certified; licensed",
    "text": "name; title; author; category; type; kind; status; genre; location; place; place name; city; country; company; "
    "subject; sku; isbn; code; color; colour; model; brand; make; breed; species; department; position; role; phone "
    "model; tag; tags; label; topic; person in charge; source; reference; start time; end time; time; opening hours; number plate; "
    "license plate; license number; serial number; account number; order number; invoice number; part number; "
    "tracking number; room number; table number; flight number; id number; postal code; zip code; size label; "
    "payment method; currency; language; unit; mood; destination; recipient; doctor; teacher; host; venue; customer "
    "name; first name; last name; full name; nickname; username; person; assignee; owner name; number; house "
    "number; table; artist; album; director; publisher; platform; cuisine; shelf; supplier name; contact person; "
    "contact name; industry; sport; instrument; trade; specialty; material; style; nationality; faculty; major; "
    "grade level; class group; school; university; student id; employee id; member id; membership number; passport "
    "number; vin; ip address; version; symbol; sector; expertise; organization; organizer; sponsor; manager; "
    "supervisor; driver; location name; job title; position title; theme; shift; day of the week; weekday; gate; "
    "seat; seat number; customer; client; patient name; guest name; student name; employee name; pet name; book "
    "title; course name; product name; event name; project name; team name; company name; contact info; contact "
    "information; contact details",
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
    "payment method": ("cash", "card", "bank transfer"),
    "blood group": ("A", "B", "AB", "0"),
    "attendance": ("present", "absent", "late"),
    "transmission": ("manual", "automatic"),
    "employment type": ("full time", "part time", "freelance", "internship"),
    "job type": ("full time", "part time", "freelance", "internship"),
    "property type": ("house", "apartment", "land", "office"),
    "meal type": ("breakfast", "lunch", "dinner", "snack"),
    "day of the week": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "visibility": ("public", "private"),
    "importance": ("low", "medium", "high"),
    "likelihood": ("low", "medium", "high"),
    "impact": ("low", "medium", "high"),
    "risk level": ("low", "medium", "high"),
    "experience level": ("junior", "medior", "senior"),
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
    "work order": ("open", "in progress", "done"),
    "maintenance request": ("open", "in progress", "done"),
    "maintenance task": ("open", "in progress", "done"),
    "service request": ("open", "in progress", "done"),
    "support request": ("open", "in progress", "answered"),
    "inquiry": ("new", "answered"),
    "message": ("new", "read"),
    "notification": ("queued", "sent"),
    "outgoing message": ("queued", "sent"),
    "complaint": ("open", "in progress", "resolved"),
    "citizen request": ("open", "in progress", "resolved"),
    "leave request": ("pending", "approved", "rejected"),
    "travel request": ("pending", "approved", "rejected"),
    "expense claim": ("pending", "approved", "rejected"),
    "purchase request": ("pending", "approved", "rejected"),
    "change request": ("pending", "approved", "rejected"),
    "adoption request": ("pending", "approved", "rejected"),
    "proposal": ("submitted", "in review", "accepted", "rejected"),
    "submission": ("submitted", "in review", "accepted", "rejected"),
    "assignment": ("open", "handed in", "graded"),
    "purchase order": ("draft", "ordered", "received"),
    "production order": ("planned", "in production", "done"),
    "shift": ("open", "taken"),
    "interview": ("planned", "done", "cancelled"),
    "campaign": ("planned", "running", "finished"),
    "contract": ("draft", "signed", "ended"),
    "claim": ("open", "in review", "paid", "rejected"),
    "registration": ("registered", "cancelled"),
    "enrollment": ("enrolled", "finished", "cancelled"),
    "viewing": ("requested", "confirmed", "done"),
    "test drive": ("requested", "confirmed", "done"),
    "consultation": ("requested", "confirmed", "done"),
    "pet": ("available", "reserved", "adopted"),
    "animal": ("available", "reserved", "adopted"),
    "machine": ("running", "maintenance", "out of order"),
    "equipment": ("available", "in use", "out of order"),
    "device": ("available", "in use", "out of order"),
    "asset": ("in use", "in storage", "retired"),
    "room": ("available", "occupied", "cleaning"),
    "vehicle": ("available", "in use", "in repair"),
    "case": ("open", "in progress", "closed"),
    "feature request": ("new", "planned", "done", "declined"),
    "permit": ("requested", "granted", "refused"),
    "sprint": ("planned", "active", "done"),
    "user story": ("backlog", "in progress", "done"),
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

SECRETS = frozenset({"password", "passwords", "passcode", "credit card", "card number", "credit card number", "cvv"})
"""Never kept as a field."""

FILTERED = frozenset(
    "category|location|city|country|region|genre|brand|department|specialty|cuisine|type|kind|destination|subject|sector|"
    "industry|species|breed|platform".split("|")
)
"""Texts that few entries differ in: lists can be filtered by them without being asked."""

NAMING = frozenset(
    """name title subject headline label number code id plate isbn sku email username model brand species
    question answer text message content description word phrase term quote""".split()
)
"""Last words of fields by which people tell one record from another."""

PLURAL_FIELDS = frozenset(
    ["notes", "ingredients", "instructions", "details", "comments", "hours", "minutes", "calories", "pages"]
)
"""Plurals that name one field of a record, not records of their own."""

TOLD_AS_TEXT: dict[str, dict[str, FieldType]] = {
    "steps": dict.fromkeys(("recipe", "guide", "tutorial", "procedure", "experiment"), "long_text"),
}
"""Fields that are written out in some records, though they are counted in others: a walk's steps, a recipe's steps."""

MEASURES = frozenset(
    ["time", "date", "name", "number", "amount", "total", "value", "price", "quantity", "type", "kind", "level", "size"]
)
"""Last words that make a field of any phrase: "brew time"."""

TOLD_BY_FACTS = frozenset(
    """entry;expense;payment;transaction;income;saving;repair;maintenance record;inspection;workout;run;meal;sale;purchase;order;
    invoice;check in;measurement;symptom;trip;journal entry;diary entry;mood entry;weight record;sleep record;time entry;
    donation;delivery;stock movement;lesson;shift;visit;treatment;vaccination;harvest""".replace("\n    ", "").split(
        ";"
    )
)
"""Records of a moment, told apart by date, amount and whose they are: they need no name."""

PRICES = frozenset("price salary rent fee cost rate amount budget pay wage".split())
"""Words of amounts by which lists are narrowed from the start."""
AUTHORS = frozenset(
    "author artist director instructor teacher publisher producer designer manufacturer supplier host organizer "
    "organiser coach speaker origin language color colour material size area grade".split()
)
"""Texts by which lists are narrowed from the start."""
SIZES = frozenset("year bedrooms rooms capacity seats area length distance mileage age servings pages floors".split())
"""Numbers by which lists are narrowed from the start."""
