//! Choices by name, as requests say and answers show them.

use std::borrow::Cow;

use kanso_core::action::Outcome as RuleOutcome;
use kanso_core::delivery::{Reason, State};
use kanso_core::endpoint::{Format, KeyKind, Ordering, Retries};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// A type that reads and shows a choice by its name, and says in the schema which there are.
macro_rules! words {
    ($($(#[$about:meta])* $word:ident($choice:ty) as $name:literal = $all:expr;)*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $word(pub(crate) $choice);

        impl Serialize for $word {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.0.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $word {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                let found = $all.into_iter().find(|choice| choice.as_str() == text);
                found.map(Self).ok_or_else(|| {
                    let known: Vec<&str> = $all.into_iter().map(<$choice>::as_str).collect();
                    D::Error::custom(format!("{text:?} is none of {}", known.join(", ")))
                })
            }
        }

        impl PartialSchema for $word {
            fn schema() -> RefOr<Schema> {
                let names = $all.into_iter().map(<$choice>::as_str);
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
            }
        }

        impl ToSchema for $word {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    )*};
}

words! {
    /// How the body of a webhook is made.
    FormatName(Format) as "Format" = Format::ALL;
    /// Which deliveries wait for each other.
    OrderingName(Ordering) as "Ordering" = Ordering::ALL.iter().copied();
    /// For how long a delivery is tried.
    RetriesName(Retries) as "Retries" = Retries::ALL.iter().copied();
    /// Which signature a key makes.
    KeyKindName(KeyKind) as "KeyKind" = [KeyKind::V1, KeyKind::V1a];
    /// Where a delivery stands.
    StateName(State) as "DeliveryState" = State::ALL;
    /// What came of a rule.
    RuleOutcomeName(RuleOutcome) as "RuleOutcome" = RuleOutcome::ALL;
    /// Why a delivery was never sent.
    ReasonName(Reason) as "SkipReason" = Reason::ALL;
}
