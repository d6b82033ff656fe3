//! A position in words.

use geo::Point;

/// `45.85° N, 40.12° E`: two decimals, which is about a kilometre.
pub fn format_position(position: Point) -> String {
    let lon = (position.x() + 180.0).rem_euclid(360.0) - 180.0;
    let hemisphere = |value: f64, positive: &'static str, negative| if value < 0.0 { negative } else { positive };
    format!(
        "{:.2}° {}, {:.2}° {}",
        position.y().abs(),
        hemisphere(position.y(), "N", "S"),
        lon.abs(),
        hemisphere(lon, "E", "W")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hemisphere_has_its_letter_and_unwrapped_longitudes_come_home() {
        assert_eq!(format_position(Point::new(190.0, -0.5)), "0.50° S, 170.00° W");
        assert_eq!(format_position(Point::new(40.118_74, 45.853_07)), "45.85° N, 40.12° E");
    }
}
