use std::fmt::Display;

use crate::Error;

/// Declares a struct, the list of its columns (`COLUMNS`) and how a row is read, so that they cannot drift.
///
/// A field is read from the column of its own name. `= "u.name"` reads another SQL expression instead;
/// `as i64` reads the column as that type and converts it with `TryFrom` (which every `From` gives), also
/// inside an `Option`. Both together: `as i64 = "t.id"`.
///
/// ```
/// # struct TaskId(i64);
/// # impl From<i64> for TaskId { fn from(id: i64) -> Self { TaskId(id) } }
/// kanso_db::row! {
///     /// A task with the name of who has it.
///     pub struct Task {
///         pub id: TaskId as i64 = "t.id",
///         pub title: String,
///         pub owner: Option<String> = "u.name",
///         pub parent: Option<TaskId> as Option<i64>,
///     }
/// }
/// assert_eq!(Task::COLUMNS, "t.id, title, u.name, parent");
/// ```
#[macro_export]
macro_rules! row {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                $field_vis:vis $field:ident: $type:ty $(as $raw:ty)? $(= $sql:literal)?
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$field_meta])* $field_vis $field: $type,)+
        }

        impl $name {
            /// The columns a row is read from, in the order of the fields.
            $vis const COLUMNS: &'static str =
                $crate::columns_from(concat!($(", ", $crate::__column!($field $($sql)?)),+));
        }

        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row<'_>) -> Result<Self, $crate::Error> {
                let mut columns = 0..;
                let mut next = || columns.next().unwrap_or_default();
                Ok($name { $($field: $crate::__read!(row, next(), $type $(, $raw)?),)+ })
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $sql:literal) => {
        $sql
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __read {
    ($row:ident, $index:expr, $type:ty) => {
        $row.get::<$type>($index)?
    };
    ($row:ident, $index:expr, $type:ty, $raw:ty) => {
        <$type as $crate::FromRaw<$raw>>::from_raw($row.get::<$raw>($index)?)?
    };
}

/// The list without the comma that the macro begins it with.
#[doc(hidden)]
pub const fn columns_from(list: &'static str) -> &'static str {
    list.split_at(2).1
}

/// What [`row!`](crate::row!) can make from the type a column is read as.
///
/// Given by any `TryFrom` of that type, and inside an `Option`.
pub trait FromRaw<R>: Sized {
    /// Converts, or says that the database holds what the program does not know.
    fn from_raw(raw: R) -> Result<Self, Error>;
}

// One blanket per type a column can have: over all types it would overlap with the one for options.
macro_rules! from_raw {
    ($($raw:ty),*) => {$(
        impl<T: TryFrom<$raw, Error: Display>> FromRaw<$raw> for T {
            fn from_raw(raw: $raw) -> Result<T, Error> {
                T::try_from(raw).map_err(|error| Error::mismatch(error.to_string()))
            }
        }
    )*};
}

from_raw!(i64, i32, f64, String, Vec<u8>);

impl<T: FromRaw<R>, R> FromRaw<Option<R>> for Option<T> {
    fn from_raw(raw: Option<R>) -> Result<Option<T>, Error> {
        raw.map(T::from_raw).transpose()
    }
}
