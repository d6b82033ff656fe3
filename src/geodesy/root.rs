//! Where a function changes its sign.

/// Where `value` is zero between `low` and `high`, each given with the function's value there, of opposite signs;
/// within `tolerance` of the value or to the last bits of the argument.
///
/// Regula falsi with the Illinois rule (Dowell & Jarratt 1971): the value at an end that stays twice is halved, which
/// keeps the other end from creeping.
pub(super) fn root(
    mut low: (f64, f64),
    mut high: (f64, f64),
    tolerance: f64,
    mut value: impl FnMut(f64) -> f64,
) -> f64 {
    let finest = 4.0 * f64::EPSILON * (high.0 - low.0);
    let mut replaced = 0;
    for _ in 0..100 {
        let x = (low.0 * high.1 - high.0 * low.1) / (high.1 - low.1);
        let y = value(x);
        if y.abs() <= tolerance || high.0 - low.0 <= finest {
            return x;
        }
        if (y < 0.0) == (high.1 < 0.0) {
            high = (x, y);
            low.1 *= if replaced == 1 { 0.5 } else { 1.0 };
            replaced = 1;
        } else {
            low = (x, y);
            high.1 *= if replaced == -1 { 0.5 } else { 1.0 };
            replaced = -1;
        }
    }
    0.5 * (low.0 + high.0)
}

#[cfg(test)]
mod tests {
    use super::root;

    #[test]
    fn a_flat_start_does_not_make_it_creep() {
        let mut calls = 0;
        let found = root((0.0, -1e-9), (1.0, 1.0), 1e-15, |x| {
            calls += 1;
            x.powi(9) - 1e-9
        });
        assert!((found - 0.1).abs() < 1e-6, "{found}");
        assert!(calls < 60, "{calls} calls");
    }
}
