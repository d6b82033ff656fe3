//! Countries at 1:10m: their codes, names and outlines in both points of view.

use std::sync::OnceLock;

use geo::{MultiPolygon, Point, Polygon, Rect, point};

use super::Boundaries;
use super::embedded::Embedded;
use super::gazetteer::fold;
use super::parts::{Part, parts};

static TABLE: Embedded = Embedded::plain(include_bytes!("../../data/world/countries.tsv"));
static NAMES: Embedded = Embedded::packed(include_bytes!("../../data/world/country_names.tsv.deflate"));

/// A country, or a part of the world that Natural Earth keeps apart from all countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 (Natural Earth's `ISO_A2_EH`), `XK` for Kosovo; empty where there is none, such as on Bir Tawil.
    pub code: &'static str,
    /// Natural Earth's `ADM0_A3`, which every part has.
    pub a3: &'static str,
    /// Its English name.
    pub name: &'static str,
}

impl Country {
    /// The name with its article, if it has one: `Ukraine`, `the Netherlands`.
    ///
    /// # Example
    /// ```
    /// let name = |code| portolan::world::country(code).unwrap().in_a_sentence();
    /// assert_eq!((name("UA").as_str(), name("NL").as_str()), ("Ukraine", "the Netherlands"));
    /// ```
    pub fn in_a_sentence(&self) -> String {
        let starts = ["United ", "Democratic Republic", "Republic of", "Federated States"];
        let ends = ["Islands", " Republic", " Territory", " Territories"];
        let has_article = starts.iter().any(|start| self.name.starts_with(start))
            || ends.iter().any(|end| self.name.ends_with(end))
            || ["Netherlands", "Philippines", "Maldives", "Seychelles"].contains(&self.name);
        if has_article {
            return format!("the {}", self.name);
        }
        self.name.strip_prefix("The ").map_or(self.name.to_owned(), |name| format!("the {name}"))
    }
}

/// Where the name of a country stands on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountryLabel {
    /// Whose name it is.
    pub country: Country,
    /// The name as short as Natural Earth writes it on maps: `N. Cyprus`, `Dem. Rep. Congo`.
    pub short_name: &'static str,
    /// The middle of the label.
    pub position: Point,
    /// The zoom level of a web map from which Natural Earth shows it.
    pub min_zoom: f64,
    /// The zoom level up to which Natural Earth shows it.
    pub max_zoom: f64,
    /// How important it is: 2 for the largest countries, 10 for the least.
    pub rank: u8,
}

struct Row {
    label: CountryLabel,
    /// Whether it is the one meant by its code, of several that share it.
    is_main: bool,
    is_recognised: bool,
}

/// The country of an ISO 3166-1 alpha-2 code, in capitals. Of several parts that share it (`AU`: Australia, its Indian
/// Ocean territories …) the main one. `None` for a code that Natural Earth gives to no country: `GF` is a part of `FR` there.
///
/// # Example
/// ```
/// assert_eq!(portolan::world::country("KP").unwrap().name, "North Korea");
/// ```
pub fn country(code: &str) -> Option<Country> {
    main_row(code).map(|(_, row)| row.label.country)
}

/// The country of that name: its English name in any of the usual forms, or its alpha-2 or alpha-3 code. Case, accents
/// and punctuation don't matter.
///
/// # Example
/// ```
/// assert_eq!(portolan::world::country_by_name("Russian Federation").unwrap().code, "RU");
/// assert_eq!(portolan::world::country_by_name("U.K.").unwrap().code, "GB");
/// ```
pub fn country_by_name(name: &str) -> Option<Country> {
    country(code_by_name(name)?)
}

/// Whether a country has this ISO 3166-1 alpha-2 code, in capitals; also one without an outline of its own, as `GF`.
///
/// # Example
/// ```
/// assert!(portolan::world::is_country_code("GF") && !portolan::world::is_country_code("ZZ"));
/// ```
pub fn is_country_code(code: &str) -> bool {
    names().iter().any(|(_, known)| *known == code)
}

