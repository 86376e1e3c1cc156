//! Ready-made filters: a menu for scripts, and the page on which one's own are kept.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::category::list_categories;
use kanso_core::custom_filter::{CustomFilter, list_filters};
use kanso_core::project::list_assignable_users;
use kanso_domain::{CustomFilterId, ProjectId};
use serde::Deserialize;

use super::choices::Place;
use super::recall;
use super::view::{ChoicesView, FilterForm, FilterMenu, FiltersPage, KeptView};
use crate::address;
use crate::fault::Fault;
use crate::project::tabs::ProjectTabs;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    view: String,
    q: Option<String>,
    /// The filter to change.
    change: Option<CustomFilterId>,
}

/// `GET /project/{project}/filters`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let query = recall(&reader, project, asked.q).await?;
    let view = view_named(&asked.view);
    let kept = list_filters(&web.app, &reader.actor, project).await?;
    let place = Place { page: &reader.page, project, view, query: &query };
    if reader.wants == Wants::Fragment {
        let groups = groups(&web, &reader, &place, &kept).await?;
        let manage = address::with(&format!("/project/{project}/filters"), &[("view", view), ("q", &query)]);
        return respond::page(&FilterMenu { page: &reader.page, groups, manage });
    }
    let changing = kept.iter().find(|kept| Some(kept.id) == asked.change);
    let form = changing.map_or_else(
        || FilterForm { filter: query.clone(), ..FilterForm::default() },
        |kept| FilterForm {
            name: kept.name.clone(),
            filter: kept.filter.clone(),
            is_shared: kept.is_shared == 1,
            appends: kept.appends == 1,
            fault: None,
        },
    );
    let changing = changing.map(|kept| kept.id);
    respond::page(&page_of(&web, &reader, &place, &kept, form, changing).await?)
}

/// The page again, with a form that was refused.
pub(super) async fn refused(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    form: FilterForm,
    changing: Option<CustomFilterId>,
) -> Result<Response, Fault> {
    let query = recall(reader, project, None).await?;
    let kept = list_filters(&web.app, &reader.actor, project).await?;
    let place = Place { page: &reader.page, project, view: "board", query: &query };
    let page = page_of(web, reader, &place, &kept, form, changing).await?;
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page_of<'a>(
    web: &Web,
    reader: &'a Reader,
    place: &Place<'_>,
    kept: &[CustomFilter],
    form: FilterForm,
    changing: Option<CustomFilterId>,
) -> Result<FiltersPage<'a>, Fault> {
    let tabs = ProjectTabs::load(web, reader, place.project, place.view).await?;
    let me = reader.actor.user_id().get();
    let own = |kept: &CustomFilter| KeptView::new(kept, me, tabs.may_manage, place.href_of(kept));
    Ok(FiltersPage {
        page: &reader.page,
        section: "",
        groups: groups(web, reader, place, &[]).await?,
        kept: kept.iter().map(own).collect(),
        view: place.view,
        form,
        changing: changing.map(CustomFilterId::get),
        tabs,
    })
}

/// The choices by kind; kinds without any are left out.
async fn groups(
    web: &Web,
    reader: &Reader,
    place: &Place<'_>,
    kept: &[CustomFilter],
) -> Result<Vec<ChoicesView>, Fault> {
    let people = list_assignable_users(&web.app, &reader.actor, place.project).await?;
    let categories = list_categories(&web.app, &reader.actor, place.project).await?;
    let names = categories.into_iter().map(|category| category.name);
    let mut groups = vec![place.common(), place.kept(kept), place.people(&people), place.categories(names)];
    groups.retain(|group| !group.choices.is_empty());
    Ok(groups)
}

fn view_named(name: &str) -> &'static str {
    ["list", "calendar"].into_iter().find(|view| *view == name).unwrap_or("board")
}
