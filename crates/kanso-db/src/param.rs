use std::borrow::Cow;

/// A value given to a statement in place of `$n`.
#[derive(Clone, Debug, PartialEq)]
pub enum Param<'a> {
    Null,
    Int(i64),
    Real(f64),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
}

/// The parameters of a statement, in the order of their numbers: `params![id, title]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Param::from($value)),*] };
}

macro_rules! from {
    ($($type:ty: $value:ident => $param:expr),* $(,)?) => {$(
        impl<'a> From<$type> for Param<'a> {
            fn from($value: $type) -> Param<'a> {
                $param
            }
        }
    )*};
}

from! {
    i64: value => Param::Int(value),
    i32: value => Param::Int(value.into()),
    f64: value => Param::Real(value),
    &'a str: value => Param::Text(value.into()),
    &'a String: value => Param::Text(value.into()),
    String: value => Param::Text(value.into()),
    Cow<'a, str>: value => Param::Text(value),
    &'a [u8]: value => Param::Blob(value.into()),
    &'a Vec<u8>: value => Param::Blob(value.into()),
    Vec<u8>: value => Param::Blob(value.into()),
}

impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Param<'a> {
        value.map_or(Param::Null, Into::into)
    }
}
