//! The table of all attributes: what each layer holds, under which name, of which type, and what it means. Every format
//! takes names and types from here.

/// What the values of an attribute are. Every attribute can also be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Real,
    /// A day of the Gregorian calendar: `2023-10-13`.
    Date,
    /// True or false.
    Boolean,
}

impl Type {
    /// As `GeoPackage` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Type::Text => "TEXT",
            Type::Integer => "INTEGER",
            Type::Real => "REAL",
            Type::Date => "DATE",
            Type::Boolean => "BOOLEAN",
        }
    }
}

/// One attribute of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, the same in every format.
    pub name: &'static str,
    /// What its values are.
    pub of: Type,
    /// What it means, with its unit.
    pub meaning: &'static str,
}

/// What the features of a layer are drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Geometry {
    /// A point each.
    Points,
    /// A line each, in parts where it is cut at ±180°.
    Lines,
    /// An area each, in parts where it is cut at ±180°.
    Areas,
    /// Nothing: a table.
    Nothing,
}

/// A layer and its attributes in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Its name.
    pub name: &'static str,
    /// What a feature of it is.
    pub meaning: &'static str,
    /// What its features are drawn as.
    pub geometry: Geometry,
    /// What is told of each.
    pub attributes: &'static [Attribute],
}

impl Layer {
    /// The layer of this name.
    pub fn named(name: &str) -> Option<&'static Layer> {
        LAYERS.iter().find(|layer| layer.name == name)
    }
}

const fn text(name: &'static str, meaning: &'static str) -> Attribute {
    Attribute { name, of: Type::Text, meaning }
}

const fn integer(name: &'static str, meaning: &'static str) -> Attribute {
    Attribute { name, of: Type::Integer, meaning }
}

const fn real(name: &'static str, meaning: &'static str) -> Attribute {
    Attribute { name, of: Type::Real, meaning }
}

const fn date(name: &'static str, meaning: &'static str) -> Attribute {
    Attribute { name, of: Type::Date, meaning }
}

const fn boolean(name: &'static str, meaning: &'static str) -> Attribute {
    Attribute { name, of: Type::Boolean, meaning }
}

const SOURCES_OF: Attribute = text("sources", "ids of the sources that say so, separated by semicolons");
const CREDIBILITY: Attribute =
    integer("credibility", "1 (confirmed by others) to 6 (can't be judged), Admiralty scale");

const PLACES: &[Attribute] = &[
    text("id", "the id in the route file, or the name that it looks up"),
    text("name", "what it is called"),
    text("role", "stop (a leg starts or ends there), via (a leg passes) or mentioned"),
    text("country", "ISO 3166-1 code of the country that it lies in"),
    real("radius_km", "how well the position is known, in km"),
    boolean("constructed", "whether it was computed from a reported figure and is named by no report"),
    text("taken_for", "what a name that was looked up was taken for"),
    integer("geonames_id", "the number of that in GeoNames"),
    SOURCES_OF,
];

const LEGS: &[Attribute] = &[
    text("id", "the id in the route file, or the number"),
    integer("leg", "its place in the chain, from 1"),
    text("mode", "sea, inland-waterway, rail, road or air"),
    text("from", "id of the place where it starts"),
    text("to", "id of the place where it ends"),
    text("from_name", "what the place is called where it starts"),
    text("to_name", "what the place is called where it ends"),
    text("via", "places on the way, in order, separated by semicolons"),
    text("within", "countries that the track may use"),
    text("avoid", "countries or passages that it may not use"),
    text("through", "passages that it must use"),
    text("kind", "what the distance was measured along: geodesic, network or track"),
    real("distance_km", "along the track with the joins at its ends, in km"),
    real("distance_km_min", "the least that it can be as well as its ends' positions are known, in km"),
    real("distance_km_max", "the most that it can be as well as its ends' positions are known, in km"),
    real("geodesic_km", "straight between the ends on the WGS84 ellipsoid, in km"),
    real("snap_from_km", "from the start to the network, in km"),
    real("snap_to_km", "from the end to the network, in km"),
    text("passages", "canals and straits that the track uses"),
    text("countries", "ISO 3166-1 codes of the countries that the track passes"),
    text("certainty", "confirmed, reported or inferred"),
    CREDIBILITY,
    date("start", "the first day on which it can have begun"),
    date("end", "the last day on which it can have ended"),
    text("dates", "when it took place as a whole, as reported (EDTF)"),
    text("loaded", "when the cargo was loaded, as reported (EDTF)"),
    text("departed", "when it left, as reported (EDTF)"),
    text("arrived", "when it arrived, as reported (EDTF)"),
    text("carrier", "who or what carried it"),
    real("days_min", "the least that it took, in days"),
    real("days_max", "the most that it took, in days; empty if there is no end"),
    text("days_from", "what the days were found from: dates, speed (as reported) or usual (of the mode)"),
    text("capacity", "how many containers the carrier holds, as reported"),
    text("trips", "how often, as reported; distances are those of one trip"),
    text("cargo", "what was carried"),
    text("containers", "how many containers, as reported"),
    integer("containers_min", "how many containers at least"),
    integer("containers_max", "how many containers at most"),
    SOURCES_OF,
];

