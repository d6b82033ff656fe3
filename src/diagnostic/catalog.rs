//! Every kind of diagnostic, with what it means: the text behind `portolan explain ID`.

/// A kind of diagnostic. Its id is stable: scripts may match on it.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// `room/name`.
    pub id: &'static str,
    /// What it is, in half a line.
    pub summary: &'static str,
    /// What it means and what to do about it.
    pub explanation: &'static str,
}

/// The kind with this id.
pub fn find(id: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.id == id)
}

macro_rules! kinds {
    ($($name:ident = $id:literal, $summary:literal, $explanation:literal;)*) => {
        $(#[doc = $summary] pub static $name: Kind = Kind { id: $id, summary: $summary, explanation: $explanation };)*
        /// All kinds, in the order in which they are documented.
        pub static ALL: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    SYNTAX = "route/syntax", "the file is not valid TOML, JSON or UTF-8",
        "The file could not be read as a tree of keys and values, so nothing else in it was looked at. Mend what the \
         message points at and run again: further mistakes are told then. Most often a quotation mark is missing: text \
         stands in straight ones (title = \"From Najin to Dunay\"), numbers and dates in none (lat = 42.2333). A file \
         ending in .json is read as JSON, any other as TOML; both have to be saved with the encoding UTF-8.";
    UNREADABLE = "route/unreadable", "the file could not be opened",
        "The route file isn't there, is a folder, is larger than 16 MB, or may not be read. Check the path and its \
         permissions. `portolan new route.toml` writes a file to start from; `-` reads the route from standard input.";
    UNKNOWN_KEY = "route/unknown-key", "a key that portolan doesn't know",
        "A key that nobody reads would be left out of the map without a word, so it is an error. Usually it is a \
         slip (`tittle` for `title`) or stands in the wrong table: a key belongs to the last [table] above it, so \
         `note` must stand above the first one. `portolan schema` lists every key; remarks of your own go behind #.";
    MISSING_KEY = "route/missing-key", "a key that must be there is missing",
        "A route needs a `title` and at least one of [[legs]]; each leg needs `mode`, `from` and `to`; each claim needs \
         `says` and what it speaks of. The message points at the table that lacks the key. What nobody knows is \
         written as such: to = \"unknown\".";
    WRONG_TYPE = "route/wrong-type", "a value of another type than the key takes",
        "Each key takes one type of value. Text stands in quotation marks (mode = \"sea\"), numbers stand in none \
         (lat = 42.2333), lists stand in brackets even if they have one item (sources = [\"white-house\"]), a list of \
         tables has double brackets ([[legs]]), a named table has the name in its header ([places.najin]).";
    OUT_OF_RANGE = "route/out-of-range", "a number or a text that the key can't hold",
        "The value has the right type and can't be right: a latitude beyond ±90°, a negative distance, a credibility \
         of 7, an empty name. A latitude beyond 90° often is a longitude: lat comes from north or south, lon from east \
         or west, both in decimal degrees (42.2333, not 42°14′).";
    UNKNOWN_WORD = "route/unknown-word", "a word that isn't one of those that the key takes",
        "Some keys take one of a few words: mode = \"sea\", \"inland-waterway\", \"rail\", \"road\" or \"air\"; \
         certainty = \"confirmed\", \"reported\" or \"inferred\"; boundaries = \"recognised\" or \"de-facto\". \
         Countries are written with two capital letters (ISO 3166-1): RU, KP, UA.";
    UNKNOWN_UNIT = "route/unknown-unit", "a length without a unit, or with one that portolan doesn't know",
        "A length says its unit: mi (mile, 1.609344 km), km, nmi (nautical mile, 1.852 km) or m. portolan never guesses \
         one, since the same number of miles and of kilometres is just what it is there to tell apart. \
         Write radius = \"10 km\", says = \"about 290 mi\".";
    NOT_A_FIGURE = "route/not-a-figure", "text from which no figure can be read",
        "A reported figure is a number with its unit and perhaps a word in front: \"290 mi\", \"about 290 mi\", \"over \
         9,000 km\", \"under 5 km\", \"280–300 mi\"; days are \"10 days\", \"over 10 days\"; numbers of things are 5, \
         \"at least 5\", \"5–8\". Decimals take a point, thousands a comma or a space.";
    NOT_A_DATE = "route/not-a-date", "text from which no date can be read, or a day that doesn't exist",
        "Dates are written year-month-day, as far as they are known: 2023-09-07, \"2023-09\", \"2023\". Some time within \
         two dates is \"2023-09-07/2023-10-01\"; an open end is .. (\"2023-09-07/..\"). Behind a date ~ means about, ? \
         means uncertain, % both: \"2023-08-15~\". Other orders of day and month aren't guessed.";
    REVERSED = "route/reversed", "an interval that ends before it starts",
        "The first end of an interval is the lower or earlier one: \"2023-09-07/2023-10-01\", \"280–300 mi\", \
         { at-least = 5, at-most = 8 }. Swap the two, or correct the one that is wrong.";
    BAD_ID = "route/bad-id", "a name that can't serve as an id",
        "Ids name legs, claims, places and sources in the rest of the file and in --set. An id is no bare number, since \
         legs and claims are numbered anyway, and holds no dot, since dots part the names in `places.depot.lat`. \
         `unknown` and `coast` are words of their own. Write something short: id = \"ship\".";
    DUPLICATE_ID = "route/duplicate-id", "two legs or two claims with the same id",
        "An id names one thing. With two of the same, nobody could tell which one `--set` or a claim means. Rename the \
         second one.";
    UNKNOWN_SOURCE = "route/unknown-source", "a source that the file doesn't define",
        "`sources` and `quotes` list ids of tables [sources.…] in this file. A statement whose source is missing can't \
         be credited to anybody. Correct the id, or add the source: [sources.white-house] with title = \"…\".";
    UNKNOWN_LEG = "route/unknown-leg", "a leg that the file doesn't define",
        "Legs are named by their id (legs = [\"rail\"]) or by their number, counted from 1 in the order of the file \
         (legs = [2]).";
    UNKNOWN_CLAIM = "route/unknown-claim", "a claim that the file doesn't define",
        "Claims are named by their id (band = { claim = \"depot-290-miles\" }) or by their number, counted from 1 in \
         the order of the file.";
    SAME_ENDS = "route/same-ends", "something that starts where it ends",
        "A leg moves cargo from one place to another, and a distance lies between two things. If the cargo came back, \
         write two legs. If only the names are alike, give both places a table of their own.";
    CONTRADICTION = "route/contradiction", "keys that can't stand together, or only stand together",
        "A position is given in one way: by `lat` and `lon` together, by `near`, or by `on`. A claim speaks of one \
         thing: `distance`, `length`, `duration` or `about`. Keep the key that the report supports and delete the other.";
    CYCLE = "route/cycle", "things that depend on each other in a circle",
        "A place `on` a leg is computed from that leg, so none of the leg's ends may depend on the place again; and a \
         source can't quote, by way of others, itself. Give one place in the circle a position that depends on nothing: \
         lat and lon, or near.";
    UNKNOWN_PARAMETER = "route/unknown-parameter", "a parameter that the route doesn't have",
        "--set, --vary, a variant's `set` and a claim's `about` name a key of the file by its path: \
         places.depot.radius, legs.ship.from, legs.2.from, claims.depot-290-miles.says. `portolan keys ROUTE` lists \
         every parameter of a route with its value.";
    UNKNOWN_VARIANT = "route/unknown-variant", "a variant that the file doesn't define",
        "--variant takes the name of a table [variants.…] in the route file: [variants.cape] is drawn with \
         --variant cape.";
    CALL = "call/wrong", "the command was called wrongly",
        "An argument of the command line means nothing here. The message names it and what to write instead; \
         `portolan COMMAND --help` lists what the command takes.";
    PLACE_NOT_FOUND = "place/not-found", "a name that portolan does not carry",
        "A place was named that is neither an id of the file's [places] nor a name among the places that portolan carries: \
         those of GeoNames with 5,000 people and more, and a few stations. Write another spelling, add the country \
         (\"Dunay, RU\"), give the place a table with lat and lon, or write \"unknown\" if nobody says where it is.";
    PLACE_AMBIGUOUS = "place/ambiguous", "a name that several places bear",
        "The largest of the places with this name was taken, and the others are listed. If another one is meant, give its \
         coordinates in [places]: a table with lat and lon. `portolan places NAME` lists all with their positions.";
    PLACE_LOOKED_UP = "place/looked-up", "a name was looked up",
        "The file names a place without saying where it is. What it was taken for is told, so that a reader can object.";
    COUNTRY_NOT_FOUND = "place/no-such-country", "a country that portolan does not carry",
        "Countries are written with the two letters of ISO 3166-1: UA, KP, RU. A border is written \"border of UA\".";
    PLACE_OUTSIDE_COUNTRY = "place/outside-country", "a place that lies elsewhere than in its country",
        "The file says which country a place is in, and its position is far outside that country's outline (more than its \
         radius and 30 km, which leaves room for roadsteads). Either is wrong, or the country is drawn otherwise in the \
         chosen view of borders (`boundaries`). Coordinates that were swapped, or lost a minus, are the usual reason.";
    PLACE_CONSTRUCTED = "place/constructed", "where a place was put that no report names",
        "The file gives the place by figures: by its distance from something along a leg (`on`), or by a bearing and a distance from \
         another place (`from`). Where that is was computed. It is a point on the line that portolan drew, not one that anybody \
         reported: it has a hollow marker, bears the word \"computed\", and `constructed` in exports.";
    PLACE_SEVERAL_POINTS = "place/several-points", "several points of a leg are at the reported distance",
        "A leg may come near something, go away and come back, so that a distance fits several of its points. The last one on the \
         way was taken. To mean another one, let `towards` be a place between it and the next.";
    PLACE_OUT_OF_REACH = "place/out-of-reach", "no point of the leg is where the place should be",
        "The leg was laid towards the place that `towards` names, and it comes nowhere to the reported distance, or is shorter than the \
         reported way. The message says what can be had. Either the figure or the line is wrong: see whether the leg leads where it \
         should (`via`, `towards`), and which unit was meant.";
    PLACE_NOT_COMPUTED = "place/not-computed", "a place can't be computed",
        "The place is given by figures, and what they start from has no position: a leg with an unknown end, or a place that nobody \
         located. Its own position is unknown then, and on the map it is a question mark.";
    PLACE_STAY_UNUSED = "place/stay-unused", "a stay that counts to nothing",
        "`stay` is how long the cargo stayed at a place between two legs, or at a place that a leg names in `via`. At a place \
         where the route starts or ends, or that no leg goes to, it belongs to no move, so no figure holds it.";
    LEG_NO_EFFECT = "leg/no-effect", "a key that has no effect on a leg of this mode",
        "within, avoid and through say where a leg over water or rails may go. Legs by other modes are straight from stop to \
         stop: name places in via, or bring the line itself with track.";
    LEG_GAP = "leg/gap", "a leg does not start where the one before it ends",
        "Legs make a chain. Where it is broken, somebody moved the cargo in a way that the file does not tell, and the totals \
         leave that out. Add a leg for it, with an end \"unknown\" if that is all that is reported.";
    LEG_OUT_OF_ORDER = "leg/out-of-order", "a leg leaves before the one before it can have arrived",
        "Legs follow one another, so what a leg carries must have arrived first. By the reported dates, and the stay at the place \
         between them if the file has one, the earliest arrival lies after the latest next departure: not all of these dates \
         can be right. Dates are read as some time within them, so windows that overlap contradict nothing. Correct a date, or \
         write the doubtful one as a claim about its key (`about`).";
    LEG_UNUSUAL_SPEED = "leg/unusual-speed", "a leg's dates leave an unusual speed",
        "The leg's length and its dates together give a speed that lies wholly outside the range that is usual for its mode. \
         `data/speeds.toml` has these ranges with their sources, and says where they were drawn by choice. Unusual is not \
         impossible: cargo waits, trains are hurried. More often a date, a place or the mode is wrong.";
    LEG_TRIPS = "leg/trips", "how often a carrier has to go",
        "The cargo's containers need more than one trip of the leg's carrier, by its `capacity`: each container takes one TEU at \
         least, one of 40 feet two. It is a warning where fewer `trips` are reported than that takes.";
    LEG_LEFT_OUT = "leg/left-out", "a leg has no distance because an end is unknown",
        "Nobody says where one end of this leg is, so it has no line and no length, and totals leave it out and say so. On \
         the map it is a question mark.";
    LEG_NO_WAY = "leg/no-way", "no network joins the ends of a leg",
        "The leg's mode has a network (rails), and there is no way over it between the leg's stops, or only through countries \
         that the leg may not use. A straight line in its stead would be a lie. Split the leg where the mode changes, let it \
         end at a station, widen `within`, or write \"unknown\" for an end that nobody reports.";
    LEG_SNAPPED_FAR = "leg/snapped-far", "a stop lies far from the network that its leg follows",
        "A stop is joined to the nearest point of the network, here over more than 5 km. The join counts to the distance and is \
         drawn as a thin line. Often the place is another one than was meant, or the last stretch went by road.";
    LEG_TRACK = "leg/track", "the line that a leg brings",
        "`track` names a file with the leg's line: .geojson, .gpx, .kml or .csv, in the route file's folder or below; nothing \
         else is read. It is measured as it is. Gaps between its parts are closed by straight lines and told, and so is what \
         was left out of the file: elevations, points, areas.";
    LEG_SAMPLES = "leg/samples", "from some positions within a place's radius there is no way",
        "How far a distance over a network may be off is found by laying the leg again from other positions within its ends' \
         radii (`--samples`). From some of them no way was found, for instance since one lies on another island; the interval \
         holds the others only. A smaller `radius`, or a port as the end, may be what is meant.";
    LEG_STAYS = "leg/stays-in-country", "a leg is kept within one country",
        "Both ends of a rail leg lie in one country and the file does not say where it may go, so the shortest way within that \
         country was taken, if there is one. `within = [\"RU\", \"KZ\"]` allows others, `avoid` forbids some.";
    CLAIM_UNIT_SLIP = "claim/unit-slip", "a figure may bear the wrong unit",
        "The figure cannot be true as it stands, and there is evidence that its unit changed on the way: the same number in \
         another unit (km, mi, nmi) would fit what was computed, or another claim about the same thing reports the same \
         number in another unit. It is a lead and no proof: look up who said it first, and in which unit.";
    CLAIM_COORDINATE_SLIP = "claim/coordinate-slip", "a place's coordinates may be written wrongly",
        "The figure cannot be true as the place's coordinates stand, and it would fit if latitude and longitude were exchanged or \
         one of them had the other sign. It is a lead and no proof: look the coordinates up where they come from.";
    CLAIM_DATE_SLIP = "claim/date-slip", "day and month of a date may be exchanged",
        "The dates cannot be true beside the other report of the same thing, and they would fit if day and month were exchanged, as \
         happens between countries that write them in different order. It is a lead and no proof: look up who said it first.";
    CLAIM_LONGER_THAN_SHORTEST = "claim/longer-than-shortest", "a way that is longer than the shortest",
        "A network gives the shortest way, and traffic may take a longer one. So a reported length above the shortest agrees, up to \
         half as long again; beyond that it is undetermined. The same holds for a way around a country or a passage.";
    CLAIM_FASTER_THAN_USUAL = "claim/faster-than-usual", "faster than freight usually is by that mode",
        "The reported days are fewer than the way takes at the speeds that are usual for its mode (`data/speeds.toml` has them with \
         their sources) or at the leg's reported speed. Up to half as fast again is undetermined, beyond that the claim disagrees.";
    CLAIM_SLOWER_THAN_USUAL = "claim/slower-than-usual", "slower than freight usually is by that mode",
        "The reported days are more than the way takes at usual speeds. Cargo waits, so that can well be true: the claim agrees up to \
         half as long again; beyond that it is undetermined, since what happened in the rest of the time nobody says.";
    CLAIM_DISAGREES = "claim/disagrees", "a claim that cannot be true beside the rest of the file",
        "What is reported and what is computed are both intervals, and they don't meet: the figure and the places, dates or other \
         reports that it was set against cannot all be right. Which of them is wrong, the program doesn't know.";
    CLAIM_AGREES = "claim/agrees", "a claim that could be true",
        "What is reported and what is computed are both intervals, and they meet. The figure could be true, which confirms nothing by \
         itself: many other figures could be true as well.";
    CLAIM_UNDETERMINED = "claim/undetermined", "a claim of which nothing can be told",
        "What the claim is to be set against is not known, or lies so far off that it can be neither ruled out nor borne out. The \
         message says what is missing.";
    CLAIM_CONFLICT = "claim/conflict", "claims about the same thing that cannot all be true",
        "Several claims speak of the same thing, and what they report doesn't meet. They are put side by side with the largest sets \
         of them that can hold together, by their figures alone, and with the number of origins that stand behind each: sources \
         that quote one another count once.";
    CLAIM_NO_SUCH_THING = "claim/no-such-thing", "a country or passage that portolan doesn't carry",
        "`passes` takes countries with the two letters of ISO 3166-1 and passages at sea by their names: suez, panama, bosporus.";
    NOT_A_RANGE = "sweep/not-a-range", "values to vary that can't be read",
        "--vary takes a parameter and its values: KEY=FROM..TO:STEP, in whatever unit the parameter has \
         (places.depot.on.distance=200mi..400mi:10mi), or values with commas between them (legs.1.avoid=[],[\"suez\"]). Values are \
         computed in decimal numbers and read as those of --set; the last one is at most TO. Thousands are written without commas. \
         Several --vary span a grid.";
    TOO_MANY_POINTS = "sweep/too-many-points", "a sweep of too many points",
        "Every combination of the values is a point at which the route is laid anew. 100,000 are taken at most, since more are usually \
         a slip in a step. Take larger steps, or say --force.";
    TEXT_MISSING_GLYPH = "text/missing-glyph", "a character that the font does not have",
        "Maps are drawn with the font that portolan carries, so that they look the same everywhere. It has the letters of \
         Latin, Greek and Cyrillic scripts. A character that it lacks would be an empty box, so it is an error: write the \
         name in one of these scripts, or name a font file that has it, which then sets the lines that need it: --font FILE.ttf.";
    LABEL_NO_ROOM = "sheet/label-left-out", "words found no room on the map",
        "Names, distances and dates may cover neither each other nor the route nor a marker. For these words there was no \
         place left, so they are left out of the picture; the marker or the line is there. Draw a larger sheet (--size), or shorten names.";
    SHEET_CROWDED = "sheet/crowded", "a panel covers a part of the route",
        "The legend, the scale bar or the card of claims found no place that is free of the route. A larger sheet, or one of \
         another shape, has one.";
    SHEET_NO_INSET = "sheet/no-inset", "an inset found no room",
        "A leg or a measured distance that is shorter than 4 % of the map's width gets a map of its own beside the route. On \
         this sheet there is no room for it that is free of the route, so the leg is drawn on the main map alone. Draw a larger \
         sheet (--size), or one of another shape.";
    SHEET_WORDS_CUT = "sheet/words-cut", "words that found no room on the sheet",
        "Title, subtitle, notes and the card of claims may each take a part of the sheet, so that the map keeps its own. What \
         is longer is cut, and ends in an ellipsis or says how much more there is. Shorten it, or draw a larger sheet (--size).";
    SHEET_STATEMENTS = "sheet/statements", "claims that the map does not show",
        "The card of claims shows figures that were set against distances, lengths and times. What is said of trips, of what is \
         passed or nearest, and of keys of the file stands there only if there are no such figures. `portolan check` has it all.";
    SHEET_SMALL_TYPE = "sheet/small-type", "the sheet is so small that its words can't be read",
        "Type gets smaller with the sheet, so that nothing covers anything else. On this one it is too small for reading. Draw \
         a larger sheet (--size 2400x1350) and scale the picture down where it is shown, or leave the words to the page around it.";
    SHEET_PROJECTION = "sheet/projection", "which projection was taken, and why",
        "With `projection = \"auto\"` the projection is chosen by the route's extent. --projection takes another.";
    SHEET_NO_RINGS = "sheet/no-rings", "rings around a place without a position",
        "Rings are drawn around a position. Nobody says where this place is, or only in which country, so there are none: give \
         it `near` or `lat` and `lon`, or name another place in style.rings.around.";
    SHEET_NO_SCALE_BAR = "sheet/no-scale-bar", "the map has no scale bar",
        "A scale bar is left out where it would mislead: where the scale varies by more than 10 % over the map's frame, \
         or where it would stand on no place of the globe. The distances along the legs, and the scale bars of the insets, hold.";
}
