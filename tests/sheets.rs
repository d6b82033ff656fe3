//! Every shipped route in every named size and every theme: a sheet that can be printed as it comes.

#![allow(clippy::unwrap_used, reason = "tests: one that cannot go on has failed")]

use std::sync::OnceLock;

use portolan::canvas::Rect;
use portolan::route::{self, Boundaries, PRESETS, Size, Theme};
use portolan::sheet::{Label, Picture, Sheet};
use portolan::world::{CountryLabel, country_labels};
use portolan::{Journey, diagnostic::Severity};

/// A chain by all modes, two of its legs too short for the main map; and one across the date line.
const MORE: [(&str, &str); 2] = [
    (
        "chain",
        "title = \"From the mine to the mill\"
         [[legs]]\nmode = \"road\"\nfrom = \"Lubumbashi, CD\"\nto = \"Ndola, ZM\"\n
         [[legs]]\nmode = \"rail\"\nfrom = \"Ndola, ZM\"\nto = \"Dar es Salaam, TZ\"\ncertainty = \"inferred\"\n
         [[legs]]\nmode = \"sea\"\nfrom = \"Dar es Salaam, TZ\"\nto = \"Rotterdam, NL\"\nvia = [\"Port Said, EG\"]\n
         [[legs]]\nmode = \"inland-waterway\"\nfrom = \"Rotterdam, NL\"\nto = \"Duisburg, DE\"\ncertainty = \"confirmed\"\n
         [[legs]]\nmode = \"air\"\nfrom = \"Duisburg, DE\"\nto = \"unknown\"\n",
    ),
    ("pacific", "title = \"t\"\n[[legs]]\nmode = \"air\"\nfrom = \"Shanghai, CN\"\nto = \"Los Angeles, US\"\n"),
];

/// A journey on a sheet of this size and theme; it is laid but once.
fn compose(journey: &Journey, size: Size, theme: Theme) -> Sheet {
    let mut journey = journey.clone();
    (journey.route.style.size, journey.route.style.theme) = (size, theme);
    Sheet::compose(&journey).unwrap()
}

fn lay(text: &str, sets: &[String]) -> Journey {
    Journey::lay(route::read_text("route.toml", text, sets, None).unwrap().route).unwrap()
}

/// Each with its name.
fn journeys() -> &'static [(String, Journey)] {
    static JOURNEYS: OnceLock<Vec<(String, Journey)>> = OnceLock::new();
    JOURNEYS.get_or_init(|| routes().into_iter().map(|(name, text)| (name, lay(&text, &[]))).collect())
}

fn routes() -> Vec<(String, String)> {
    let mut routes: Vec<(String, String)> = std::fs::read_dir("data/routes")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    routes.sort();
    routes.extend(MORE.map(|(name, text)| (name.to_owned(), text.to_owned())));
    routes
}

/// What `work` makes of each, in their order, on two threads.
fn in_parallel<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (one, other) = all.split_at(all.len() / 2);
    let work = |some: &[T]| some.iter().map(&work).collect::<Vec<R>>();
    std::thread::scope(|scope| {
        let other = scope.spawn(|| work(other));
        let mut results = work(one);
        results.extend(other.join().unwrap());
        results
    })
}

/// Each with what it is, for messages. Composed once.
fn sheets() -> &'static [(String, Sheet)] {
    static SHEETS: OnceLock<Vec<(String, Sheet)>> = OnceLock::new();
    SHEETS.get_or_init(|| {
        let sheets = |(name, journey): &(String, Journey)| {
            PRESETS.map(|(size, pixels)| (format!("{name}, {size}"), compose(journey, pixels, Theme::Light)))
        };
        in_parallel(journeys(), sheets).into_iter().flatten().collect()
    })
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1
}

#[test]
fn no_words_cover_other_words() {
    for (what, sheet) in sheets() {
        for (at, Label { text, rect }) in sheet.labels.iter().enumerate() {
            for other in &sheet.labels[at + 1..] {
                assert!(!overlap(*rect, other.rect), "{what}: {text} {rect:?} and {other:?}");
            }
        }
    }
}

