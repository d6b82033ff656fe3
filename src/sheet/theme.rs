//! Colours.

use crate::canvas::Color;
use crate::journey::Verdict;
use crate::route::Mode;

/// The colours of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The page.
    pub paper: Color,
    /// Words that must be read.
    pub ink: Color,
    /// Words that may be read.
    pub faint_ink: Color,
    /// Seas and lakes.
    pub sea: Color,
    /// Land.
    pub land: Color,
    /// Coasts and shores of lakes.
    pub coast: Color,
    /// Borders that the point of view takes for settled.
    pub border: Color,
    /// Meridians and parallels.
    pub graticule: Color,
    /// Names of countries.
    pub country: Color,
    /// Around the frame and panels.
    pub edge: Color,
    /// Behind panels.
    pub panel: Color,
    /// Rims around words and lines.
    pub casing: Color,
}

impl Theme {
    /// Dark ink on a light ground.
    pub const LIGHT: Theme = Theme {
        paper: Color::WHITE,
        ink: Color::rgb(0x1c_23_2b),
        faint_ink: Color::rgb(0x5b_66_70),
        sea: Color::rgb(0xdc_e7_ee),
        land: Color::rgb(0xf7_f4_ee),
        coast: Color::rgb(0x8f_a3_b1),
        border: Color::rgb(0xa9_9f_92),
        graticule: Color { alpha: 0x70, ..Color::rgb(0xa6_b6_c0) },
        country: Color::rgb(0x8b_84_7a),
        edge: Color::rgb(0x8d_96_9e),
        panel: Color::rgb(0xff_ff_ff),
        casing: Color::WHITE,
    };

    /// The colour of a mode. Blue, vermilion, orange-brown, green and purple of the palette that Okabe and Ito (2008)
    /// chose for readers who see colours differently, darkened for thin lines on a light ground.
    pub fn mode(mode: Mode) -> Color {
        match mode {
            Mode::Sea => Color::rgb(0x00_5f_9e),
            Mode::Rail => Color::rgb(0xc2_41_0c),
            Mode::Road => Color::rgb(0x8a_62_00),
            Mode::InlandWaterway => Color::rgb(0x00_7d_5c),
            Mode::Air => Color::rgb(0x8e_3c_74),
        }
    }

    /// The colour of a verdict.
    pub fn verdict(&self, verdict: Verdict) -> Color {
        match verdict {
            Verdict::Agrees => Color::rgb(0x00_6e_51),
            Verdict::Disagrees => Color::rgb(0xb3_26_1e),
            Verdict::Undetermined => self.faint_ink,
        }
    }
}
