//! Many rows in one statement, so that a batch does not go to the database row by row.

use std::fmt::Write;

/// How many rows go into one statement: few numbers, so that the statements stay prepared.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// The rows in slices of those sizes.
pub(super) fn slices<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = SIZES.into_iter().find(|size| *size <= rows.len())?;
        let (slice, rest) = rows.split_at(size);
        rows = rest;
        Some(slice)
    })
}

/// `(CAST($1 AS BIGINT), …), ($3, …)`: the values of `count` rows with columns of these types, as parameters.
pub(super) fn values(count: usize, types: &[&str]) -> String {
    let mut list = String::new();
    for row in 0..count {
        list.push_str(if row == 0 { "(" } else { ", (" });
        for (column, of_type) in types.iter().enumerate() {
            let comma = if column == 0 { "" } else { ", " };
            let number = row * types.len() + column + 1;
            // The first row says what the columns are. Writing to a text cannot fail.
            let _ = match row {
                0 => write!(list, "{comma}CAST(${number} AS {of_type})"),
                _ => write!(list, "{comma}${number}"),
            };
        }
        list.push(')');
    }
    list
}

/// `$3, $4, $5`: so many parameters after those that are there already.
pub(super) fn list(count: usize, after: usize) -> String {
    let names: Vec<_> = (1..=count).map(|number| format!("${}", after + number)).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_go_in_few_sizes_and_keep_their_order() {
        let rows: Vec<_> = (0..151).collect();
        let sizes: Vec<_> = slices(&rows).map(<[i32]>::len).collect();
        assert_eq!(sizes, [64, 64, 16, 4, 1, 1, 1]);
        assert_eq!(slices(&rows).flatten().copied().collect::<Vec<_>>(), rows);
    }

    #[test]
    fn values_are_numbered_through() {
        let two = values(2, &["BIGINT", "TEXT"]);
        assert_eq!(two, "(CAST($1 AS BIGINT), CAST($2 AS TEXT)), ($3, $4)");
        assert_eq!(list(2, 1), "$2, $3");
    }
}