/// Whether the words are the name of a country: nothing else on a map is in capitals alone.
fn is_country(label: &Label) -> bool {
    let letters: Vec<char> = label.text.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.len() > 3 && letters.iter().all(|letter| letter.is_uppercase())
}

#[test]
fn a_map_of_half_the_size_names_as_many_countries() {
    for (name, journey) in journeys() {
        let named =
            |size: Size| compose(journey, size, Theme::Light).labels.iter().filter(|label| is_country(label)).count();
        let (whole, half) = (named(Size::new(2400, 1350)), named(Size::new(1200, 675)));
        // Letters are set to whole pixels: one or the other name may find room on one map only.
        assert!(whole > 0 && whole.abs_diff(half) * 5 <= whole, "{name}: {whole} and {half}");
    }
}

#[test]
fn panels_cover_neither_each_other_nor_words_nor_markers() {
    for (what, sheet) in sheets() {
        for (at, panel) in sheet.panels.iter().enumerate() {
            for other in &sheet.panels[at + 1..] {
                assert!(!overlap(panel.rect, other.rect), "{what}: {panel:?} and {other:?}");
            }
            for label in &sheet.labels {
                let on_inset = panel.text == "inset" && holds(panel.rect, label.rect);
                assert!(on_inset || !overlap(panel.rect, label.rect), "{what}: {panel:?} and {label:?}");
            }
            for marker in &sheet.markers {
                assert!(!overlap(panel.rect, *marker), "{what}: {panel:?} and a marker at {marker:?}");
            }
        }
    }
}

#[test]
fn no_words_cover_a_marker() {
    for (what, sheet) in sheets() {
        for label in &sheet.labels {
            for marker in &sheet.markers {
                let on_inset = sheet.panels.iter().any(|panel| holds(panel.rect, label.rect));
                assert!(on_inset || !overlap(label.rect, *marker), "{what}: {label:?} and a marker at {marker:?}");
            }
        }
    }
}

#[test]
fn nothing_that_is_to_be_read_leaves_the_page() {
    for (what, sheet) in sheets() {
        let page = Rect::new(0.0, 0.0, f64::from(sheet.size().width), f64::from(sheet.size().height));
        for Label { text, rect } in sheet.labels.iter().chain(&sheet.panels) {
            assert!(holds(page, *rect), "{what}: {text} {rect:?}");
        }
        let cut = sheet.diagnostics.iter().find(|found| found.kind.id == "sheet/words-cut");
        assert!(cut.is_none(), "{what}: {cut:?}");
        assert!(sheet.diagnostics.iter().all(|found| found.severity != Severity::Error), "{what}");
    }
}

#[test]
fn the_legend_explains_what_is_drawn_and_nothing_else() {
    for (what, sheet) in sheets().iter().filter(|(what, _)| what.starts_with("chain")) {
        let expected = [
            "By sea, reported",
            "By inland waterway, confirmed",
            "By rail, inferred",
            "By road, reported",
            "Named place",
            "Stop on the way",
            "Nobody says where",
        ];
        assert_eq!(sheet.legend, expected, "{what}");
    }
    let shipped = sheets().iter().filter(|(what, _)| what.contains("najin")).map(|(_, sheet)| &sheet.legend);
    for legend in shipped {
        assert_eq!(legend.first().map(String::as_str), Some("By sea, reported"));
        assert!(legend.iter().any(|row| row == "Distance that was checked"), "{legend:?}");
        assert!(!legend.iter().any(|row| row.contains("road") || row == "Nobody says where"), "{legend:?}");
    }
}

#[test]
fn a_leg_too_short_for_the_map_has_an_inset_and_its_ends_are_named_there() {
    for (what, sheet) in sheets().iter().filter(|(what, _)| what.contains("najin")) {
        let insets: Vec<Rect> =
            sheet.panels.iter().filter(|panel| panel.text == "inset").map(|panel| panel.rect).collect();
        assert_eq!(insets.len(), 2, "{what}");
        for name in ["Najin", "Dunay", "201 km (125 mi)"] {
            let mut named = sheet.labels.iter().filter(|label| label.text == name);
            assert!(named.any(|label| insets.iter().any(|inset| holds(*inset, label.rect))), "{what}: {name}");
        }
        // Too long for an inset of a narrow column: there it stands on the main map.
        let depot = "Ammunition depot near Tikhoretsk";
        assert!(sheet.labels.iter().any(|label| label.text == depot), "{what}: {depot}");
    }
}

