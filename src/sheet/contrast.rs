//! Whether words can be read on their ground: the contrast of two colours as WCAG 2.1 (2018) has it.

use crate::canvas::Color;

/// What WCAG asks for words of usual size, at level AA.
pub const LEGIBLE: f64 = 4.5;
/// In so many steps a colour comes to be that of ink.
const STEPS: u32 = 20;

/// From 1, for the same colour twice, to 21, for black on white. Opacity does not count.
pub fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colour, or as little nearer to that of ink as makes words in it legible on all of the grounds.
pub fn legible(color: Color, grounds: [Color; 2], ink: Color) -> Color {
    let mixed = |step: u32| {
        let part = f64::from(step) / f64::from(STEPS);
        let mix = |from: u8, to: u8| (f64::from(from) + part * (f64::from(to) - f64::from(from))).round() as u8;
        let (red, green, blue) = (mix(color.red, ink.red), mix(color.green, ink.green), mix(color.blue, ink.blue));
        Color { red, green, blue, ..color }
    };
    let is_legible = |color: &Color| grounds.iter().all(|ground| contrast(*color, *ground) >= LEGIBLE);
    (0..STEPS).map(mixed).find(is_legible).unwrap_or(ink)
}

fn luminance(color: Color) -> f64 {
    let linear = |channel: u8| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
    };
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

#[cfg(test)]
mod tests {
    use super::super::theme::Theme;
    use super::*;
    use crate::journey::Verdict;
    use crate::route::{self, Mode};

    #[test]
    fn black_on_white_has_the_largest_contrast() {
        assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(Color::rgb(0x77_77_77), Color::WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn all_words_can_be_read_on_their_ground_in_every_theme() {
        for (name, theme) in route::Theme::NAMES {
            let theme = Theme::of(theme);
            let Theme { land, sea, panel, paper, .. } = theme;
            let mut pairs = vec![
                ("country", theme.country, land),
                ("sea", theme.water_name, sea),
                ("remark", theme.faint_ink, paper),
                ("remark", theme.faint_ink, panel),
                ("city", theme.faint_ink, land),
                ("place", theme.ink, sea),
            ];
            for verdict in [Verdict::Agrees, Verdict::Disagrees] {
                pairs.extend([land, sea, panel].map(|ground| ("verdict", theme.verdict(verdict), ground)));
            }
            for (mode, which) in Mode::NAMES {
                pairs.extend([land, sea].map(|ground| (mode, theme.words(which), ground)));
            }
            for (what, words, ground) in pairs {
                let contrast = contrast(words, ground);
                assert!(contrast >= LEGIBLE, "{name}: {what} {words} on {ground}: {contrast:.2}");
            }
        }
    }
}
