//! Pages about swimlanes.

use askama::Template;
use kanso_core::Error;
use kanso_core::swimlane::{Swimlane, SwimlaneFields};
use kanso_domain::text;
use serde::Deserialize;

use crate::page::Page;
use crate::project::frame::Frame;
use crate::refusal::{Told, amount, required};

/// What the form of a swimlane sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SwimlaneForm {
    pub(crate) name: String,
    pub(crate) task_limit: String,
    pub(crate) description: String,
}

impl SwimlaneForm {
    pub(super) fn of(swimlane: &Swimlane) -> Self {
        let limit = Some(swimlane.task_limit).filter(|limit| *limit > 0);
        Self {
            name: swimlane.name.clone(),
            task_limit: limit.map(|limit| limit.to_string()).unwrap_or_default(),
            description: swimlane.description.clone(),
        }
    }

    pub(super) fn fields(&self) -> Result<SwimlaneFields, Error> {
        Ok(SwimlaneFields {
            name: required(&self.name, "name", text::NAME)?,
            description: Some(self.description.clone()),
            task_limit: Some(amount(&self.task_limit, "task_limit")?),
        })
    }
}

#[derive(Template)]
#[template(path = "swimlane/list.html")]
pub(crate) struct SwimlanesPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    /// The enabled ones from top to bottom.
    pub(crate) swimlanes: Vec<Swimlane>,
    pub(crate) disabled: Vec<Swimlane>,
    pub(crate) form: SwimlaneForm,
}

#[derive(Template)]
#[template(path = "swimlane/edit.html")]
pub(crate) struct SwimlanePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) swimlane: Swimlane,
    pub(crate) form: SwimlaneForm,
}
