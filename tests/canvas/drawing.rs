use portolan::canvas::{
    Canvas, Cap, Color, FillRule, Fonts, Metadata, PageSize, PngCanvas, Point, Rect, Stroke, draw_png, polyline,
    rectangle,
};

use crate::{BLUE, RED, decoded, everything, page, png, regular, square, svg_file};

#[test]
fn an_opaque_fill_has_exactly_its_colour() {
    let image = png(40, 40, |canvas| canvas.fill(&square(10.0, 30.0), FillRule::NonZero, RED));
    assert!(image.is(10, 10, RED) && image.is(29, 29, RED));
    assert!(image.is(9, 9, Color::WHITE) && image.is(30, 30, Color::WHITE));
}

#[test]
fn an_edge_between_pixels_is_smooth() {
    let image = png(40, 40, |canvas| canvas.fill(&square(10.5, 30.0), FillRule::NonZero, Color::BLACK));
    let [half, ..] = image.at(10, 20);
    assert!((120..=135).contains(&half), "{half}");
}

#[test]
fn half_opacity_lets_half_of_the_background_through() {
    let image =
        png(40, 40, |canvas| canvas.fill(&square(10.0, 30.0), FillRule::NonZero, Color::BLACK.with_opacity(0.5)));
    let [grey, ..] = image.at(20, 20);
    assert!((126..=129).contains(&grey), "{grey}");
}

#[test]
fn holes_are_holes() {
    let mut ring = square(5.0, 35.0);
    ring.extend(square(15.0, 25.0).iter());
    let image = png(40, 40, |canvas| canvas.fill(&ring, FillRule::EvenOdd, RED));
    assert!(image.is(10, 20, RED) && image.is(20, 20, Color::WHITE));
    // By the non-zero rule a ring within, wound the same way, is no hole.
    let image = png(40, 40, |canvas| canvas.fill(&ring, FillRule::NonZero, RED));
    assert!(image.is(20, 20, RED));
    assert!(svg_file(|canvas| canvas.fill(&ring, FillRule::EvenOdd, RED)).contains("fill-rule=\"evenodd\""));
}

#[test]
fn a_clip_clips_until_it_is_popped() {
    let draw = |canvas: &mut dyn Canvas| {
        canvas.push_clip(&square(0.0, 20.0));
        canvas.push_clip(&square(10.0, 40.0));
        canvas.fill(&square(0.0, 40.0), FillRule::NonZero, RED);
        canvas.pop_clip();
        canvas.fill(&square(0.0, 5.0), FillRule::NonZero, BLUE);
        canvas.pop_clip();
        canvas.fill(&square(30.0, 35.0), FillRule::NonZero, BLUE);
    };
    let image = png(40, 40, draw);
    assert!(image.is(15, 15, RED), "inside of both");
    assert!(image.is(7, 7, Color::WHITE) && image.is(25, 25, Color::WHITE), "outside of one");
    assert!(image.is(2, 2, BLUE) && image.is(32, 32, BLUE), "after the clip");
    let svg = svg_file(draw);
    assert_eq!(svg.matches("<clipPath").count(), 2);
    assert_eq!(svg.matches("clip-path=").count(), 2);
}

#[test]
fn clips_and_groups_left_open_or_closed_twice_leave_whole_files() {
    let draw = |canvas: &mut dyn Canvas| {
        canvas.pop_clip();
        canvas.end_group();
        canvas.begin_group("a");
        canvas.push_clip(&square(0.0, 20.0));
        canvas.fill(&square(0.0, 40.0), FillRule::NonZero, RED);
    };
    assert!(png(40, 40, draw).is(10, 10, RED));
    let svg = svg_file(draw);
    assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count());
}

#[test]
fn a_dashed_line_has_gaps() {
    let line = polyline([(0.0, 20.0), (40.0, 20.0)]);
    let dashed = Stroke::new(4.0).with_caps(Cap::Butt).with_dashes(0.0, [10.0, 10.0]);
    let image = png(40, 40, |canvas| canvas.stroke(&line, &dashed, RED));
    assert!(image.is(5, 20, RED) && image.is(25, 20, RED));
    assert!(image.is(15, 20, Color::WHITE) && image.is(35, 20, Color::WHITE));
    let shifted = dashed.with_dashes(10.0, [10.0, 10.0]);
    assert!(png(40, 40, |canvas| canvas.stroke(&line, &shifted, RED)).is(15, 20, RED));
    let svg = svg_file(|canvas| canvas.stroke(&line, &shifted, RED));
    assert!(svg.contains("stroke-dasharray=\"10 10\" stroke-dashoffset=\"10\""), "{svg}");
}

