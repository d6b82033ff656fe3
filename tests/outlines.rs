//! That the outlines which are carried are, vertex by vertex, the ones that were made of Natural Earth's.
//!
//! How they are stored may change; what is decoded changes only with the source or with the points of view.

use geo::{LineString, Polygon};
use portolan::world::{Boundaries, Scale, border_lines, country_labels, country_shape, everywhere, lakes, land};

const SCALES: [Scale; 3] = [Scale::M110, Scale::M50, Scale::M10];

/// How many rings or lines there are, how many vertices they have, and the FNV-1a hash of all of them in 1e-5 degree.
type Sum = (usize, usize, u64);

fn sum(lines: &[LineString]) -> Sum {
    let vertices: Vec<_> = lines.iter().flat_map(LineString::coords).collect();
    let units = vertices.iter().flat_map(|at| [at.x, at.y]).map(|degrees| (degrees * 1e5).round() as i32);
    let hash = units
        .flat_map(i32::to_le_bytes)
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
    (lines.len(), vertices.len(), hash)
}

fn rings(polygons: impl IntoIterator<Item = Polygon>) -> Vec<LineString> {
    let rings = |polygon: Polygon| {
        let (exterior, holes) = polygon.into_inner();
        std::iter::once(exterior).chain(holes)
    };
    polygons.into_iter().flat_map(rings).collect()
}

#[test]
fn land_is_what_it_was_made_as() {
    let expected: [Sum; 3] = [
        (125, 5_124, 0x4471_C7D0_3EDA_AB0E),
        (1_417, 60_363, 0x5208_C380_B578_78C6),
        (6_832, 445_387, 0x6B4F_1239_4FC8_1F4B),
    ];
    assert_eq!(SCALES.map(|scale| sum(&rings(land(scale, &[everywhere()])))), expected);
}

#[test]
fn lakes_are_what_they_were_made_as() {
    let expected: [Sum; 3] =
        [(24, 451, 0x117E_0665_E2DA_A2EC), (465, 18_614, 0xDE93_088F_DCA4_3A1F), (941, 130_072, 0xB517_92D8_CDFC_2AB6)];
    let polygons = |scale| lakes(scale, &[everywhere()]).into_iter().map(|lake| lake.polygon);
    assert_eq!(SCALES.map(|scale| sum(&rings(polygons(scale)))), expected);
}

#[test]
fn borders_are_what_they_were_made_as() {
    let expected: [Sum; 3] = [
        (333, 2_996, 0xB751_EC23_542E_ACDC),
        (393, 19_764, 0x3737_F6B7_76F3_91AD),
        (7_954, 76_972, 0xCFAF_7392_9A7B_8D32),
    ];
    let lines = |scale| border_lines(scale, Boundaries::DeFacto, &[everywhere()]).into_iter().map(|border| border.line);
    assert_eq!(SCALES.map(|scale| sum(&lines(scale).collect::<Vec<_>>())), expected);
}

#[test]
fn countries_are_what_they_were_made_as() {
    let expected: [Sum; 2] = [(4_256, 547_180, 0x7C6F_C79A_F4DA_77F0), (4_253, 547_054, 0x0B1A_AA34_CF2D_C4B0)];
    let polygons = |view| {
        let mut codes: Vec<&str> = country_labels(Boundaries::DeFacto).map(|label| label.country.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().filter_map(move |code| country_shape(code, view)).flatten()
    };
    let sums = [Boundaries::DeFacto, Boundaries::Recognised].map(|view| sum(&rings(polygons(view))));
    assert_eq!(sums, expected);
}
