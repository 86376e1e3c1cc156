//! Pages about the labels of links.

use askama::Template;
use kanso_core::link::Label;
use serde::Deserialize;

use crate::page::Page;
use crate::refusal::Told;

/// What the form of a new label sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct LabelForm {
    pub(crate) label: String,
    /// What the link is called from the other side; empty when it is the same.
    pub(crate) opposite: String,
}

/// A label with the one that its links have from the other side.
pub(crate) struct LabelView {
    pub(crate) id: i64,
    pub(crate) label: String,
    pub(crate) opposite: Option<String>,
}

#[derive(Template)]
#[template(path = "label/list.html")]
pub(crate) struct LabelsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) told: Told,
    pub(crate) labels: Vec<LabelView>,
    pub(crate) form: LabelForm,
}

#[derive(Template)]
#[template(path = "label/edit.html")]
pub(crate) struct LabelPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) told: Told,
    pub(crate) label: Label,
    pub(crate) name: String,
    /// The id of the opposite, 0 for none.
    pub(crate) opposite: i64,
    pub(crate) others: Vec<Label>,
}

/// The labels, each with the name of its opposite.
pub(super) fn views(labels: &[Label]) -> Vec<LabelView> {
    let named = |id| labels.iter().find(|label| label.id == id).map(|label| label.label.clone());
    let view = |label: &Label| LabelView {
        id: label.id.get(),
        label: label.label.clone(),
        opposite: named(label.opposite_id),
    };
    labels.iter().map(view).collect()
}