#[test]
fn on_a_tall_page_the_panels_of_a_wide_route_stand_below_its_map() {
    let of = |sheet: &Sheet, what: &[&str]| -> Vec<Rect> {
        sheet.panels.iter().filter(|panel| what.contains(&panel.text.as_str())).map(|panel| panel.rect).collect()
    };
    for size in ["portrait", "a4", "column"] {
        let (what, sheet) =
            sheets().iter().find(|(name, _)| name.contains("najin") && name.ends_with(&format!(" {size}"))).unwrap();
        let below = of(sheet, &["inset", "claims", "legend"]);
        assert_eq!(below.len(), 4, "{what}");
        let bar = of(sheet, &["scale bar"])[0];
        let top = below.iter().map(|panel| panel.y0).fold(f64::MAX, f64::min);
        assert!(sheet.legs.iter().flatten().all(|at| at[1] < top) && bar.y1 < top, "{what}: {below:?}");
    }
}

#[test]
fn sizes_that_are_named_after_paper_are_as_large_as_it() {
    let (_, text) = &routes()[0];
    let page = |size: &str, scale: &str| {
        let sets = [format!("style.size={size}"), format!("style.scale={scale}")];
        let pdf = Sheet::compose(&lay(text, &sets)).unwrap().draw(Picture::Pdf).unwrap();
        let pdf = String::from_utf8_lossy(&pdf).into_owned();
        let media = pdf.split("/MediaBox[0 0 ").nth(1).unwrap().split(']').next().unwrap().to_owned();
        media.split(' ').map(|points| points.parse::<f64>().unwrap()).collect::<Vec<f64>>()
    };
    for scale in ["1", "2"] {
        // 210 × 297 mm in points, and 80 mm.
        let a4 = page("a4", scale);
        assert!((a4[0] - 595.3).abs() < 0.5 && (a4[1] - 841.9).abs() < 0.5, "{a4:?}");
        let column = page("column", scale);
        assert!((column[0] - 226.8).abs() < 0.5, "{column:?}");
    }
}

#[test]
fn a_column_is_as_tall_as_its_map_needs() {
    let height = |name: &str| {
        let (_, sheet) = sheets().iter().find(|(what, _)| what.contains(name) && what.ends_with(" column")).unwrap();
        sheet.size().height
    };
    // Across the Pacific from left to right; from Odesa down to Tartus.
    assert!(height("shanghai-los-angeles") + 300 < height("odesa-istanbul"));
    let most = PRESETS.iter().find(|(name, _)| *name == "column").unwrap().1.height;
    assert!(height("odesa-istanbul") < most);
}

#[test]
fn a_country_of_the_story_is_named_or_told_to_be_missing() {
    for ((name, journey), sheets) in journeys().iter().zip(sheets().chunks(PRESETS.len())) {
        for (what, sheet) in sheets {
            assert!(what.starts_with(name.as_str()));
            for code in journey.countries() {
                let is_of = |label: &CountryLabel| label.country.code == code && label.rank < 10;
                let label = country_labels(Boundaries::Recognised).find(is_of).unwrap();
                let word = label.short_name.to_uppercase();
                let ending = format!(", {}", label.short_name);
                let names = |text: &str| text.to_uppercase() == word || text.ends_with(&ending);
                let is_named = sheet.labels.iter().any(|label| names(&label.text));
                let is_told = sheet.diagnostics.iter().any(|found| found.message.contains(&format!("`{word}`")));
                assert!(is_named != is_told, "{what}: {word}");
            }
        }
    }
}

/// Whether a sheet bears these words.
fn bears(sheet: &Sheet, words: &str) -> bool {
    sheet.labels.iter().any(|label| label.text == words)
}

