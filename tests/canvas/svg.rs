use portolan::canvas::{Canvas, Color, Face, FillRule, Fonts, Halo, Lettering, Metadata, Point, Stroke, SvgCanvas};

use crate::{BLUE, RED, page, regular, square, svg_file};

#[test]
fn hostile_text_stays_text_in_svg() {
    let fonts = Fonts::embedded();
    let hostile = "<script>alert(\"&'\")</script>\nnext";
    let run = fonts.shape(hostile, regular(16.0)).unwrap();
    let metadata = Metadata { title: hostile.into(), description: "\u{0}\u{1b}]]>".into(), ..Metadata::default() };
    let mut canvas = SvgCanvas::new(page(200, 100), Color::WHITE, &metadata);
    canvas.begin_group(hostile);
    canvas.glyphs(&run, Point::new(10.0, 50.0), 0.0, Color::BLACK, None);
    canvas.end_group();
    let mut file = Vec::new();
    canvas.write(&mut file).unwrap();
    let svg = String::from_utf8(file).unwrap();
    let escaped = "&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;&#10;next";
    assert!(!svg.contains("<script") && !svg.contains(['\0', '\u{1b}']) && !svg.contains("]]>"));
    assert!(svg.contains(&format!("aria-label=\"{escaped}\"")) && svg.contains(&format!("<title>{escaped}</title>")));
    assert!(svg.contains("<g id=\"script-alert-script-next\""), "{svg}");
}

#[test]
fn a_glyph_is_defined_once_in_svg() {
    let fonts = Fonts::embedded();
    let run = fonts.shape("noon", regular(16.0)).unwrap();
    let svg = svg_file(|canvas| {
        canvas.glyphs(&run, Point::new(10.0, 20.0), 0.0, Color::BLACK, None);
        canvas.glyphs(&run, Point::new(10.0, 40.0), 0.0, Color::BLACK, Some(Halo { color: RED, width_px: 2.0 }));
    });
    assert_eq!(svg.matches("<path id=").count(), 2, "n and o");
    assert_eq!(svg.matches("<use xlink:href=\"#_1\"").count(), 4, "n, twice in each run");
}

#[test]
fn text_stays_text_in_svg_if_it_is_asked_for() {
    let lettering = Lettering::new(Face::Bold, 16.0).spaced(2.0);
    let run = Fonts::embedded().shape("A & B", lettering).unwrap();
    let mut canvas = SvgCanvas::new(page(200, 100), Color::WHITE, &Metadata::default()).with_text();
    canvas.glyphs(&run, Point::new(10.0, 50.0), 30.0, Color::BLACK, Some(Halo { color: RED, width_px: 2.0 }));
    let mut file = Vec::new();
    canvas.write(&mut file).unwrap();
    let svg = String::from_utf8(file).unwrap();
    let lines: Vec<&str> = svg.lines().filter(|line| line.starts_with("<text")).collect();
    assert!(lines[0].contains("stroke=\"#d0211c\" stroke-width=\"4\"") && lines[0].contains("aria-hidden"), "{svg}");
    assert!(lines[1].starts_with("<text fill=\"#000\" x=\"10\" y=\"50\""), "{svg}");
    for attribute in [
        "transform=\"rotate(30 10 50)\"",
        "font-family=\"Inter,",
        "font-size=\"16\"",
        "font-weight=\"700\"",
        "letter-spacing=\"2\"",
    ] {
        assert!(lines.iter().all(|line| line.contains(attribute)), "{attribute} in {svg}");
    }
    assert!(lines.len() == 2 && lines.iter().all(|line| line.ends_with(">A &amp; B</text>")), "{svg}");
}

#[test]
fn groups_are_layers_in_svg() {
    let svg = svg_file(|canvas| canvas.begin_group("country labels"));
    assert!(svg.contains("<g id=\"country-labels\"") && svg.contains("inkscape:label=\"country labels\""), "{svg}");
    assert!(svg.contains("xmlns:inkscape=") && svg.contains("inkscape:groupmode=\"layer\""), "{svg}");
}

#[test]
fn a_path_filled_and_then_stroked_is_one_element_in_svg() {
    let svg = svg_file(|canvas| {
        canvas.fill(&square(10.0, 20.0), FillRule::NonZero, RED);
        canvas.stroke(&square(10.0, 20.0), &Stroke::new(1.0), BLUE);
        canvas.stroke(&square(10.0, 20.0), &Stroke::new(1.0), BLUE);
        canvas.fill(&square(10.0, 20.0), FillRule::NonZero, RED);
        canvas.begin_group("next");
        canvas.stroke(&square(10.0, 20.0), &Stroke::new(1.0), BLUE);
    });
    let drawn = |start: &str| svg.matches(start).count();
    assert_eq!(drawn("<path fill=\"#d0211c\" d=\"m10 10h10v10h-10z\" stroke="), 1);
    assert_eq!(drawn("<path fill=\"none\""), 2, "the second stroke, and the one in a group of its own");
}
