//! What stands on a map: nothing covers anything else.

#![allow(clippy::unwrap_used, reason = "tests: one that cannot go on has failed")]

use portolan::canvas::Rect;
use portolan::sheet::{Label, Sheet};
use portolan::{Journey, route};

fn sheet(text: &str, sets: &[&str]) -> Sheet {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    let reading = route::read_text("route.toml", text, &sets, None).unwrap();
    Sheet::compose(&Journey::lay(reading.route).unwrap()).unwrap()
}

fn sheets() -> Vec<Sheet> {
    let shipped = std::fs::read_to_string("data/routes/najin-tikhoretsk.toml").unwrap();
    let pacific = "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Shanghai, CN\"\nto = \"Los Angeles, US\"\n";
    let africa = "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Rotterdam, NL\"\nto = \"Lagos, NG\"\nvia = [\"Gibraltar\"]\n\
                  [[legs]]\nmode = \"air\"\nfrom = \"Lagos, NG\"\nto = \"unknown\"\n\
                  [[claims]]\nsays = \"500 mi\"\ndistance = { from = \"Kano, NG\", to = \"coast\" }\n";
    let mut sheets = Vec::new();
    for text in [&shipped, pacific, africa] {
        for size in ["2400x1350", "1600x1600", "1200x1500"] {
            sheets.push(sheet(text, &[&format!("style.size={size}")]));
        }
    }
    sheets
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

#[test]
fn no_words_cover_other_words_or_a_panel() {
    for sheet in sheets() {
        assert!(sheet.labels.len() > 5);
        for (at, Label { text, rect }) in sheet.labels.iter().enumerate() {
            for other in &sheet.labels[at + 1..] {
                assert!(!overlap(*rect, other.rect), "{text} {rect:?} and {other:?}");
            }
        }
    }
}

#[test]
fn no_words_lie_on_a_leg() {
    for sheet in sheets() {
        for line in &sheet.legs {
            for ends in line.windows(2) {
                for step in 0..=20 {
                    let along = |axis: usize| ends[0][axis] + (ends[1][axis] - ends[0][axis]) * f64::from(step) / 20.0;
                    let (x, y) = (along(0), along(1));
                    for Label { text, rect } in &sheet.labels {
                        let inside = rect.x0 < x && x < rect.x1 && rect.y0 < y && y < rect.y1;
                        assert!(!inside, "{text} {rect:?} lies on a leg at {x}, {y}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_countries_that_a_route_is_about_are_named() {
    let shipped = std::fs::read_to_string("data/routes/najin-tikhoretsk.toml").unwrap();
    let sheet = sheet(&shipped, &[]);
    for name in ["RUSSIA", "NORTH KOREA", "UKRAINE", "Najin", "Dunay", "Ammunition depot near Tikhoretsk", "Irkutsk"] {
        assert!(sheet.labels.iter().any(|label| label.text == name), "{name}");
    }
}