#[test]
fn a_dash_pattern_of_nothing_is_a_solid_line() {
    let line = polyline([(0.0, 20.0), (40.0, 20.0)]);
    for pattern in [[0.0, 0.0], [-3.0, 4.0], [f64::INFINITY, 1.0]] {
        let stroke = Stroke::new(4.0).with_dashes(0.0, pattern);
        let draw = |canvas: &mut dyn Canvas| canvas.stroke(&line, &stroke, RED);
        let image = png(40, 40, draw);
        assert!((5..35).all(|x| image.is(x, 20, RED) == stroke.is_finite()), "{pattern:?}");
        assert!(!svg_file(draw).contains("dasharray"));
    }
}

#[test]
fn coordinates_that_are_not_finite_draw_nothing() {
    let draw = |canvas: &mut dyn Canvas| {
        let fonts = Fonts::embedded();
        let path = polyline([(0.0, 0.0), (f64::NAN, 20.0), (40.0, f64::INFINITY)]);
        canvas.fill(&path, FillRule::NonZero, RED);
        canvas.stroke(&path, &Stroke::new(2.0), RED);
        canvas.push_clip(&path);
        canvas.fill(&square(0.0, 40.0), FillRule::NonZero, RED);
        canvas.pop_clip();
        canvas.glyphs(&fonts.shape("a", regular(16.0)).unwrap(), Point::new(f64::NAN, 0.0), 0.0, RED, None);
        canvas.glyphs(&fonts.shape("a", regular(f64::NAN)).unwrap(), Point::ZERO, 0.0, RED, None);
    };
    assert_eq!(png(40, 40, draw).ink(), (usize::MAX, usize::MAX, 0, 0));
    let svg = svg_file(draw);
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

#[test]
fn a_path_far_beyond_the_page_is_drawn_where_it_crosses_it() {
    let far = rectangle(Rect::new(-1e9, 10.0, 1e9, 20.0));
    let image = png(40, 40, |canvas| canvas.fill(&far, FillRule::NonZero, RED));
    assert!(image.is(0, 15, RED) && image.is(39, 15, RED) && image.is(20, 25, Color::WHITE));
}

#[test]
fn an_image_says_its_title_and_resolution_and_no_date() {
    let metadata = Metadata { title: "Из Наджина".into(), dpi: 300.0, ..Metadata::default() };
    let mut file = Vec::new();
    PngCanvas::new(page(20, 10), BLUE, metadata).write(&mut file).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let info = reader.info();
    let dims = info.pixel_dims.unwrap();
    assert_eq!((dims.xppu, dims.yppu, dims.unit), (11811, 11811, png::Unit::Meter));
    assert_eq!(info.utf8_text[0].get_text().unwrap(), "Из Наджина");
    let keywords: Vec<_> = info.uncompressed_latin1_text.iter().map(|chunk| chunk.keyword.as_str()).collect();
    assert_eq!(keywords, ["Software"]);
}

#[test]
fn a_page_has_at_least_a_pixel_and_at_most_what_can_be_painted() {
    let longest = PageSize::MAX_SIDE_PX;
    for (width, height) in [(0, 10), (10, 0), (longest + 1, 1), (1, u32::MAX)] {
        assert!(PageSize::new(width, height).is_err(), "{width} × {height}");
    }
    for (width, height) in [(1, 1), (longest, 3), (3, longest)] {
        let whole = rectangle(Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        let image = png(width, height, |canvas| canvas.fill(&whole, FillRule::NonZero, RED));
        assert!(image.is(0, 0, RED) && image.is(width as usize - 1, height as usize - 1, RED));
    }
}

#[test]
fn an_image_drawn_in_bands_is_the_one_drawn_at_once() {
    for (width, height) in [(1, 1), (40, 2), (90, 17), (300, 200)] {
        let mut whole = PngCanvas::new(page(width, height), Color::WHITE, Metadata::default());
        everything(&mut whole);
        let (mut one, mut two) = (Vec::new(), Vec::new());
        whole.write(&mut one).unwrap();
        let draw = |canvas: &mut dyn Canvas| {
            everything(canvas);
            Ok(())
        };
        draw_png(page(width, height), Color::WHITE, Metadata::default(), &mut two, draw).unwrap();
        let (one, two) = (decoded(one).rgb, decoded(two).rgb);
        // Coordinates of the lower band are rounded elsewhere.
        assert!(one.iter().zip(&two).all(|(one, two)| one.abs_diff(*two) <= 2), "{width} × {height}");
        assert_eq!(one.len(), two.len());
    }
}
