//! What every projection looks like: land, meridians and parallels, and a line over the date line.
//!
//! `UPDATE_PICTURES=1 cargo test --test pictures` takes the pictures anew into `tests/pictures/`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod images;

use std::fs;
use std::path::Path;

use geo::{LineString, Point};
use images::{compare, decode, encode};
use portolan::canvas::{self, Canvas, Color, FillRule, Metadata, PageSize, PngCanvas, Stroke};
use portolan::geodesy::densify;
use portolan::projection::{Form, Frame, View};
use portolan::world::{self, Scale};

const SIZE: (u32, u32) = (480, 270);

/// The line that each is drawn for, and whether the whole earth is to be seen or what lies around the line.
fn subject(form: Form) -> (&'static [(f64, f64)], bool) {
    const PACIFIC: &[(f64, f64)] = &[(-118.3, 33.7), (180.0, 52.0), (121.5, 31.2)];
    const ARCTIC: &[(f64, f64)] = &[(33.0, 69.0), (105.0, 78.0), (180.0, 70.0), (-170.0, 66.0), (140.0, 35.0)];
    match form {
        Form::EqualEarth | Form::NaturalEarth | Form::Robinson | Form::Mercator => (PACIFIC, true),
        Form::AzimuthalEqualArea | Form::AzimuthalEquidistant | Form::Orthographic => (ARCTIC, true),
        Form::LambertConformalConic | Form::AlbersEqualArea => (&[(130.3, 42.2), (92.0, 56.0), (40.1, 45.8)], false),
        Form::TransverseMercator => (&[(-79.9, 9.3), (-77.1, -12.0), (-71.6, -33.0), (-75.0, -50.0)], false),
        Form::ObliqueMercator => (&[(-74.0, 40.5), (-52.0, 20.0), (-34.8, -8.0)], false),
    }
}

fn draw(form: Form, canvas: &mut dyn Canvas) {
    let (route, whole) = subject(form);
    let route = densify(&route.iter().copied().collect::<LineString>(), 100.0);
    let points: Vec<Point> = route.points().collect();
    let (projection, rotation) = form.fitted(&points);
    let frame = Frame::new(f64::from(SIZE.0), f64::from(SIZE.1));
    let view = View::fit(projection, rotation, frame, 8.0, if whole { &[] } else { &points });

    let mut fill = |rings: Vec<Vec<[f64; 2]>>, color| {
        let mut path = canvas::Path::new();
        for ring in rings {
            path.extend(canvas::polygon(ring.into_iter().map(|[x, y]| (x, y))).iter());
        }
        canvas.fill(&path, FillRule::NonZero, color);
    };
    fill(view.outline_of_globe(), Color::rgb(0xd8_e6_ee));
    let land = world::land(Scale::M110, &view.visible_bounds());
    fill(land.iter().flat_map(|area| view.polygon(area)).collect(), Color::rgb(0xe8_e0_cf));
    let mut stroke = |lines: Vec<Vec<[f64; 2]>>, width, color| {
        for line in lines {
            canvas.stroke(&canvas::polyline(line.into_iter().map(|[x, y]| (x, y))), &Stroke::new(width), color);
        }
    };
    stroke(land.iter().flat_map(|area| view.outline(area)).collect(), 0.6, Color::rgb(0x6b_86_96));
    stroke(view.graticule(30.0, 15.0), 0.5, Color::rgb(0x9f_b4_c0));
    stroke(view.line(&route.0), 2.0, Color::rgb(0xb3_1d_2c));
}

#[test]
fn every_projection_gives_the_picture_that_somebody_has_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let made = tempfile::tempdir().unwrap();
    let mut different = Vec::new();
    for form in Form::ALL {
        let mut canvas = PngCanvas::new(PageSize::new(SIZE.0, SIZE.1).unwrap(), Color::WHITE, Metadata::default());
        draw(form, &mut canvas);
        let name = format!("{form:?}.png");
        let (reference, now) = (folder.join(&name), made.path().join(&name));
        canvas.write(fs::File::create(&now).unwrap()).unwrap();
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            // Smaller than what the program writes in a hurry.
            let (width, height, pixels) = decode(&fs::read(&now).unwrap());
            encode(&reference, width, height, &pixels);
        } else if let Err(why) = compare(&reference, &now) {
            different.push(format!("{name}: {why}"));
        }
    }
    assert!(different.is_empty(), "{}\nUPDATE_PICTURES=1 takes the new ones, if they are right", different.join("\n"));
}