/// The outline of a country at 1:10m, as far as `view` counts it to the country, in as many polygons as it has parts.
/// Exteriors are counter-clockwise. Rings are cut at ±180° and, for Antarctica, at 90° S: those edges are not border.
/// `None` if no country has the code.
///
/// # Example
/// ```
/// use portolan::world::{Boundaries, country_shape};
/// use geo::{Intersects, point};
///
/// let simferopol = point!(x: 34.1, y: 44.95);
/// assert!(country_shape("UA", Boundaries::Recognised).unwrap().intersects(&simferopol));
/// assert!(country_shape("RU", Boundaries::DeFacto).unwrap().intersects(&simferopol));
/// ```
pub fn country_shape(code: &str, view: Boundaries) -> Option<MultiPolygon> {
    let (index, _) = main_row(code)?;
    Some(parts().iter().filter(|part| part.owner(view) == Some(index)).map(Part::polygon).collect())
}

/// The parts of all countries whose bounding box meets one of the rectangles and is at least `min_degrees` wide or high,
/// each with the `ADM0_A3` of the country that it counts to in that view. Of each there is only the exterior ring, with
/// about `vertices` of its vertices: enough to see how a country lies on a map.
pub fn country_sketches(
    view: Boundaries,
    within: &[Rect],
    min_degrees: f64,
    vertices: usize,
) -> Vec<(&'static str, Polygon)> {
    let owner = |part: &Part| Some(rows().get(part.owner(view)?)?.label.country.a3);
    let shown = parts().iter().filter(|part| part.shows(within, min_degrees));
    shown.filter_map(|part| Some((owner(part)?, part.sketch(vertices)))).collect()
}

/// The country that the point is in; `None` at sea. Any longitude is taken.
pub fn country_at(point: Point, view: Boundaries) -> Option<Country> {
    let point = point!(x: (point.x() + 180.0).rem_euclid(360.0) - 180.0, y: point.y());
    let mut owned = parts().iter().filter_map(|part| Some((part, part.owner(view)?)));
    let (_, owner) = owned.find(|(part, _)| part.holds(point))?;
    rows().get(owner).map(|row| row.label.country)
}

/// The labels of all countries that the view has, in no particular order.
pub fn country_labels(view: Boundaries) -> impl Iterator<Item = CountryLabel> {
    rows().iter().filter(move |row| row.is_recognised || view == Boundaries::DeFacto).map(|row| row.label)
}

/// The ISO code of a country by its name or code; also of those that have no outline of their own.
pub(super) fn code_by_name(name: &str) -> Option<&'static str> {
    let key = fold(name);
    let found = names().binary_search_by(|(known, _)| known.cmp(&key.as_str())).ok()?;
    names().get(found).map(|(_, code)| *code)
}

/// Folded names, sorted, and the codes of the countries that bear them.
fn names() -> &'static [(&'static str, &'static str)] {
    static PAIRS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    PAIRS.get_or_init(|| NAMES.text().lines().filter_map(|line| line.split_once('\t')).collect())
}

fn main_row(code: &str) -> Option<(usize, &'static Row)> {
    rows().iter().enumerate().find(|(_, row)| row.is_main && row.label.country.code == code)
}

fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| TABLE.text().lines().filter_map(row).collect())
}

/// A line of the table; its columns are told in `data/build/countries.py`.
fn row(line: &'static str) -> Option<Row> {
    let mut columns = line.split('\t');
    let (code, a3) = (columns.next()?, columns.next()?);
    let is_main = columns.next()? == "main";
    let is_recognised = columns.next()? == "recognised";
    let (name, short_name) = (columns.next()?, columns.next()?);
    let mut number = || columns.next()?.parse::<f64>().ok();
    let position = point!(x: number()?, y: number()?);
    let (min_zoom, max_zoom, rank) = (number()?, number()?, number()? as u8);
    let country = Country { code, a3, name };
    Some(Row {
        label: CountryLabel { country, short_name, position, min_zoom, max_zoom, rank },
        is_main,
        is_recognised,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_they_are_looked_up() {
        assert!(names().is_sorted_by(|(one, _), (next, _)| one < next));
    }
}
