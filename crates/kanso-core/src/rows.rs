//! Statements that take many rows at once.

use std::fmt::Write;

/// What stands behind `VALUES` for so many rows of so many values each: `($1, $2), ($3, $4)`.
pub(crate) fn places(rows: usize, width: usize) -> String {
    let mut places = String::new();
    for place in 0..rows * width {
        let before = match (place, place % width) {
            (0, _) => "(",
            (_, 0) => "), (",
            _ => ", ",
        };
        // Writing into memory cannot fail.
        let _ = write!(places, "{before}${}", place + 1);
    }
    places.push(')');
    places
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn values_are_numbered_through_all_rows() {
        assert_eq!(places(2, 2), "($1, $2), ($3, $4)");
        assert_eq!(places(1, 1), "($1)");
    }
}
