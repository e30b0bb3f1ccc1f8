"""Data: entries that an app with a catalogue begins with; the first row names the fields, `|` parts the values.

Only what a field of that name can hold is used. All of it is invented or common knowledge, and can be deleted.
"""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

SAMPLES: dict[str, str] = {
    "product": """name | description | price | stock | quantity | category
Desk lamp | A warm light for late work, with a dimmer. | 39.90 | 24 | 24 | Home
Canvas bag | Strong, washable, room for a week's shopping. | 18.50 | 60 | 60 | Accessories
Water bottle | Keeps drinks cold for a day. | 22.00 | 45 | 45 | Outdoor
Notebook | 160 pages of smooth dotted paper. | 9.80 | 120 | 120 | Stationery""",
    "finished product": """name | quantity | price
Oak table | 8 | 420
Pine chair | 32 | 89
Bookshelf | 14 | 210""",
    "inventory item": """name | sku | quantity | price | location | category
Hex bolts M8 | BOLT-M8 | 1200 | 0.12 | Shelf A1 | Fasteners
Safety gloves | GLV-02 | 85 | 6.40 | Shelf B3 | Protection
Packing tape | TAPE-50 | 140 | 2.10 | Shelf C2 | Packaging""",
    "stock item": """name | sku | quantity | price | location
Hex bolts M8 | BOLT-M8 | 1200 | 0.12 | Shelf A1
Safety gloves | GLV-02 | 85 | 6.40 | Shelf B3
Packing tape | TAPE-50 | 140 | 2.10 | Shelf C2""",
    "share price": """symbol | name | price | change in percent | sector
ALPN | Alpine Energy | 48.20 | 1.4 | Energy
BRCK | Brickworks | 112.75 | -0.6 | Materials
CLRA | Clara Health | 76.10 | 2.3 | Health
DGTL | Digital Harbour | 231.40 | -1.1 | Technology""",
    "book": """title | author | genre | year | rating
Pride and Prejudice | Jane Austen | fiction | 1813 | 5
The Time Machine | H. G. Wells | fiction | 1895 | 4
On the Origin of Species | Charles Darwin | science | 1859 | 4
Alice in Wonderland | Lewis Carroll | children | 1865 | 5""",
    "movie": """title | director | genre | year | rating | description
The Quiet Harbour | Mara Lind | drama | 2019 | 4 | A pilot returns to the town she left.
Night Train North | Jon Abel | thriller | 2021 | 5 | Eleven passengers, one missing suitcase.
The Baker's Summer | Ines Costa | comedy | 2018 | 4 | A bakery, a wedding and too much cake.""",
    "song": """title | artist | album | genre
Paper Boats | The Lanterns | Riverside | Folk
Neon Rain | Kite Division | City Lights | Electronic
Slow Morning | Ada Moreau | Windows | Jazz""",
    "album": """title | artist | year | genre | rating
Riverside | The Lanterns | 2016 | Folk | 4
City Lights | Kite Division | 2020 | Electronic | 5
Windows | Ada Moreau | 2012 | Jazz | 4""",
    "game": """title | platform | genre | rating | description
Harbour Builder | PC | Strategy | 4 | Build a port and keep the ships moving.
Star Courier | Console | Adventure | 5 | Deliver parcels between distant moons.
Word Garden | Mobile | Puzzle | 4 | Grow flowers by finding words.""",
    "artwork": """title | artist | year | medium | price
Morning Fog | Lena Hart | 2019 | Oil on canvas | 1200
Blue Interior | Tomas Weil | 2021 | Acrylic | 850
Three Pears | Aiko Sato | 2017 | Watercolour | 430""",
    "recipe": """title | ingredients | instructions | cooking time | servings | category
Tomato soup | 1 kg tomatoes, 1 onion, 2 cloves of garlic, basil | Fry onion and garlic, add tomatoes, cook for 20 minutes and blend. | 30 | 4 | main dish
Pancakes | 250 g flour, 2 eggs, 400 ml milk, a pinch of salt | Mix everything, rest for 10 minutes, bake in a hot pan. | 25 | 3 | breakfast
Apple crumble | 5 apples, 150 g flour, 100 g butter, 80 g sugar | Slice the apples, cover with crumbs, bake for 35 minutes. | 50 | 6 | dessert""",
    "dish": """name | description | price | category
Roasted beetroot salad | With goat cheese and walnuts | 9.50 | starter
Mushroom risotto | Creamy rice with fresh herbs | 16.80 | main dish
Grilled trout | With lemon butter and potatoes | 21.00 | main dish
Chocolate tart | With a spoon of cream | 7.20 | dessert""",
    "menu item": """name | description | price | category
Roasted beetroot salad | With goat cheese and walnuts | 9.50 | starter
Mushroom risotto | Creamy rice with fresh herbs | 16.80 | main dish
Homemade lemonade | With mint | 4.20 | drink""",
    "cake": """name | description | price
Carrot cake | With cream cheese | 28
Chocolate torte | Three layers | 36
Lemon tart | Fresh and sharp | 24""",
    "course": """title | description | instructor | category | level | price | capacity
Introduction to Photography | Light, lenses and your first series. | Mara Lind | Arts | beginner | 120 | 12
Data Analysis with Python | Tables, charts and clear answers. | Jon Abel | Technology | intermediate | 240 | 20
Business Writing | Letters and reports that get read. | Ines Costa | Business | beginner | 90 | 15""",
    "lesson": """title | content
First steps | What you need and how the lessons are built up.
Going further | The most common cases, one by one.
Practice | Three exercises with solutions.""",
    "event": """title | date | location | category | capacity | description
Spring concert | 2027-04-17 | Town hall | concert | 120 | An evening with the local orchestra.
Pottery workshop | 2027-03-06 | Studio 4 | workshop | 10 | Make your first bowl on the wheel.
Open day | 2027-05-22 | Main building | social | 300 | Look behind the scenes and meet the team.""",
    "workshop": """title | date | location | instructor | capacity | price | description
Pottery for beginners | 2027-03-06 | Studio 4 | Lena Hart | 10 | 45 | Make your first bowl on the wheel.
Bread baking | 2027-03-20 | Kitchen | Ines Costa | 12 | 35 | Sourdough from start to loaf.""",
    "contest": """title | date | location | description | prize
Photo contest | 2027-05-01 | Online | Show your neighbourhood in one picture. | A weekend trip
Short story contest | 2027-06-15 | City library | Up to 2000 words on the theme of rivers. | Publication""",
    "competition": """title | date | location | description | prize
Chess open | 2027-04-10 | Community centre | Seven rounds, all levels. | Trophy
Robotics cup | 2027-05-29 | Technical school | Teams of three build and race. | 500 for the best team""",
    "session": """title | room | speaker | description
Opening | Main hall | Mara Lind | Where we are and where we want to go.
Lessons from the field | Room 2 | Jon Abel | Three projects and what they taught us.""",
    "room": """name | capacity | location | description
Garden room | 2 | First floor | Quiet, with a view of the trees.
Corner room | 4 | Second floor | Bright, with windows on two sides.
Studio | 6 | Ground floor | Large, with its own entrance.""",
    "meeting room": """name | capacity | floor | equipment
Oak | 6 | 1 | Screen, whiteboard
Birch | 10 | 2 | Projector, video camera
Maple | 20 | 3 | Two projectors, microphones""",
    "hotel": """name | city | price per night | stars | description
Harbour House | Lisbon | 110 | 4 | Ten minutes from the river.
Alpine Lodge | Innsbruck | 95 | 3 | Wooden rooms below the peaks.
Hotel Meridian | Prague | 130 | 5 | Old town, rooftop terrace.""",
    "restaurant": """name | cuisine | address | phone | description
Olive & Thyme | Mediterranean | 12 Market Street | 555 0101 | Small plates and good bread.
Lotus Kitchen | Thai | 8 River Lane | 555 0102 | Fresh curries, also vegan.
The Copper Pot | Traditional | 31 Mill Road | 555 0103 | Stews, pies and roasts.""",
    "attraction": """name | city | country | description | price
Old Lighthouse | Porto | Portugal | 200 steps and a view of the whole coast. | 6
Botanical Garden | Vienna | Austria | Greenhouses from four continents. | 8
Castle Hill | Ljubljana | Slovenia | Walls, museum and a funicular. | 12""",
    "tourist attraction": """name | city | country | description
Old Lighthouse | Porto | Portugal | 200 steps and a view of the whole coast.
Botanical Garden | Vienna | Austria | Greenhouses from four continents.
Castle Hill | Ljubljana | Slovenia | Walls, museum and a funicular.""",
    "destination": """name | country | description
Lisbon | Portugal | Hills, tiles and the sea.
Kyoto | Japan | Temples, gardens and quiet streets.
Cape Town | South Africa | Mountain, beaches and vineyards.""",
    "campsite": """name | city | country | price per night | description
Lakeside Camping | Bled | Slovenia | 24 | Pitches right at the water.
Pine Valley | Aviemore | Scotland | 19 | Between forest and river.""",
    "tour": """title | destination | duration in days | price | description
Wine and villages | Tuscany | 5 | 780 | Small hotels, cellars and country roads.
Northern lights | Tromso | 4 | 1150 | Nights outside with a guide, days on skis.
City break | Lisbon | 3 | 420 | Trams, tiles and fado.""",
    "travel package": """title | destination | duration in days | price | description
Beach week | Crete | 7 | 690 | Flight, hotel and breakfast.
City break | Lisbon | 3 | 420 | Trams, tiles and fado.""",
    "property": """title | address | price | bedrooms | area | kind | description
Family house with garden | 14 Maple Street | 420000 | 4 | 160 | house | Quiet street, near the school.
City apartment | 3 Station Square | 265000 | 2 | 72 | apartment | Third floor, balcony, lift.
Office by the river | 40 Quay Road | 510000 | 0 | 230 | office | Open floor, parking behind the building.""",
    "apartment": """title | address | rent | rooms | area | description
Bright flat near the park | 22 Park Lane | 980 | 3 | 75 | Balcony to the south.
Studio in the centre | 5 Market Street | 620 | 1 | 34 | Fitted kitchen, lift.""",
    "house": """title | address | price | bedrooms | description
Family house with garden | 14 Maple Street | 420000 | 4 | Quiet street, near the school.
Cottage at the edge of town | 2 Mill Road | 285000 | 3 | With orchard and shed.""",
    "listing": """title | price | location | category | description
Oak bookcase | 80 | North district | Furniture | Two metres high, one small scratch.
City bike, 3 gears | 120 | Old town | Bikes | Serviced last month.
Guitar with case | 150 | Harbour | Music | Nylon strings, good for beginners.""",
    "service": """name | description | price | duration
First consultation | We listen, look and make a plan. | 45 | 30
Standard service | What most people need, done with care. | 80 | 60
Premium service | With more time and a second appointment. | 140 | 90""",
    "treatment": """name | description | duration | price
Massage | Back and shoulders | 45 | 60
Facial | Cleansing and care | 60 | 75""",
    "car": """make | model | year | price | mileage | fuel type
Toyota | Corolla | 2019 | 14900 | 58000 | hybrid
Volkswagen | Golf | 2017 | 11200 | 91000 | petrol
Renault | Zoe | 2021 | 17800 | 32000 | electric""",
    "vehicle": """make | model | year | price | mileage
Ford | Transit | 2020 | 21500 | 64000
Toyota | Corolla | 2019 | 14900 | 58000""",
    "bike": """brand | model | price
Norden | City 3 | 480
Alto | Trail 29 | 920""",
    "doctor": """name | specialty | email | phone | bio
Dr. Elena Ruiz | Cardiology | ruiz@example.com | 555 0111 | Heart and circulation, 15 years of practice.
Dr. Samuel Okoro | Paediatrics | okoro@example.com | 555 0112 | Children from birth to 16.
Dr. Ingrid Holm | Dermatology | holm@example.com | 555 0113 | Skin, allergies and prevention.""",
    "teacher": """name | email | subject | bio
Clara Weiss | weiss@example.com | Mathematics | Explains with pencil and paper.
Amir Haddad | haddad@example.com | History | Likes maps and old newspapers.""",
    "tutor": """name | subject | hourly rate | email | bio
Clara Weiss | Mathematics | 28 | weiss@example.com | From fractions to calculus.
Amir Haddad | English | 25 | haddad@example.com | Conversation and exams.""",
    "trainer": """name | email | specialty | bio
Nora Lund | lund@example.com | Strength | Calm, precise, patient.
Leo Marin | marin@example.com | Yoga | Breath first.""",
    "instructor": """name | email | specialty | bio
Nora Lund | lund@example.com | Drawing | Taught at two art schools.
Leo Marin | marin@example.com | Programming | Explains with small examples.""",
    "stylist": """name | specialty | phone
Nora | Colour | 555 0121
Leo | Short cuts | 555 0122""",
    "barber": """name | specialty | phone
Leo | Classic cuts | 555 0122
Sam | Beards | 555 0123""",
    "expert": """name | expertise | email | bio
Clara Weiss | Tax law | weiss@example.com | Advises small companies.
Amir Haddad | Marketing | haddad@example.com | Brands and campaigns.""",
    "job": """title | company | location | employment type | salary | description
Frontend developer | Brightworks | Berlin | full time | 62000 | You build clear, fast interfaces in a team of six.
Accountant | Harbour Trade | Rotterdam | part time | 38000 | You keep the books for three branches.
Marketing intern | Green Garden | Remote | internship | 15000 | You help with texts, pictures and events.""",
    "job posting": """title | company | location | salary | description
Frontend developer | Brightworks | Berlin | 62000 | You build clear, fast interfaces in a team of six.
Accountant | Harbour Trade | Rotterdam | 38000 | You keep the books for three branches.""",
    "program": """name | description
Foundation year | For those who begin: basics, practice, first project.
Advanced track | For those with experience who want to go deeper.""",
    "scholarship": """name | amount | deadline | description
Merit scholarship | 3000 | 2027-03-31 | For excellent grades.
Community scholarship | 1500 | 2027-05-15 | For those who volunteer.""",
    "post": """title | content | author
Welcome | This is the first post. Change it or write your own. | The team
How we work | Short notes on what we do and why. | The team""",
    "article": """title | content | author | category
Getting started | What to know before you begin, in five minutes. | The team | Basics
Common mistakes | Three things that go wrong at first, and how to avoid them. | The team | Practice
What is new | The most important changes of the last months. | The team | News""",
    "news item": """title | content | date
We are online | Our new site is here. Have a look around. | 2026-11-02
Longer opening hours | From next month we are there for you on Saturdays too. | 2026-11-16""",
    "announcement": """title | content | date
Welcome | Announcements appear here; the newest stands first. | 2026-11-02
Holiday hours | The office is closed on public holidays. | 2026-11-16""",
    "topic": """title | description
Introduce yourself | Say hello and tell us what brings you here.
Ideas and wishes | What should be better?""",
    "faq entry": """question | answer | category
How do I get in touch? | Use the contact page; we read every message. | General
Where do I find more? | Every entry has a page of its own with the details. | General""",
    "tutorial": """title | content | level
First steps | Install what you need and try the first example. | beginner
A small project | Put the basics together and build something of your own. | intermediate""",
    "resource": """title | description | category
Starter guide | The basics on two pages. | Guides
Checklist | What to think of, point by point. | Tools""",
    "pet": """name | species | breed | age | description
Bella | Dog | Labrador mix | 3 | Gentle, good with children.
Milo | Cat | Tabby | 2 | Curious, likes windows.
Rosie | Rabbit | Lop | 1 | Calm, used to being held.""",
    "animal": """name | species | breed | age | description
Bella | Dog | Labrador mix | 3 | Gentle, good with children.
Milo | Cat | Tabby | 2 | Curious, likes windows.""",
    "plant": """name | species | location | watering interval
Monstera | Monstera deliciosa | Living room | 7
Aloe | Aloe vera | Kitchen | 14""",
    "exercise": """name | muscle group | sets | reps
Squat | Legs | 3 | 10
Push-up | Chest | 3 | 12
Plank | Core | 3 | 1""",
    "workout plan": """title | level | description
Strength for beginners | beginner | Three days a week, whole body.
Run 5 km | beginner | Eight weeks from walking to running.""",
    "portfolio project": """title | description | year
Harbour website | Design and texts for a small shipping company. | 2025
Garden poster | A series of four prints. | 2024""",
    "case study": """title | client | description | result
A faster ordering process | Green Garden | Orders took two days and three lists. | Now one list and ten minutes.""",
    "testimonial": """name | message | rating
Anna K. | Friendly, fast and clear. We will come back. | 5
Peter M. | Exactly what we needed. | 4""",
    "poll": """question | description
Which day suits you best for the meeting? | Vote for one option.""",
    "poll option": """title | poll
Tuesday | 1
Thursday | 1
Saturday | 1""",
    "charity": """name | description | website | email
River Friends | Clean water and living banks. | https://example.org | hello@example.org
Books for All | Reading rooms in every district. | https://example.com | books@example.com""",
    "fundraiser": """title | description | target amount | end date
New playground | Swings, slide and a sand pit for the park. | 12000 | 2027-06-30
Library on wheels | A bus full of books for the villages. | 20000 | 2027-09-30""",
    "opportunity to help": """title | description | date | location
Park clean-up | Gloves and bags are there. | 2027-03-13 | City park
Reading hour | Read to children for an hour a week. | 2027-03-18 | Library""",
    "campaign": """name | description | start date | end date | budget
Spring offer | For everyone who comes by bike. | 2027-03-01 | 2027-04-30 | 2500""",
    "pricing plan": """name | price | description
Basic | 9 | For one person
Team | 29 | For up to ten people""",
    "company": """name | website | industry | phone | description
Brightworks | https://example.com | Software | 555 0131 | Tools for small teams.
Harbour Trade | https://example.org | Logistics | 555 0132 | From port to door.""",
    "museum": """name | city | opening hours | price | description
Museum of Tides | Porto | 10-18 | 9 | The sea and its people.
House of Clocks | Geneva | 9-17 | 12 | Four centuries of time.""",
    "trail": """name | distance | difficulty | location | description
Ridge path | 12.5 | medium | North valley | Views on both sides.
Lake loop | 6 | easy | City lake | Flat, good for families.""",
    "flight": """flight number | departure | arrival | date | price
AX 101 | Lisbon | Vienna | 2027-03-14 | 129
AX 204 | Oslo | Rome | 2027-03-15 | 149""",
    "ingredient": """name | quantity | unit
Flour | 250 | g
Eggs | 2 | pieces""",
    "vendor": """name | email | phone | address
Green Garden | garden@example.com | 555 0141 | 8 River Lane
Harbour Trade | trade@example.com | 555 0142 | 40 Quay Road""",
    "freelancer": """name | skills | hourly rate | email
Mara Lind | Illustration, layout | 55 | lind@example.com
Jon Abel | Web development | 70 | abel@example.com""",
    "solution": """title | description
For small companies | Start simple and grow when you need to.
For public bodies | Clear processes, documented and accessible.""",
    "category": """name | description
General | Everything that fits nowhere else
News | What has happened lately""",
    "department": """name | description
Sales | Customers and offers
Support | Questions and help""",
    "table": """number | seats
1 | 2
2 | 4
3 | 6""",
    "subject": """name | teacher
Mathematics | Clara Weiss
History | Amir Haddad""",
    "video": """title | link | description
Getting started | https://example.com/start | The first five minutes.
Tips and tricks | https://example.com/tips | Ten short answers.""",
    "podcast": """title | host | link | description
Morning Notes | Mara Lind | https://example.com/morning | Ten minutes on one idea.""",
    "wine": """name | producer | vintage | country | rating
Quinta do Sol | Casa Rosa | 2018 | Portugal | 4
Alte Reben | Weingut Holm | 2020 | Germany | 5""",
    "crop": """name | variety | planting date | harvest date | area
Wheat | Winter wheat | 2026-10-05 | 2027-07-20 | 12.5
Potatoes | Early | 2027-04-01 | 2027-07-01 | 3""",
    "machine": """name | serial number | location | condition
Lathe 1 | LT-4471 | Hall A | good
Press 2 | PR-1208 | Hall B | fair""",
    "equipment": """name | serial number | location | condition
Projector | PJ-31 | Room 2 | good
Camera | CM-07 | Store | good""",
    "hall": """name | capacity | location
Great hall | 200 | Ground floor
Small hall | 60 | First floor""",
    "venue": """name | address | capacity | price per day | description
Old Brewery | 7 Malt Lane | 180 | 900 | Brick vaults and a courtyard.
Lake Pavilion | 1 Shore Road | 80 | 600 | Glass on three sides.""",
    "garment": """name | size | colour | price
Linen shirt | M | White | 49
Wool coat | L | Navy | 189""",
    "offer": """title | price | description
Starter package | 99 | Everything for the first month.
Family package | 149 | For up to five people.""",
    "place": """name | address | description
City library | 2 Book Street | Quiet, free wifi.
Market hall | 1 Market Square | Open every morning.""",
    "skill": """name | level | description
Photography | intermediate | Portraits and events
Spanish | expert | Spoken and written""",
    "dataset": """name | description | source
City trees | Position and species of street trees | Open data
Rainfall | Daily values since 1990 | Weather office""",
    "paper": """title | authors | journal | year | abstract
Slow rivers | Lind, Abel | Water Letters | 2021 | How bends keep water clean.""",
}
