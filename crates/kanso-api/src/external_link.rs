//! Links from a task to something elsewhere.

use std::sync::Arc;

use kanso_core::external_link::{self, ExternalLink, ExternalLinkPatch, ListedExternalLink, NewExternalLink};
use kanso_domain::external_link::Provider;
use kanso_domain::{ExternalLinkId, TaskId};
use kanso_rpc::lenient::{Given, Id};
use serde::{Deserialize, Serialize};

use crate::error::{Failure, Outcome};
use crate::json::Dictionary;
use crate::procedure::Caller;
use crate::task::OneTask;

/// The type that leaves it to the address.
const AUTO: &str = "auto";
/// The one relation there is, and how it is shown.
const RELATED: (&str, &str) = ("related", "Related");

/// A link as lists show it.
#[derive(Serialize)]
pub(crate) struct ListedLink {
    #[serde(flatten)]
    link: ListedExternalLink,
    dependency_label: String,
    #[serde(rename = "type")]
    provider: String,
}

impl From<ListedExternalLink> for ListedLink {
    fn from(link: ListedExternalLink) -> Self {
        let label = if link.dependency == RELATED.0 { RELATED.1 } else { &link.dependency };
        let provider = Provider::parse(&link.link_type).map(name);
        Self {
            dependency_label: label.to_owned(),
            provider: provider.unwrap_or(&link.link_type).to_owned(),
            link,
        }
    }
}

fn name(provider: Provider) -> &'static str {
    match provider {
        Provider::Attachment => "Attachment",
        Provider::File => "Local File",
        Provider::Weblink => "Web Link",
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneProvider {
    #[serde(rename = "providerName")]
    provider: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneLink {
    task_id: Id<TaskId>,
    link_id: Id<ExternalLinkId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateLink {
    task_id: Id<TaskId>,
    url: Given<String>,
    dependency: Given<String>,
    #[serde(rename = "type")]
    provider: Given<String>,
    title: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateLink {
    task_id: Id<TaskId>,
    link_id: Id<ExternalLinkId>,
    title: Given<String>,
    url: Given<String>,
    dependency: Given<String>,
}

pub(crate) fn types(_: &Caller) -> Dictionary<&'static str, &'static str> {
    let known = Provider::ALL.map(|provider| (provider.as_str(), name(provider)));
    Dictionary([(AUTO, "Auto")].into_iter().chain(known).collect())
}

pub(crate) async fn dependencies(
    _: Arc<Caller>,
    params: OneProvider,
) -> Outcome<Dictionary<&'static str, &'static str>> {
    provider(&params.provider.required()?)?;
    Ok(Dictionary(vec![RELATED]))
}

pub(crate) async fn create(by: Arc<Caller>, params: CreateLink) -> Outcome<ExternalLinkId> {
    let named = params.provider.optional()?.filter(|name| name != AUTO);
    let new = NewExternalLink {
        task: params.task_id.0,
        provider: named.as_deref().map(provider).transpose()?,
        url: params.url.required()?,
        dependency: params.dependency.required()?,
        title: params.title.or_empty()?,
    };
    Ok(external_link::create_external_link(&by.app, &by.actor, new).await?)
}

pub(crate) async fn update(by: Arc<Caller>, params: UpdateLink) -> Outcome<bool> {
    let patch = ExternalLinkPatch {
        title: params.title.optional()?,
        url: params.url.optional()?,
        dependency: params.dependency.optional()?,
    };
    let (task, link) = (params.task_id.0, params.link_id.0);
    external_link::update_external_link(&by.app, &by.actor, task, link, patch).await?;
    Ok(true)
}

pub(crate) async fn get(by: Arc<Caller>, params: OneLink) -> Outcome<ExternalLink> {
    let (task, link) = (params.task_id.0, params.link_id.0);
    Ok(external_link::find_external_link(&by.app, &by.actor, task, link).await?)
}

pub(crate) async fn get_all(by: Arc<Caller>, params: OneTask) -> Outcome<Vec<ListedLink>> {
    let links = external_link::list_external_links(&by.app, &by.actor, params.task_id.0).await?;
    Ok(links.into_iter().map(ListedLink::from).collect())
}

pub(crate) async fn remove(by: Arc<Caller>, params: OneLink) -> Outcome<bool> {
    let (task, link) = (params.task_id.0, params.link_id.0);
    external_link::remove_external_link(&by.app, &by.actor, task, link).await?;
    Ok(true)
}

fn provider(name: &str) -> Result<Provider, Failure> {
    Provider::parse(name).ok_or(Failure::Refused)
}
