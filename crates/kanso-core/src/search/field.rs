//! Texts, numbers and moments of a task, as SQL.

use kanso_db::dialect;
use kanso_domain::ApplicationRole;
use kanso_domain::search::{Comparison, DateField, NumberField, Span, Within};

use super::filter::Filter;
use super::pattern;

impl Filter {
    pub(super) fn text(&mut self, within: Within, text: &str, id: Option<i64>) -> String {
        let mut any = Vec::new();
        if matches!(within, Within::Title | Within::Everything) {
            any.push(self.contains("t.title", text));
        }
        if matches!(within, Within::Description | Within::Everything) {
            any.push(self.contains("t.description", text));
        }
        if matches!(within, Within::Comments | Within::Everything) {
            any.push(self.comment(text));
        }
        if let Some(id) = id {
            any.push(format!("t.id = {}", self.value(id)));
        }
        format!("({})", any.join(" OR "))
    }

    /// A search must not tell what is in comments that the reader may not read.
    fn comment(&mut self, text: &str) -> String {
        let own = self.reader.role;
        let roles = ApplicationRole::ALL.into_iter().filter(|role| *role <= own);
        let roles: Vec<String> = roles.map(|role| self.value(role.as_str())).collect();
        format!(
            "EXISTS (SELECT 1 FROM comments n WHERE n.task_id = t.id AND n.visibility IN ({}) AND {})",
            roles.join(", "),
            self.contains("n.comment", text)
        )
    }

    pub(super) fn number(&mut self, field: NumberField, comparison: Comparison, n: i64) -> String {
        let column = match field {
            NumberField::Priority => "t.priority",
            NumberField::Score => "t.score",
        };
        let operator = match comparison {
            Comparison::Below => "<",
            Comparison::UpTo => "<=",
            Comparison::Is => "=",
            Comparison::From => ">=",
            Comparison::Above => ">",
        };
        format!("{column} {operator} {}", self.value(n))
    }

    pub(super) fn reference(&mut self, text: &str) -> String {
        if text.contains('*') {
            let pattern = self.value(pattern::whole(text));
            return format!("t.reference <> '' AND {}", dialect::matches(self.kind, "t.reference", &pattern));
        }
        // The index folds as the database does, which may take more for the same than it is.
        let (text, is) = (self.value(text.to_owned()), self.is("t.reference", text));
        format!("t.reference <> '' AND lower(t.reference) = lower({text}) AND {is}")
    }

    pub(super) fn date(&mut self, field: DateField, span: Span) -> String {
        let column = match field {
            DateField::Due => "t.date_due",
            DateField::Started => "t.date_started",
            DateField::Created => "t.date_creation",
            DateField::Modified => "t.date_modification",
            DateField::Completed => "t.date_completed",
            DateField::Moved => "t.date_moved",
        };
        self.within(column, span)
    }

    /// Whether the moment in a column is in the span. 0 stands for one that never came.
    pub(super) fn within(&mut self, column: &str, span: Span) -> String {
        let mut all = vec![format!("{column} > 0")];
        all.extend(span.from.map(|from| format!("{column} >= {}", self.value(from))));
        all.extend(span.until.map(|until| format!("{column} < {}", self.value(until))));
        all.join(" AND ")
    }
}
