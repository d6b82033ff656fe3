//! The keys of places.

use super::top::FARTHEST_KM;
use super::{Key, Kind};

const FAR: Kind = Kind::Length { most_km: FARTHEST_KM };
const LATITUDE: Kind = Kind::Number { least: -90.0, most: 90.0, unit: "degrees" };
const LONGITUDE: Kind = Kind::Number { least: -180.0, most: 180.0, unit: "degrees" };
/// No leg is longer than round the earth and back.
const ALONG: Kind = Kind::Number { least: 0.0, most: 100_000.0, unit: "km" };
const BEARING: Kind = Kind::Number { least: -360.0, most: 360.0, unit: "degrees" };

pub static KEYS: &[Key] = &[
    Key::new("places", Kind::Named, "{ najin = { lat = 42.2333, lon = 130.3 } }", "the places that the report names"),
    Key::new(
        "places.*",
        Kind::Table,
        "{ lat = 42.2333, lon = 130.3 }",
        "a place, under the id that the file uses for it; without a position it counts as unknown",
    ),
    Key::new("places.*.name", Kind::Text, "\"Najin\"", "what the report calls it"),
    Key::new("places.*.country", Kind::Country, "\"KP\"", "the country that the report puts it in, as two letters"),
    Key::new("places.*.lat", LATITUDE, "42.2333", "latitude in degrees, north of the equator positive"),
    Key::new("places.*.lon", LONGITUDE, "130.3", "longitude in degrees, east of Greenwich positive"),
    Key::new("places.*.near", Kind::Place, "\"Tikhoretsk, RU\"", "a name that is looked up, in place of lat and lon"),
    Key::new(
        "places.*.on",
        Kind::Table,
        "{ leg = 1, towards = \"Tikhoretsk, RU\", distance = \"290 mi\", from = \"border of UA\" }",
        "a place that no report names, on a leg: where its track lies at a reported distance from something, or km along it",
    ),
    Key::new("places.*.on.leg", Kind::LegId, "1", "the leg that it lies on").required(),
    Key::new(
        "places.*.on.towards",
        Kind::Place,
        "\"Tikhoretsk, RU\"",
        "the place that the leg is laid to before it is cut",
    ),
    Key::new("places.*.on.distance", FAR, "\"290 mi\"", "how far away it is; the last point of the track that is"),
    Key::new("places.*.on.from", Kind::End, "\"border of UA\"", "what the distance is measured from"),
    Key::new("places.*.on.km", ALONG, "4000", "how far along the leg it is, in place of distance and from"),
    Key::new(
        "places.*.from",
        Kind::Table,
        "{ place = \"Najin, KP\", bearing = 45, distance = \"200 km\" }",
        "a place that no report names, in a direction and at a distance from another",
    ),
    Key::new("places.*.from.place", Kind::Place, "\"Najin, KP\"", "the place that it is measured from").required(),
    Key::new("places.*.from.bearing", BEARING, "45", "the direction in degrees, clockwise from north").required(),
    Key::new("places.*.from.distance", FAR, "\"200 km\"", "how far it is, straight on").required(),
    Key::new("places.*.radius", FAR, "\"10 km\"", "how well the position is known").default("10 km with near, else 0"),
    Key::new("places.*.stay", Kind::Days, "\"3 d\"", "how long the cargo stayed there: days, weeks or hours"),
    Key::new("places.*.sources", Kind::List(&Kind::SourceId), "[\"white-house\"]", "the sources that name it"),
];