const CLAIMS: &[Attribute] = &[
    text("id", "the id in the route file, or the number"),
    text("says", "the words, as reported"),
    text(
        "subject",
        "what they speak of: distance, length, duration, trips, passes, nearest, or a key of the route file",
    ),
    text("from", "of a distance: what it is measured from; of what is nearest: to what"),
    text("to", "of a distance: what it is measured to; of what is nearest: what is said to be"),
    text("legs", "which legs they speak of"),
    text("verdict", "agrees (it could be true), disagrees (figure and places can't both be right) or undetermined"),
    text(
        "finding",
        "what else was noticed: unit-slip, coordinate-slip, date-slip, longer-than-shortest, faster-than-usual, slower-than-usual",
    ),
    real("reported_km_min", "the least that the words can mean, in km"),
    real("reported_km_max", "the most that the words can mean, in km; empty if there is no end"),
    real("computed_km_min", "the least that was computed, in km"),
    real("computed_km_max", "the most that was computed, in km"),
    real("distance_km", "what was computed between the places' own positions, in km"),
    text("unit", "what the figures of a claim that speaks of no distance count"),
    real("reported_min", "the least that the words can mean, in that unit"),
    real("reported_max", "the most that the words can mean, in that unit; empty if there is no end"),
    real("computed_min", "the least that was computed, in that unit"),
    real("computed_max", "the most that was computed, in that unit"),
    real("radius_needed_km", "how far off a place would have to be for the figure to be true, in km"),
    real("nearest_lat", "latitude of the nearest point of what was measured to, in degrees"),
    real("nearest_lon", "longitude of that point, in degrees"),
    text("measured_on", "the point of view, the data and its scale"),
    text("message", "the verdict in words"),
    text("readings", "verdicts on what else the words may have meant"),
    CREDIBILITY,
    SOURCES_OF,
    text("origins", "ids of the sources from which all of these have it, separated by semicolons"),
];

const BANDS: &[Attribute] = &[
    text("id", "that of the claim; `band` for a strip that the style gives itself"),
    text("label", "what it shows, in words"),
    text("around", "what it lies around"),
    text("claim", "id of the claim whose reported figure it shows"),
    text("country", "ISO 3166-1 code of the country that it is clipped to, that of the place that the claim speaks of"),
    real("reported_km_min", "how far its near edge is, in km"),
    real("reported_km_max", "how far its far edge is, in km"),
    SOURCES_OF,
];

const RINGS: &[Attribute] = &[
    text("id", "`ring-` and its number"),
    text("label", "how far from the place it lies, as the style says"),
    text("around", "id of the place that it lies around"),
    text("around_name", "what that is called"),
    real("distance_km", "how far from the place it lies, in km"),
];

const SOURCES: &[Attribute] = &[
    text("id", "the id in the route file"),
    text("title", "what it is called"),
    text("publisher", "who published it"),
    text("date", "when, as the route file says (EDTF)"),
    date("start", "the first day on which it can have been published"),
    date("end", "the last day on which it can have been published"),
    text("url", "where it can be read"),
    text("reliability", "A (completely reliable) to F (can't be judged), Admiralty scale"),
    CREDIBILITY,
    text("quotes", "ids of the sources that it repeats, separated by semicolons"),
];

/// All layers, in the order in which they are written.
pub const LAYERS: [Layer; 6] = [
    Layer { name: "places", meaning: "the places of the route", geometry: Geometry::Points, attributes: PLACES },
    Layer { name: "legs", meaning: "the moves, each with its track", geometry: Geometry::Lines, attributes: LEGS },
    Layer {
        name: "claims",
        meaning: "the reported figures, each with the line that was measured",
        geometry: Geometry::Lines,
        attributes: CLAIMS,
    },
    Layer {
        name: "bands",
        meaning: "the strip between a reported figure's ends that the map shades; left out where it shades none",
        geometry: Geometry::Areas,
        attributes: BANDS,
    },
    Layer {
        name: "rings",
        meaning: "the circles around a place that the map shows; left out where it shows none",
        geometry: Geometry::Lines,
        attributes: RINGS,
    },
    Layer { name: "sources", meaning: "who said it", geometry: Geometry::Nothing, attributes: SOURCES },
];

/// The ground that the route is drawn on, in a `GeoPackage` that goes with a project of QGIS.
pub const GROUND: [Layer; 4] = [
    Layer {
        name: "land",
        meaning: "land and islands, Natural Earth",
        geometry: Geometry::Areas,
        attributes: &[text("scale", "the scale that it is drawn for")],
    },
    Layer {
        name: "lakes",
        meaning: "lakes and reservoirs, Natural Earth",
        geometry: Geometry::Areas,
        attributes: &[text("scale", "the scale that it is drawn for"), integer("rank", "0 for the largest, up to 7")],
    },
    Layer {
        name: "coasts",
        meaning: "the outlines of land, without the edges where it is cut, Natural Earth",
        geometry: Geometry::Lines,
        attributes: &[text("scale", "the scale that it is drawn for")],
    },
    Layer {
        name: "borders",
        meaning: "land borders in the route's point of view, Natural Earth",
        geometry: Geometry::Lines,
        attributes: &[
            text("scale", "the scale that it is drawn for"),
            text("class", "international, disputed, line-of-control, indefinite or lease"),
            text("boundaries", "the point of view: recognised or de-facto"),
        ],
    },
];

/// What a feature of GeoJSON has besides, for programs that draw by them (simplestyle 1.1.0).
pub const SIMPLESTYLE: [Attribute; 9] = [
    text("title", "what to call it"),
    text("stroke", "colour of a line"),
    real("stroke-width", "width of a line, in pixels"),
    real("stroke-opacity", "opacity of a line, from 0 to 1"),
    text("fill", "colour of an area"),
    real("fill-opacity", "opacity of an area, from 0 to 1"),
    text("marker-color", "colour of a marker"),
    text("marker-size", "size of a marker: small, medium or large"),
    text("marker-symbol", "what stands in a marker"),
];
