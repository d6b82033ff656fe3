use portolan::canvas::{Color, Face, Fonts, GlyphRun, Halo, Lettering, Point};

use crate::{RED, png, regular};

#[test]
fn a_character_without_a_glyph_is_named_with_its_text() {
    let fonts = Fonts::embedded();
    let message = |text: &str| fonts.shape(text, regular(16.0)).map(drop).unwrap_err().to_string();
    assert_eq!(
        message("Depot \u{1f6a2} north"),
        "no font has the character “\u{1f6a2}” (U+1F6A2) of “Depot \u{1f6a2} north”"
    );
    assert!(message("나진").contains("“나” (U+B098)"));
    assert!(message("bell \u{7}").contains("(U+0007) of “bell \u{fffd}”"));
    // A mark that is missing is named itself, not the letter that it stands on.
    assert!(message("e\u{1ab0}").contains("(U+1AB0)"));
    let wrapped = fonts.wrap("one two 나 three", regular(16.0), 60.0).map(drop).unwrap_err();
    assert_eq!((wrapped.character, wrapped.text.as_str()), ('나', "one two 나 three"));
}

#[test]
fn the_fonts_have_what_a_map_of_routes_needs() {
    let fonts = Fonts::embedded();
    let texts = [
        "Najin → Dunay: 183.2 km ± 5 (≈ 290 mi) 42°14′00″N × 3 – — … ≤ ≥ № 1 ¹²³ ½ • · − ‰ €",
        "Тихорецк Комсомольськ-на-Амурі Ђердап Қостанай Ѓорче Ґданськ",
        "Ελληνικά: Πειραιάς",
        "Đà Nẵng, Łódź, Český Krumlov, Şırnak, Reykjavík, Māʻili, Gəncə",
        "“quoted” ‘quoted’ „quoted“ «quoted» ‹quoted›",
    ];
    for face in [Face::Regular, Face::Bold, Face::Italic] {
        for text in texts {
            if let Err(missing) = fonts.shape(text, Lettering::new(face, 16.0)) {
                panic!("{face:?}: {missing}");
            }
        }
    }
}

#[test]
fn kerning_brings_letters_together_and_the_advances_add_up() {
    let fonts = Fonts::embedded();
    let width = |text: &str| fonts.shape(text, regular(100.0)).unwrap().width();
    assert!(width("AV") < width("A") + width("V") - 1.0, "A and V are kerned");
    assert!((width("HH") - 2.0 * width("H")).abs() < 1e-9, "H and H are not");
    let run = fonts.shape("HHH", regular(100.0)).unwrap();
    let advance = width("H");
    for (index, glyph) in run.glyphs().iter().enumerate() {
        assert!((glyph.x - advance * index as f64).abs() < 1e-9);
    }
}

#[test]
fn letters_are_spaced_between_and_not_after() {
    let fonts = Fonts::embedded();
    let width = |text: &str, lettering| fonts.shape(text, lettering).unwrap().width();
    let spaced = |text| width(text, regular(20.0).spaced(5.0)) - width(text, regular(20.0));
    assert!((spaced("SEA") - 10.0).abs() < 0.02);
    assert!(spaced("S").abs() < 1e-9);
    // One letter with a mark is one letter.
    assert!(spaced("q\u{308}").abs() < 1e-9);
}

#[test]
fn tabular_figures_have_one_width() {
    let fonts = Fonts::embedded();
    let width = |text: &str, lettering| fonts.shape(text, lettering).unwrap().width();
    assert!((width("111", regular(20.0).tabular()) - width("888", regular(20.0).tabular())).abs() < 1e-9);
    assert!(width("111", regular(20.0)) < width("888", regular(20.0)) - 1.0);
}

#[test]
fn ink_is_where_the_image_is_black() {
    let fonts = Fonts::embedded();
    let run = fonts.shape("Ångström, qÿ", regular(40.0)).unwrap();
    let (x, y) = (20.0, 60.0);
    let image = png(400, 100, |canvas| canvas.glyphs(&run, Point::new(x, y), 0.0, Color::BLACK, None));
    let (x0, y0, x1, y1) = image.ink();
    let ink = run.ink() + portolan::canvas::Point::new(x, y).to_vec2();
    for (pixel, edge) in
        [(x0 as f64, ink.x0), (y0 as f64, ink.y0), (x1 as f64 + 1.0, ink.x1), (y1 as f64 + 1.0, ink.y1)]
    {
        assert!((pixel - edge).abs() <= 1.0, "{pixel} {edge}");
    }
    assert!(ink.y0 >= y - 1.1 * run.ascent() && ink.y1 <= y + run.descent(), "{ink}");
}