#[test]
fn a_country_whose_land_the_map_does_not_show_stands_behind_its_port() {
    let text = "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Dover, GB\"\nto = \"Calais, FR\"\n";
    let sheet = Sheet::compose(&lay(text, &[])).unwrap();
    for name in ["Dover, United Kingdom", "Calais, France"] {
        assert!(bears(&sheet, name), "{name}: {:?}", sheet.labels);
    }
    assert!(!sheet.diagnostics.iter().any(|found| found.kind.id == "sheet/label-left-out"), "{:?}", sheet.diagnostics);
}

#[test]
fn a_map_of_a_region_names_towns_and_one_of_a_continent_the_countries_on_the_way() {
    let text = "title = \"t\"\n[[legs]]\nmode = \"road\"\nfrom = \"Rotterdam, NL\"\nto = \"Duisburg, DE\"\n";
    let region = Sheet::compose(&lay(text, &[])).unwrap();
    for town in ["Breda", "Eindhoven", "Venlo"] {
        assert!(bears(&region, town), "{town}: {:?}", region.labels);
    }
    let (_, continent) = sheets().iter().find(|(what, _)| what.contains("yiwu") && what.ends_with(" wide")).unwrap();
    for country in ["FRANCE", "GERMANY", "POLAND", "RUSSIA", "KAZAKHSTAN"] {
        assert!(bears(continent, country), "{country}: {:?}", continent.labels);
    }
}

#[test]
fn a_band_is_labelled_in_miles_and_kilometres() {
    let (_, sheet) = sheets().iter().find(|(what, _)| what.contains("depot") && what.ends_with(" wide")).unwrap();
    assert!(bears(sheet, "about 290 mi (467 km)"), "{:?}", sheet.labels);
    assert!(
        sheet.legend.contains(&"About 290 mi (467 km) from the border of Ukraine".to_owned()),
        "{:?}",
        sheet.legend
    );
}

#[test]
fn a_map_within_one_country_names_it_and_needs_no_inset() {
    let place = |id: &str, lat: f64, lon: f64| {
        format!("[places.{id}]\nname = \"{id}\"\ncountry = \"DE\"\nlat = {lat}\nlon = {lon}\n")
    };
    let (from, to) = (place("Blankenese", 53.556, 9.80), place("Peutehafen", 53.53, 10.04));
    let text =
        format!("title = \"t\"\n{from}{to}[[legs]]\nmode = \"road\"\nfrom = \"Blankenese\"\nto = \"Peutehafen\"\n");
    let sheet = Sheet::compose(&lay(&text, &[])).unwrap();
    assert!(sheet.labels.iter().any(|label| label.text == "GERMANY"), "{:?}", sheet.labels);
    assert!(sheet.panels.iter().all(|panel| panel.text != "inset"), "{:?}", sheet.panels);
    let long = sheet.legs[0].first().unwrap()[0] - sheet.legs[0].last().unwrap()[0];
    assert!(long.abs() > 0.3 * f64::from(sheet.size().width), "{long}");
}

#[test]
fn a_sea_that_a_leg_crosses_is_named_although_the_leg_runs_through_its_middle() {
    let named = |what: &str, size: &str, sea: &str| {
        let (_, sheet) =
            sheets().iter().find(|(name, _)| name.contains(what) && name.ends_with(&format!(" {size}"))).unwrap();
        assert!(sheet.labels.iter().any(|label| label.text == sea), "{what}, {size}: {:?}", sheet.labels);
    };
    for size in ["wide", "square"] {
        named("izov-dostyk", size, "Caspian Sea");
        named("izov-dostyk", size, "Black Sea");
        named("hammerfest-boryeong", size, "Bering Sea");
    }
}

#[test]
fn a_map_that_would_show_more_than_half_of_the_earth_from_above_shows_it_as_a_world_map() {
    let text =
        "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Odesa, UA\"\nto = \"Mombasa, KE\"\navoid = [\"suez\"]\n";
    let taken = |size: &str| {
        let sheet = Sheet::compose(&lay(text, &[format!("style.size={size}")])).unwrap();
        sheet.diagnostics.iter().find(|found| found.kind.id == "sheet/projection").unwrap().message.clone()
    };
    assert!(taken("wide").contains("Equal Earth"), "{}", taken("wide"));
    assert!(taken("square").contains("azimuthal"), "{}", taken("square"));
}

