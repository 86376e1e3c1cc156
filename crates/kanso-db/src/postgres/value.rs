use std::error::Error as StdError;

use tokio_postgres::{
    Row,
    types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};

use crate::{Error, Param, Value, error::with_causes};

type Fault = Box<dyn StdError + Sync + Send>;

pub(crate) fn column(row: &Row, index: usize) -> Result<Value<'_>, Error> {
    row.try_get(index).map_err(|error| Error::mismatch(with_causes(&error)))
}

impl<'a> FromSql<'a> for Value<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Value<'a>, Fault> {
        Ok(match *ty {
            Type::INT8 | Type::XID8 => Value::Int(i64::from_sql(&Type::INT8, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            // What a comparison gives; SQLite has 0 and 1.
            Type::BOOL => Value::Int(bool::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Value::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Value::Real(f32::from_sql(ty, raw)?.into()),
            Type::NUMERIC => numeric(raw).ok_or("a number of unknown form")?,
            Type::BYTEA => Value::Blob(raw),
            Type::VOID => Value::Null,
            _ => Value::Text(<&str>::from_sql(ty, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Value<'a>, Fault> {
        Ok(Value::Null)
    }

    fn accepts(ty: &Type) -> bool {
        const NUMBERS: [Type; 9] = [
            Type::INT8,
            Type::XID8,
            Type::INT4,
            Type::INT2,
            Type::BOOL,
            Type::FLOAT8,
            Type::FLOAT4,
            Type::NUMERIC,
            Type::VOID,
        ];
        NUMBERS.contains(ty) || *ty == Type::BYTEA || <&str as FromSql<'_>>::accepts(ty)
    }
}

/// The sum of a `BIGINT` column comes as a `NUMERIC`: digits to the base 10,000, the first of them worth
/// its digit times 10,000 to the power of `weight`.
fn numeric(raw: &[u8]) -> Option<Value<'_>> {
    const POSITIVE: u16 = 0x0000;
    const NEGATIVE: u16 = 0x4000;
    let mut words = raw.chunks_exact(2).filter_map(|word| Some(u16::from_be_bytes(word.try_into().ok()?)));
    let (_count, weight, sign, scale) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let weight = i32::from(weight.cast_signed());
    let factor = match sign {
        POSITIVE => 1,
        NEGATIVE => -1,
        _ => return None,
    };
    if scale > 0 {
        let digits = words.zip(0..);
        let sum =
            digits.map(|(digit, place)| f64::from(digit) * 10_000_f64.powi(weight - place)).sum::<f64>();
        return Some(Value::Real(sum * f64::from(factor)));
    }
    // Zeros at the end are left out.
    let digits = words.chain(std::iter::repeat(0)).take(usize::try_from(weight + 1).ok()?);
    let whole = digits
        .map(i64::from)
        .try_fold(0_i64, |sum, digit| sum.checked_mul(10_000)?.checked_add(i64::from(factor) * digit))?;
    Some(Value::Int(whole))
}

impl ToSql for Param<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Fault> {
        match self {
            Param::Null => Ok(IsNull::Yes),
            Param::Int(value) => integer(*value, ty, out),
            Param::Real(value) if *ty == Type::FLOAT8 => value.to_sql(ty, out),
            Param::Text(value) if <&str as ToSql>::accepts(ty) => value.as_ref().to_sql(ty, out),
            Param::Blob(value) if *ty == Type::BYTEA => value.as_ref().to_sql(ty, out),
            Param::Real(_) => Err(unfit("a float", ty)),
            Param::Text(_) => Err(unfit("text", ty)),
            Param::Blob(_) => Err(unfit("bytes", ty)),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

#[expect(clippy::cast_precision_loss, reason = "the column holds floats")]
fn integer(value: i64, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Fault> {
    match *ty {
        Type::INT8 => value.to_sql(ty, out),
        Type::INT4 => match i32::try_from(value) {
            Ok(value) => value.to_sql(ty, out),
            Err(_) => Err(unfit("a longer integer", ty)),
        },
        Type::FLOAT8 => (value as f64).to_sql(ty, out),
        _ => Err(unfit("an integer", ty)),
    }
}

/// A parameter of another type than the statement takes.
#[derive(Debug, thiserror::Error)]
#[error("{given} was given where the statement takes {wanted}; a CAST may help")]
pub(super) struct Unfit {
    given: &'static str,
    wanted: Type,
}

fn unfit(given: &'static str, wanted: &Type) -> Fault {
    Unfit { given, wanted: wanted.clone() }.into()
}