#[test]
fn turned_text_runs_down_the_page() {
    let fonts = Fonts::embedded();
    let run = fonts.shape("HHHHHH", regular(20.0)).unwrap();
    let image = png(200, 200, |canvas| canvas.glyphs(&run, Point::new(100.0, 50.0), 90.0, Color::BLACK, None));
    let (x0, y0, x1, y1) = image.ink();
    assert!(y0 >= 50 && (y1 as f64) < 50.0 + run.width() && y1 as f64 > 45.0 + run.width());
    assert!(x0 >= 99 && x1 <= 116, "what was above the baseline is right of it: {x0} {x1}");
}

#[test]
fn a_halo_surrounds_the_letters_and_does_not_cover_them() {
    let fonts = Fonts::embedded();
    let run = fonts.shape("lll", Lettering::new(Face::Bold, 40.0)).unwrap();
    let halo = Halo { color: RED, width_px: 6.0 };
    let draw = |halo| png(100, 100, |canvas| canvas.glyphs(&run, Point::new(30.0, 60.0), 0.0, Color::BLACK, halo));
    let (plain, rimmed) = (draw(None), draw(Some(halo)));
    let (bare, rim) = (plain.ink(), rimmed.ink());
    for (inner, outer) in [(bare.0 - 6, rim.0), (bare.1 - 6, rim.1), (bare.2 + 6, rim.2), (bare.3 + 6, rim.3)] {
        assert!(inner.abs_diff(outer) <= 1, "{bare:?} {rim:?}");
    }
    for y in 0..100 {
        for x in 0..100 {
            assert!(!plain.is(x, y, Color::BLACK) || rimmed.is(x, y, Color::BLACK), "covered at {x}, {y}");
        }
    }
}

#[test]
fn lines_are_as_wide_as_they_may_be_and_lose_no_word() {
    let fonts = Fonts::embedded();
    let text = "Alleged by the White House on 13 October 2023.\nLine computed, not reported: Smolyaninovo–Dunay.";
    for max_width in [90.0, 140.0, 400.0, 5000.0] {
        let lines = fonts.wrap(text, regular(14.0), max_width).unwrap();
        assert!(lines.iter().all(|line| line.width() <= max_width));
        let joined = lines.iter().map(GlyphRun::text).collect::<Vec<_>>().join(" ");
        let words = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(words(&joined), words(text));
    }
    assert_eq!(fonts.wrap(text, regular(14.0), 5000.0).unwrap().len(), 2, "a line end in the text is one");
}

#[test]
fn a_word_too_long_for_a_line_is_broken_between_letters() {
    let fonts = Fonts::embedded();
    let text = "see https://example.org/a/very/long/address/of/a/source?with=query";
    let lines = fonts.wrap(text, regular(14.0), 120.0).unwrap();
    assert!(lines.len() > 2 && lines.iter().all(|line| line.width() <= 120.0));
    assert_eq!(lines.iter().map(GlyphRun::text).collect::<String>(), text.replacen(' ', "", 1));
    // Where not even one letter fits, each has a line; a mark stays with its letter.
    let narrow = fonts.wrap("aq\u{308}b", regular(14.0), 1.0).unwrap();
    assert_eq!(narrow.iter().map(GlyphRun::text).collect::<Vec<_>>(), ["a", "q\u{308}", "b"]);
}

#[test]
fn a_line_neither_ends_with_a_dot_between_statements_nor_tears_a_figure_from_its_unit() {
    let lettering = Lettering::new(Face::Regular, 16.0);
    let texts = |text: &str, width: f64| -> Vec<String> {
        let lines = Fonts::embedded().wrap(text, lettering, width).unwrap();
        lines.iter().map(|line| line.text().to_owned()).collect()
    };
    assert_eq!(texts("departed 22 Jan 2016 · Ferry Azerbaijan", 170.0), ["departed 22 Jan 2016", "Ferry Azerbaijan"]);
    assert_eq!(texts("about 125 mi, about 200 km", 190.0), ["about 125 mi, about 200", "km"]);
    let held = "about\u{a0}125\u{a0}mi, about\u{a0}200\u{a0}km";
    assert_eq!(texts(held, 190.0), ["about 125 mi,", "about 200 km"]);
}
