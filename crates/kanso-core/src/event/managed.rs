//! Telling of what is no task: what it is, and both ends of what changed.

use kanso_domain::{Act, Event, FieldValue, NamedChange, ProjectId, Subject};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Snapshot;
use crate::change::Change;
use crate::{Error, Result};

/// A row whose changes are told.
pub(crate) trait Managed: Serialize {
    /// What it is called.
    const SUBJECT: Subject;
    /// The fields that nobody is told.
    const SECRETS: &'static [&'static str] = &[];

    /// Its id.
    fn id(&self) -> i64;

    /// The project in whose log it stands; 0 for what belongs to none.
    fn project(&self) -> ProjectId;
}

/// Records that something came to be.
pub(crate) async fn created<T: Managed>(change: &mut Change<'_>, row: &T) -> Result<()> {
    record(change, row, Act::Create, Vec::new()).await
}

/// Records both ends of what changed, if anything did that may be told.
pub(crate) async fn updated<T: Managed>(change: &mut Change<'_>, before: &T, after: &T) -> Result<()> {
    let changes = changes(&told(before)?, &told(after)?);
    if changes.is_empty() {
        return Ok(());
    }
    record(change, after, Act::Update, changes).await
}

/// Records a change that is not one of the row's own fields; `row` is what it is now.
pub(crate) async fn updated_by<T: Managed>(
    change: &mut Change<'_>,
    row: &T,
    changes: Vec<NamedChange>,
) -> Result<()> {
    record(change, row, Act::Update, changes).await
}

/// Records that something was deleted; `row` is what it was.
pub(crate) async fn removed<T: Managed>(change: &mut Change<'_>, row: &T) -> Result<()> {
    record(change, row, Act::Remove, Vec::new()).await
}

/// Records that something that was deleted was brought back; `row` is what it is.
pub(crate) async fn restored<T: Managed>(change: &mut Change<'_>, row: &T) -> Result<()> {
    record(change, row, Act::Restore, Vec::new()).await
}

async fn record<T: Managed>(
    change: &mut Change<'_>,
    row: &T,
    act: Act,
    changes: Vec<NamedChange>,
) -> Result<()> {
    let project = row.project();
    let snapshot = Snapshot::of_managed(change, project, &told(row)?).await?;
    let event = Event::Managed { subject: T::SUBJECT, act, id: row.id(), changes };
    change.record_in(project, event, &snapshot).await?;
    Ok(())
}

/// The fields that receivers may see.
fn told<T: Managed>(row: &T) -> Result<Map<String, Value>> {
    let Value::Object(mut fields) = serde_json::to_value(row)? else {
        return Err(Error::Stored(format!("a {} is not an object", T::SUBJECT.as_str())));
    };
    fields.retain(|name, _| !T::SECRETS.contains(&name.as_str()));
    Ok(fields)
}

fn changes(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<NamedChange> {
    let change = |(name, to): (&String, &Value)| {
        NamedChange::between(name, value(before.get(name).unwrap_or(&Value::Null)), value(to))
    };
    after.iter().filter_map(change).collect()
}

/// Rows hold numbers and texts; anything else would be told as its JSON.
fn value(stored: &Value) -> FieldValue {
    match stored {
        Value::Null => FieldValue::Null,
        Value::String(text) => FieldValue::Text(text.clone()),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => FieldValue::Int(whole),
            (None, Some(real)) => FieldValue::Real(real),
            (None, None) => FieldValue::Text(number.to_string()),
        },
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => FieldValue::Text(stored.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Board {
        name: &'static str,
        limit: Option<i64>,
        token: &'static str,
    }

    impl Managed for Board {
        const SUBJECT: Subject = Subject::Project;
        const SECRETS: &'static [&'static str] = &["token"];

        fn id(&self) -> i64 {
            1
        }

        fn project(&self) -> ProjectId {
            ProjectId::default()
        }
    }

    #[test]
    fn both_ends_of_what_changed_are_told_and_no_secret() {
        let before = told(&Board { name: "a", limit: None, token: "old" }).unwrap();
        let after = told(&Board { name: "a", limit: Some(3), token: "new" }).unwrap();
        assert_eq!(after.keys().collect::<Vec<_>>(), ["name", "limit"]);
        let limit = NamedChange::between("limit", FieldValue::Null, 3);
        assert_eq!(changes(&before, &after), limit.into_iter().collect::<Vec<_>>());
        assert_eq!(changes(&after, &after), []);
    }
}
