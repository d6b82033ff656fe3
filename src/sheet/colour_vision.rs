//! Whether colours can be told apart by readers who lack one kind of cone.
//!
//! Simulated by the matrices of Machado, Oliveira and Fernandes (2009) for full severity, in linear sRGB; differences are
//! those of CIE 1976 (L*a*b*), where 2.3 is just noticeable. Themes whose modes share one colour rely on patterns.

use crate::canvas::Color;
use crate::journey::Verdict;
use crate::route::{self, Certainty, Mode};

use super::legs;
use super::mark::Mark;
use super::pen::Pen;
use super::theme::Theme;

const NORMAL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const TRITANOPIA: [[f64; 3]; 3] =
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];

/// The least difference between two colours that mean different things: eight times what is just noticeable.
const APART: f64 = 18.5;

fn linear(channel: u8) -> f64 {
    let part = f64::from(channel) / 255.0;
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// L*, a* and b* of a colour as it is seen with these cones, under D65.
fn seen(color: Color, cones: [[f64; 3]; 3]) -> [f64; 3] {
    let rgb = [color.red, color.green, color.blue].map(linear);
    let times = |matrix: [[f64; 3]; 3], v: [f64; 3]| matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
    let rgb = times(cones, rgb).map(|part| part.clamp(0.0, 1.0));
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = times(to_xyz, rgb);
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let [fx, fy, fz] = [f(x / 0.950_47), f(y), f(z / 1.088_83)];
    [116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)]
}

fn difference(a: Color, b: Color, cones: [[f64; 3]; 3]) -> f64 {
    let (a, b) = (seen(a, cones), seen(b, cones));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

const COLOURED: [route::Theme; 3] = [route::Theme::Light, route::Theme::Dark, route::Theme::Print];

#[test]
fn modes_can_be_told_apart_by_every_reader() {
    for name in COLOURED {
        let theme = Theme::of(name);
        for cones in [NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA] {
            for (at, (_, a)) in Mode::NAMES.iter().enumerate() {
                for (_, b) in &Mode::NAMES[at + 1..] {
                    let difference = difference(theme.mode(*a), theme.mode(*b), cones);
                    assert!(difference > APART, "{name:?}: {a} and {b}: {difference}");
                }
            }
        }
    }
}

#[test]
fn verdicts_can_be_told_apart_by_every_reader() {
    for name in COLOURED {
        let theme = Theme::of(name);
        for cones in [NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA] {
            let difference = difference(theme.verdict(Verdict::Agrees), theme.verdict(Verdict::Disagrees), cones);
            assert!(difference > APART, "{name:?}: {difference}");
        }
    }
}

#[test]
fn legs_stand_out_from_the_ground() {
    for (_, name) in route::Theme::NAMES {
        let theme = Theme::of(name);
        for (_, mode) in Mode::NAMES {
            for ground in [theme.sea, theme.land] {
                let [lightness, ..] = seen(theme.mode(mode), NORMAL);
                let [ground, ..] = seen(ground, NORMAL);
                assert!((lightness - ground).abs() > 30.0, "{name:?}: {mode}: {lightness} on {ground}");
            }
        }
    }
}

#[test]
fn without_colour_every_mode_and_certainty_has_a_pattern_of_its_own() {
    let fonts = crate::canvas::Fonts::embedded();
    let pen = Pen { fonts: &fonts, theme: &Theme::of(route::Theme::Mono), unit: 1.0 };
    let line = [vec![[0.0, 0.0], [200.0, 0.0]]];
    let mut patterns = Vec::new();
    for (_, mode) in Mode::NAMES {
        for (_, certainty) in Certainty::NAMES {
            let marks = legs::line(&line, mode, certainty, pen);
            let pattern: Vec<String> = marks
                .iter()
                .map(|mark| match mark {
                    Mark::Stroke(path, stroke, color) => format!("{} {stroke:?} {color}", path.elements().len()),
                    Mark::Fill(path, color) => format!("{} {color}", path.elements().len()),
                    Mark::Text(run, ..) => run.text().to_owned(),
                })
                .collect();
            assert!(!patterns.contains(&pattern), "{mode}, {certainty}");
            patterns.push(pattern);
        }
    }
}
