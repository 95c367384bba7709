"""Names and places for the demo data. Companies are made up and their mail domains are reserved; postcodes are real."""

# (company, mail domain, signatory, category, index into TOWNS)
COMPANIES = (
    ("Bäckerei Schönfeld GmbH", "baeckerei-schoenfeld", "Jörg Schönfeld", "Gastronomie", 0),
    ("Müller & Söhne Maschinenbau GmbH & Co. KG", "mueller-maschinenbau", "Heike Müller", "Industrie", 1),
    ("Praxis Dr. Überall", "praxis-ueberall", "Dr. Anke Überall", "Gesundheit", 2),
    ("Steuerkanzlei Großmann PartG mbB", "kanzlei-grossmann", "Peter Großmann", "Beratung", 3),
    ("Hafenspedition Petersen KG", "spedition-petersen", "Lars Petersen", "Logistik", 4),
    ("Weinhandel Rebstöckl OHG", "rebstoeckl", "Sabine Rebstöckl", "Handel", 5),
    ("Autohaus Brückner GmbH", "autohaus-brueckner", "Thomas Brückner", "Handel", 6),
    ("Kindertagesstätte Pusteblume e. V.", "kita-pusteblume", "Melanie Vogt", "Verein", 7),
    ("Zahntechnik Jäger GmbH", "zahntechnik-jaeger", "Uwe Jäger", "Gesundheit", 8),
    ("Architekturbüro Weiß + Partner", "weiss-architekten", "Claudia Weiß", "Beratung", 9),
    ("Hotel Seeblick Betriebs GmbH", "hotel-seeblick-betrieb", "Franziska Lorenz", "Gastronomie", 10),
    ("Elektro Kühnel e. K.", "elektro-kuehnel", "Dieter Kühnel", "Handwerk", 11),
    ("Gärtnerei Grünwald GmbH", "gaertnerei-gruenwald", "Monika Grünwald", "Handwerk", 12),
    ("Druckerei Löwe GmbH", "druckerei-loewe", "Rainer Löwe", "Industrie", 13),
    ("Buchhandlung Zeilensprung", "zeilensprung", "Nina Schröder", "Handel", 14),
    ("Physiotherapie Köster", "physio-koester", "Birgit Köster", "Gesundheit", 15),
    ("Metallbau Schäfer GmbH", "metallbau-schaefer", "Frank Schäfer", "Handwerk", 16),
    ("Tischlerei Holzapfel", "tischlerei-holzapfel", "Georg Holzapfel", "Handwerk", 17),
    ("Software Manufaktur Nordlicht UG (haftungsbeschränkt)", "nordlicht-software", "Inga Jansen", "IT", 18),
    ("Fahrschule Vorfahrt GmbH", "fahrschule-vorfahrt", "Murat Yıldız", "Bildung", 19),  # noqa: RUF001 - a Turkish name
    ("Immobilienverwaltung Kaiser GmbH", "iv-kaiser", "Stefan Kaiser", "Immobilien", 20),
    ("Reinigung Blitzblank GmbH", "reinigung-blitzblank", "Agnieszka Nowak", "Dienstleistung", 21),
    ("Musikschule Klangfarbe gGmbH", "klangfarbe", "Johannes Böhm", "Bildung", 22),
    ("Feinkost Önder", "feinkost-oender", "Selin Önder", "Gastronomie", 23),
    ("Dachdecker Ziegler GmbH", "dach-ziegler", "Manfred Ziegler", "Handwerk", 24),
    ("Optik Scharfblick GmbH", "optik-scharfblick", "Renate Fuchs", "Gesundheit", 25),
    ("Café Süße Ecke", "suesse-ecke", "Lena Hofmann", "Gastronomie", 26),
    ("Werbeagentur Querkopf GmbH", "querkopf", "Tobias Krämer", "Beratung", 27),
    ("Solartechnik Sonnenschein AG", "solar-sonnenschein", "Dr. Holger Sonnenschein", "Industrie", 28),
    ("Tierarztpraxis Dr. Bär", "tierarzt-baer", "Dr. Sonja Bär", "Gesundheit", 29),
    ("Ingenieurbüro Straßburger GmbH", "ib-strassburger", "Matthias Straßburger", "Beratung", 0),
    ("Kaffeerösterei Bohnenglück", "bohnenglueck", "Amelie Richter", "Gastronomie", 14),
)
# (public body, mail domain, signatory, town): these want an XRechnung and have a routing id (Leitweg-ID).
PUBLIC = (
    ("Stadtverwaltung Neuhain", "neuhain-stadt", "Kämmerei", 3),
    ("Landkreis Oberwald", "oberwald-kreis", "Zentrale Vergabe", 17),
    ("Universität Falkenberg", "uni-falkenberg", "Beschaffung", 15),
    ("Gemeinde Seefeldingen", "seefeldingen", "Bauamt", 27),
)
# (company, mail domain, signatory, category, country, postcode, town, street)
ABROAD = (
    ("Tischlerei Gruber GmbH", "tischlerei-gruber", "Josef Gruber", "Handwerk", "AT", "8010", "Graz", "Sporgasse 12"),
    (
        "Wiener Kaffeehaus Betriebs GmbH",
        "wiener-kaffeehaus",
        "Theresia Wagner",
        "Gastronomie",
        "AT",
        "1010",
        "Wien",
        "Bäckerstraße 4",
    ),
    (
        "Alpenblick Hotel KG",
        "alpenblick-hotel",
        "Andreas Moser",
        "Gastronomie",
        "AT",
        "6020",
        "Innsbruck",
        "Maria-Theresien-Straße 31",
    ),
    (
        "Salzkontor Handels GmbH",
        "salzkontor",
        "Katharina Steiner",
        "Handel",
        "AT",
        "5020",
        "Salzburg",
        "Linzer Gasse 9",
    ),
    ("Zürcher Uhrenatelier AG", "uhrenatelier", "Beat Keller", "Industrie", "CH", "8001", "Zürich", "Rennweg 22"),
    (
        "Käserei Emmentaler Berg AG",
        "kaeserei-berg",
        "Urs Zimmermann",
        "Gastronomie",
        "CH",
        "3011",
        "Bern",
        "Kramgasse 40",
    ),
    (
        "Rheintal Logistik AG",
        "rheintal-logistik",
        "Sandra Brunner",
        "Logistik",
        "CH",
        "9000",
        "St. Gallen",
        "Bahnhofplatz 1",
    ),
)
# (first name, last name, town)
PERSONS = (
    ("Anna", "Schröter", 1), ("Bülent", "Öztürk", 2), ("Christa", "Weiß", 5),
        ("Detlef", "Hübner", 7), ("Élodie", "Martin", 9),
    ("Fritz", "Käßbohrer", 11), ("Greta", "Lüders", 13), ("Hannes", "Bäumler", 16), ("Ilse", "Vogelsang", 18),
    ("Jürgen", "Döring", 20),
    ("Katharina", "von der Heide", 22), ("Łukasz", "Wiśniewski", 24), ("Marlies", "Böttcher", 26),
    ("Nguyễn", "Thị Lan", 28),
)  # fmt: skip
TOWNS = (
    ("10115", "Berlin"), ("20095", "Hamburg"), ("80331", "München"), ("50667", "Köln"), ("60311", "Frankfurt am Main"),
    ("70173", "Stuttgart"), ("40213", "Düsseldorf"), ("04109", "Leipzig"), ("01067", "Dresden"), ("28195", "Bremen"),
    ("30159", "Hannover"), ("90402", "Nürnberg"), ("48143", "Münster"), ("53111", "Bonn"), ("68159", "Mannheim"),
    ("76131", "Karlsruhe"), ("86150", "Augsburg"), ("65183", "Wiesbaden"), ("24103", "Kiel"), ("18055", "Rostock"),
    ("99084", "Erfurt"), ("55116", "Mainz"), ("93047", "Regensburg"), ("97070", "Würzburg"), ("37073", "Göttingen"),
    ("06108", "Halle (Saale)"), ("79098", "Freiburg im Breisgau"), ("23552", "Lübeck"), ("02826", "Görlitz"),
    ("73728", "Esslingen am Neckar"),
)  # fmt: skip
STREETS = (
    "Hauptstraße", "Bahnhofstraße", "Gartenweg", "Lindenallee", "Schloßplatz", "Am Mühlbach", "Goethestraße",
    "Industriering",
    "Kirchgasse", "Rosenweg", "Schillerstraße", "Zum Alten Hafen", "Königsallee", "Marktplatz", "An der Brücke",
    "Birkenweg",
)  # fmt: skip
SELLER = {
    "name": "Lindgrün Bürotechnik GmbH",
    "street": "Werkstraße 7",
    "postcode": "34117",
    "city": "Kassel",
    "country": "DE",
    "vatId": "DE999000129",
    "email": "rechnung@lindgruen.example",
}
SELLER_CONTACT = {"name": "Katrin Lindgrün", "phone": "+49 69 90009 120", "registration": "HRB 999129"}
"""What the account adds to the seller in a file. The phone number is in a range kept for fiction."""
SELLER_ACCOUNT = {"holder": "Lindgrün Bürotechnik GmbH", "iban": "DE40999000120000123456"}
"""Where the account is paid. No German bank code begins with 9."""
