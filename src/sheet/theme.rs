//! Colours.

use crate::canvas::Color;
use crate::journey::Verdict;
use crate::route::{self, Mode};

use super::contrast::legible;

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
    /// What points at something: the frame on the locator, boxes of insets.
    pub mark: Color,
    /// Names of seas.
    pub water_name: Color,
    /// Sea, inland waterway, rail, road and air.
    modes: [Color; 5],
    /// Agrees and disagrees.
    verdicts: [Color; 2],
}

impl Theme {
    /// The colours of the theme that the route file names.
    pub fn of(name: route::Theme) -> Theme {
        match name {
            route::Theme::Light => Theme::LIGHT,
            route::Theme::Dark => Theme::DARK,
            route::Theme::Print => Theme::PRINT,
            route::Theme::Mono => Theme::MONO,
        }
    }

    /// Dark ink on a light ground. The modes have the hues of the palette that Okabe and Ito (2008) chose for readers who
    /// see colours differently (blue, bluish green, vermilion, a brown for orange, reddish purple), moved until all pairs
    /// stay apart under simulated protanopia, deuteranopia and tritanopia: see `colour_vision`.
    pub const LIGHT: Theme = Theme {
        paper: Color::WHITE,
        ink: Color::rgb(0x1c_23_2b),
        faint_ink: Color::rgb(0x5b_66_70),
        sea: Color::rgb(0xdc_e7_ee),
        land: Color::rgb(0xf7_f4_ee),
        coast: Color::rgb(0x8f_a3_b1),
        border: Color::rgb(0xa9_9f_92),
        graticule: Color { alpha: 0x70, ..Color::rgb(0xa6_b6_c0) },
        country: Color::rgb(0x75_6e_65),
        edge: Color::rgb(0x8d_96_9e),
        panel: Color::WHITE,
        casing: Color::WHITE,
        mark: Color::rgb(0xb3_26_1e),
        water_name: Color::rgb(0x45_6a_83),
        modes: [
            Color::rgb(0x0c_4c_bc),
            Color::rgb(0x0a_9a_74),
            Color::rgb(0xe0_54_00),
            Color::rgb(0x4d_37_0a),
            Color::rgb(0xb4_4c_ab),
        ],
        verdicts: [Color::rgb(0x00_70_5c), Color::rgb(0xa8_1e_14)],
    };

    /// Light ink on a dark ground, the modes in brighter shades of the same hues.
    const DARK: Theme = Theme {
        paper: Color::rgb(0x12_18_1f),
        ink: Color::rgb(0xee_f1_f4),
        faint_ink: Color::rgb(0xa3_af_ba),
        sea: Color::rgb(0x17_22_2d),
        land: Color::rgb(0x26_2f_38),
        coast: Color::rgb(0x53_66_78),
        border: Color::rgb(0x6b_72_78),
        graticule: Color { alpha: 0x58, ..Color::rgb(0x4d_5c_69) },
        country: Color::rgb(0x92_99_9f),
        edge: Color::rgb(0x5d_69_74),
        panel: Color::rgb(0x19_20_28),
        casing: Color::rgb(0x12_18_1f),
        mark: Color::rgb(0xff_7a_6b),
        water_name: Color::rgb(0x6f_95_b0),
        modes: [
            Color::rgb(0x3f_97_ff),
            Color::rgb(0x18_ea_b0),
            Color::rgb(0xff_75_50),
            Color::rgb(0xf2_e4_40),
            Color::rgb(0xd8_88_c0),
        ],
        verdicts: [Color::rgb(0x3f_cf_a4), Color::rgb(0xff_7a_6b)],
    };

    /// For paper: no tints that a press would break into dots where type stands, and darker lines.
    const PRINT: Theme = Theme {
        ink: Color::rgb(0x00_00_00),
        faint_ink: Color::rgb(0x3c_3c_3c),
        sea: Color::rgb(0xd3_e3_ee),
        land: Color::WHITE,
        coast: Color::rgb(0x5d_7a_8e),
        border: Color::rgb(0x80_80_80),
        country: Color::rgb(0x60_60_60),
        edge: Color::rgb(0x50_50_50),
        water_name: Color::rgb(0x36_5f_7c),
        modes: [
            Color::rgb(0x0c_3c_9e),
            Color::rgb(0x08_8a_5c),
            Color::rgb(0xc2_3c_00),
            Color::rgb(0x3c_26_06),
            Color::rgb(0xa8_50_9a),
        ],
        ..Theme::LIGHT
    };

    /// Shades of grey only: patterns and pictures tell the modes apart, ticks and crosses the verdicts.
    const MONO: Theme = Theme {
        ink: Color::rgb(0x00_00_00),
        faint_ink: Color::rgb(0x48_48_48),
        sea: Color::rgb(0xe2_e2_e2),
        land: Color::WHITE,
        coast: Color::rgb(0x80_80_80),
        border: Color::rgb(0x98_98_98),
        graticule: Color { alpha: 0x70, ..Color::rgb(0xb0_b0_b0) },
        country: Color::rgb(0x70_70_70),
        edge: Color::rgb(0x60_60_60),
        mark: Color::BLACK,
        water_name: Color::rgb(0x60_60_60),
        modes: [
            Color::rgb(0x10_10_10),
            Color::rgb(0x10_10_10),
            Color::rgb(0x10_10_10),
            Color::rgb(0x10_10_10),
            Color::rgb(0x10_10_10),
        ],
        verdicts: [Color::BLACK, Color::BLACK],
        ..Theme::LIGHT
    };

    /// The colours of all modes.
    pub(crate) fn modes(&self) -> [Color; 5] {
        self.modes
    }

    /// The colour of a mode.
    pub fn mode(&self, mode: Mode) -> Color {
        let [sea, inland_waterway, rail, road, air] = self.modes;
        match mode {
            Mode::Sea => sea,
            Mode::InlandWaterway => inland_waterway,
            Mode::Rail => rail,
            Mode::Road => road,
            Mode::Air => air,
        }
    }

    /// The colour of words about a mode: its own, or one a little nearer to ink that can be read on land and on sea.
    pub fn words(&self, mode: Mode) -> Color {
        legible(self.mode(mode), [self.land, self.sea], self.ink)
    }

    /// The colour of a verdict.
    pub fn verdict(&self, verdict: Verdict) -> Color {
        match verdict {
            Verdict::Agrees => self.verdicts[0],
            Verdict::Disagrees => self.verdicts[1],
            Verdict::Undetermined => self.faint_ink,
        }
    }
}
