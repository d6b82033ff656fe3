use plotters::element::{Drawable, PathElement, PointCollection};
use plotters::prelude::{
    BLACK, ChartBuilder, Circle, Color as _, FontTransform, IntoDrawingArea, IntoFont, LabelAreaPosition, WHITE,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use portolan::canvas::backend::{Backend, BackendError, Pixels, Unclamped, point, units};
use portolan::canvas::{Canvas, Color, FillRule, Fonts, Path, Rect, Stroke, polyline, rectangle};

use crate::{BLUE, RED, png, png_file, svg_file};

type Failure = Box<dyn std::error::Error>;

/// A chart as a sweep would draw it: axes with labels, a line, points.
fn chart(canvas: &mut dyn Canvas, caption: &str) -> Result<(), Failure> {
    let fonts = Fonts::embedded();
    let root = Backend::new(canvas, &fonts).into_drawing_area();
    root.fill(&WHITE)?;
    let line = |color: Color, px: f64| color.stroke_width(units(px) as u32);
    let mut chart = ChartBuilder::on(&root)
        .margin(units(12.0))
        .caption(caption, ("sans-serif", units(18.0)))
        .set_label_area_size(LabelAreaPosition::Left, units(58.0))
        .set_label_area_size(LabelAreaPosition::Bottom, units(44.0))
        .build_cartesian_2d(200.0..400.0, 0.0..12.0)?;
    chart
        .configure_mesh()
        .axis_style(line(Color::BLACK, 1.0))
        .bold_line_style(line(Color::rgb(0xcc_cc_cc), 1.0))
        .max_light_lines(0)
        .set_all_tick_mark_size(units(4.0))
        .label_style(("sans-serif", units(12.0)))
        .axis_desc_style(("sans-serif", units(12.0)))
        .x_labels(5)
        .y_labels(6)
        .x_desc("Reported distance (mi)")
        .y_desc("Duration (days)")
        .draw()?;
    let points: Vec<_> = (0..=20).map(|i| (200.0 + f64::from(i) * 10.0, 2.0 + f64::from(i * i) / 50.0)).collect();
    chart.draw_series([PathElement::new(points.clone(), line(RED, 2.0))])?;
    chart.draw_series(points.iter().map(|at| Circle::new(*at, units(3.0), BLUE.filled())))?;
    root.present()?;
    Ok(())
}

fn whole_chart(canvas: &mut dyn Canvas) {
    chart(canvas, "Depot, 200–400 miles").expect("letters that Inter has");
}

#[test]
fn a_chart_has_axes_with_labels_in_both_formats() {
    let svg = svg_file(whole_chart);
    for label in ["Depot, 200–400 miles", "Reported distance (mi)", "Duration (days)", "250.0", "10.0"] {
        assert!(svg.contains(&format!("<title>{label}</title>")), "{label}");
    }
    assert!(svg.contains("rotate(270)"), "the vertical axis is described along itself");
    assert!(svg.contains("stroke=\"#d0211c\" stroke-width=\"2\""));

    let image = png(600, 400, whole_chart);
    let near = |color: Color, x: usize, y: usize| (x - 4..x + 4).any(|x| (y - 4..y + 4).any(|y| image.is(x, y, color)));
    assert!(near(Color::BLACK, 70, 200), "the vertical axis, one sharp pixel wide");
    assert!(near(Color::BLACK, 300, 344), "the horizontal axis");
    let inked = |rect: [usize; 4]| {
        let [x0, y0, x1, y1] = rect;
        (x0..x1).any(|x| (y0..y1).any(|y| image.at(x, y)[0] < 100))
    };
    assert!(inked([40, 60, 64, 340]) && inked([80, 352, 590, 366]), "labels at the ticks");
    assert!(inked([10, 150, 26, 250]) && inked([250, 372, 420, 390]), "names of the axes");
    assert_eq!(png_file(600, 400, whole_chart), png_file(600, 400, whole_chart));
}

#[test]
fn a_character_that_no_font_has_comes_out_of_plotters_as_an_error() {
    png(100, 100, |canvas| assert!(chart(canvas, "船").is_err()));
    png(100, 100, |canvas| {
        let fonts = Fonts::embedded();
        let mut backend = Backend::new(canvas, &fonts);
        let style = ("sans-serif", units(12.0)).into_font().color(&BLACK);
        let Err(DrawingErrorKind::DrawingError(error)) = backend.draw_text("船", &style, (0, 0)) else { panic!() };
        assert!(matches!(&error, BackendError::MissingGlyph(missing) if missing.character == '船'));
        assert!(error.to_string().contains("U+8239"));
        assert!(backend.blit_bitmap((0, 0), (1, 1), &[0, 0, 0]).is_err());
    });
}

#[test]
fn text_lies_at_its_anchor_however_it_is_turned() {
    let turns = [FontTransform::None, FontTransform::Rotate90, FontTransform::Rotate180, FontTransform::Rotate270];
    for (quarter, turn) in turns.into_iter().enumerate() {
        let image = png(200, 200, |canvas| {
            let fonts = Fonts::embedded();
            let mut backend = Backend::new(canvas, &fonts);
            let font = ("sans-serif", units(20.0)).into_font().transform(turn.clone());
            let style = font.color(&BLACK).pos(Pos::new(HPos::Left, VPos::Top));
            backend.draw_text("HHHHH", &style, (units(100.0), units(100.0))).expect("letters that Inter has");
        });
        let (x0, y0, x1, y1) = image.ink();
        let (right, down) = (x0 >= 100, y0 >= 100);
        assert_eq!((right, down), [(true, true), (false, true), (false, false), (true, false)][quarter]);
        assert_eq!(x1 - x0 > y1 - y0, quarter % 2 == 0, "a quarter turn stands upright");
    }
}

#[test]
fn a_line_that_leaves_its_area_keeps_its_direction() {
    let draw = |canvas: &mut dyn Canvas| {
        let fonts = Fonts::embedded();
        let root = Backend::new(canvas, &fonts).into_drawing_area();
        let area = root.apply_coord_spec(Pixels);
        let track = Track { points: vec![(10.0, 10.0), (1000.0, 1000.0)] };
        area.draw(&track).expect("a line needs no glyph");
    };
    let image = png(200, 100, draw);
    assert!(image.is(50, 50, RED) && image.is(95, 95, RED), "on the diagonal");
    assert!(image.is(150, 75, Color::WHITE), "where a line to the corner would be");
}

#[test]
fn an_element_of_ones_own_draws_what_plotters_has_no_words_for() {
    let draw = |canvas: &mut dyn Canvas| {
        let fonts = Fonts::embedded();
        let root = Backend::new(canvas, &fonts).into_drawing_area();
        root.apply_coord_spec(Pixels).draw(&Holed).expect("no glyph at all");
    };
    let image = png(200, 100, draw);
    assert!(image.is(15, 15, BLUE) && image.is(30, 30, Color::WHITE) && image.is(70, 15, Color::WHITE));
    assert!(svg_file(draw).contains("<g id=\"land\""));
}

/// A line through pixels.
struct Track {
    points: Vec<(f64, f64)>,
}

impl<'a> PointCollection<'a, (f64, f64), Unclamped> for &'a Track {
    type Point = &'a (f64, f64);
    type IntoIter = std::slice::Iter<'a, (f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl Drawable<Backend<'_>, Unclamped> for Track {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut Backend<'_>,
        _area: (u32, u32),
    ) -> Result<(), DrawingErrorKind<BackendError>> {
        backend.canvas().stroke(&polyline(points.map(point)), &Stroke::new(3.0), RED);
        Ok(())
    }
}

/// A square with a hole, in a group, clipped.
struct Holed;

impl PointCollection<'_, (f64, f64), Unclamped> for &Holed {
    type Point = (f64, f64);
    type IntoIter = [(f64, f64); 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl Drawable<Backend<'_>, Unclamped> for Holed {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _points: I,
        backend: &mut Backend<'_>,
        _area: (u32, u32),
    ) -> Result<(), DrawingErrorKind<BackendError>> {
        let canvas = backend.canvas();
        let mut ring: Path = rectangle(Rect::new(10.0, 10.0, 90.0, 90.0));
        ring.extend(rectangle(Rect::new(20.0, 20.0, 40.0, 40.0)).iter());
        canvas.begin_group("land");
        canvas.push_clip(&rectangle(Rect::new(0.0, 0.0, 60.0, 100.0)));
        canvas.fill(&ring, FillRule::EvenOdd, BLUE);
        canvas.pop_clip();
        canvas.end_group();
        Ok(())
    }
}