#[test]
fn rings_are_labelled_and_explained_and_lie_on_the_map() {
    let sets = ["style.rings={ around = \"Kyiv, UA\", distances = [\"150 km\", \"200 mi\"] }".to_owned()];
    let text = "title = \"t\"\n[[legs]]\nmode = \"road\"\nfrom = \"Lviv, UA\"\nto = \"Odesa, UA\"\n";
    let sheet = Sheet::compose(&lay(text, &sets)).unwrap();
    assert!(sheet.legend.contains(&"150 km and 200 mi from Kyiv".to_owned()), "{:?}", sheet.legend);
    for label in ["150 km", "200 mi", "Kyiv"] {
        assert!(sheet.labels.iter().any(|on_map| on_map.text == label), "{label}: {:?}", sheet.labels);
    }
    let without =
        Sheet::compose(&lay(text, &["style.rings={ around = \"unknown\", distances = [\"9 km\"] }".to_owned()]));
    assert!(without.unwrap().diagnostics.iter().any(|found| found.kind.id == "sheet/no-rings"));
}

#[test]
fn countries_seas_and_cities_are_named_in_the_language_that_is_asked_for() {
    let text = "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Odesa, UA\"\nto = \"Varna, BG\"\n";
    for (language, names) in
        [("uk", ["УКРАЇНА", "Чорне море", "Одеса", "Бухарест"]), ("ru", ["УКРАИНА", "Чёрное море", "Одесса", "Варна"])]
    {
        let sheet = Sheet::compose(&lay(text, &[format!("style.language={language}")])).unwrap();
        for name in names {
            assert!(sheet.labels.iter().any(|label| label.text == name), "{name}: {:?}", sheet.labels);
        }
        assert!(!sheet.labels.iter().any(|label| label.text == "UKRAINE" || label.text == "Bucharest"), "{language}");
    }
    // What the file describes is called what it says.
    let own =
        format!("{text}[places.Odesa]\nname = \"Odesa roads\"\nlat = 46.5\nlon = 30.8\n").replace("Odesa, UA", "Odesa");
    let sheet = Sheet::compose(&lay(&own, &["style.language=uk".to_owned()])).unwrap();
    assert!(sheet.labels.iter().any(|label| label.text == "Odesa roads"), "{:?}", sheet.labels);
    // The embedded font has no Korean letters.
    let missing = Sheet::compose(&lay(text, &["style.language=ko".to_owned()])).err().unwrap();
    assert_eq!(missing[0].kind.id, "text/missing-glyph");
}

#[test]
fn a_theme_changes_colours_and_nothing_else() {
    in_parallel(journeys(), |(name, journey)| {
        for (size, pixels) in PRESETS {
            let light = &sheets().iter().find(|(what, _)| *what == format!("{name}, {size}")).unwrap().1;
            for (word, theme) in Theme::NAMES.into_iter().filter(|(_, theme)| *theme != Theme::Light) {
                let other = compose(journey, pixels, theme);
                assert_eq!(light.labels, other.labels, "{name}, {size}, {word}");
                assert_eq!(light.panels, other.panels, "{name}, {size}, {word}");
            }
        }
    });
}

#[test]
fn a_scale_of_two_gives_the_same_sheet_with_twice_the_pixels() {
    let sets = ["style.size=square".to_owned(), "style.scale=2".to_owned()];
    let [one, two] = [&sets[..1], &sets[..]].map(|sets| Sheet::compose(&lay(MORE[1].1, sets)).unwrap());
    assert_eq!((two.size().width, two.size().height), (3600, 3600));
    let texts = |sheet: &Sheet| sheet.panels.iter().map(|label| label.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&one), texts(&two));
}

#[test]
fn the_same_sheet_is_drawn_with_the_same_bytes() {
    let (_, text) = &routes()[0];
    for theme in ["light", "mono"] {
        let sets = ["style.size=column".to_owned(), format!("style.theme={theme}")];
        let svg = |_| Sheet::compose(&lay(text, &sets)).unwrap().draw(Picture::Svg).unwrap();
        assert!(svg(1) == svg(2), "{theme}");
    }
}
