//! `portolan map` on sheets that are too small, and with words that are too many.

use crate::program::{Run, SHIPPED, portolan, route, str};

const LEG: &str = "[places.a]\nlat = 50.0\nlon = 10.0\n[places.b]\nlat = 51.0\nlon = 12.0\n\
                   [[legs]]\nmode = \"rail\"\nfrom = \"a\"\nto = \"b\"\n";

/// Draws a route; the picture as SVG, and the run.
fn draw(route: &str, size: &str) -> (String, Run) {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("a.svg");
    let run = portolan(&["map", route, "--size", size, "-o", str(&svg)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    (std::fs::read_to_string(svg).unwrap(), run)
}

/// The words of a layer with the heights of their baselines, in the order in which they are drawn.
fn words<'a>(svg: &'a str, layer: &str) -> Vec<(&'a str, f64)> {
    let start = svg.find(&format!("<g id=\"{layer}\"")).unwrap();
    let rest = &svg[start..];
    let group = rest.split("role=\"group\"").nth(1).unwrap();
    group
        .split("role=\"img\" aria-label=\"")
        .skip(1)
        .map(|text| {
            let (label, rest) = text.split_once('"').unwrap();
            let at = rest.split_once("translate(").unwrap().1.split_once(')').unwrap().0;
            (label, at.split_once(' ').unwrap().1.parse().unwrap())
        })
        .collect()
}

/// Header and footer run down the page, line below line, and everything stands on it.
fn nothing_runs_into_anything(svg: &str, height: f64) {
    let furniture = words(svg, "furniture");
    assert!(furniture.len() >= 3);
    for pair in furniture.windows(2) {
        assert!(pair[0].1 < pair[1].1, "{pair:?}");
    }
    for (text, y) in furniture.into_iter().chain(words(svg, "panels")) {
        assert!((0.0..height).contains(&y), "`{text}` stands at {y} of {height}");
    }
}

#[test]
fn on_a_sheet_of_any_shape_the_words_leave_room_for_the_map_and_each_other() {
    for (size, height) in [("100x100", 100.0), ("200x150", 150.0), ("2400x100", 100.0), ("100x2400", 2400.0)] {
        let (svg, run) = draw(SHIPPED, size);
        nothing_runs_into_anything(&svg, height);
        assert!(run.stderr.contains("sheet/small-type"), "{size}: {}", run.stderr);
    }
    let (_, run) = draw(SHIPPED, "1200x675");
    assert!(!run.stderr.contains("sheet/small-type"), "{}", run.stderr);
}

#[test]
fn words_that_are_too_many_are_cut_and_told() {
    let long = "All the words that there are. ".repeat(33);
    let text = format!("title = \"{long}\"\nsubtitle = \"{long}\"\nnote = \"{}\"\n{LEG}", "one\\n".repeat(60));
    let (_folder, path) = route(&text);
    let (svg, run) = draw(str(&path), "1200x675");
    nothing_runs_into_anything(&svg, 675.0);
    for name in ["title", "subtitle", "note"] {
        assert!(run.stderr.contains(&format!("the {name} is too long for the sheet")), "{}", run.stderr);
    }
    assert_eq!(words(&svg, "furniture").iter().filter(|(text, _)| text.ends_with('…')).count(), 3);
}

#[test]
fn claims_that_find_no_room_on_the_card_are_counted() {
    let mut text = format!("title = \"t\"\n{LEG}");
    for km in 1..=100 {
        text += &format!("[[claims]]\nsays = \"about {km} km\"\ndistance = {{ from = \"a\", to = \"b\" }}\n");
    }
    let (_folder, path) = route(&text);
    let (svg, run) = draw(str(&path), "1200x675");
    nothing_runs_into_anything(&svg, 675.0);
    let panels = words(&svg, "panels");
    let shown = panels.iter().filter(|(text, _)| text.starts_with("about")).count();
    assert!(shown > 10 && shown < 100);
    assert!(panels.iter().any(|(text, _)| *text == format!("and {} more", 100 - shown)), "{panels:?}");
    assert!(run.stderr.contains(&format!("no room for {} claims", 100 - shown)), "{}", run.stderr);
}

#[test]
fn a_map_without_anything_to_explain_has_no_legend() {
    let (_folder, path) = route("title = \"t\"\n[[legs]]\nmode = \"rail\"\nfrom = \"unknown\"\nto = \"unknown\"\n");
    let (svg, _) = draw(str(&path), "1200x675");
    let panels = words(&svg, "panels");
    assert!(!panels.is_empty() && panels.iter().all(|(text, _)| text.contains("scale")), "{panels:?}");
    // The ground of the words why there is no scale bar, and nothing else.
    let start = svg.find("<g id=\"panels\"").unwrap();
    let panels = &svg[start..svg.find("<g id=\"furniture\"").unwrap()];
    assert_eq!(panels.matches("<path").count(), 1, "{panels}");
}
