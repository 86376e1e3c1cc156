//! What stands in a column, and what is made of it.

use kanso_core::import::Cell;

/// What stands in a column of Kanboard's.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Take {
    /// The row's own id.
    Key,
    /// The number of the row, where it has no id.
    Number,
    /// A whole number, or this one where there is none.
    Int(i64),
    IntOrNull,
    /// A whole number, or that of another column where there is none.
    IntElse(&'static str),
    /// A number with decimals; 0 where there is none.
    Real,
    RealOrNull,
    /// A text, or this one where there is none.
    Text(&'static str),
    TextOrNull,
    /// A row of that table. Where it is not there, this one is left out.
    Of(&'static str),
    /// The same, or 0 for all of them.
    OfOrAll(&'static str),
    /// A row of that table, or nothing.
    OrNull(&'static str),
    /// A row of that table. Where it is not there, none is named: 0.
    May(&'static str),
    /// The same where no value may stand, too.
    MayOrNull(&'static str),
    /// Where the content of a file is. Where it is missing, the row is left out.
    Content,
    /// The same for a picture, without which the row comes along.
    Picture,
    /// A secret in a link, without which the row is left out.
    Token,
    /// A personal access token.
    AccessToken,
    /// The secret of a second factor.
    TwoFactor,
    /// Something that is made of the text.
    Made(fn(&str) -> Cell),
    /// One of a few words, or the first of them. The row is left out where the list says so by an empty first word.
    Word(&'static [&'static str]),
    /// Whether the account reads its newest comments first.
    NewestFirst,
    /// The same in every row.
    Fixed(i64),
    /// So many seconds from now.
    FromNow(i64),
}
